import { BROWSER_PREFIX } from "../../../domain/browser-variable";
import { ALL_VARIABLES, factsOf, type VariableFact } from "../../../domain/fact";
import { rule } from "../../../domain/rule";
import { payloadOf } from "../../../domain/token-payload";
import { type Judged, verdictOf } from "../../../domain/verdict";

export const databaseKeyRole = rule({
  id: "database/key-role",
  severity: "error",
  title: "A key of Supabase's is the one that its variable names",
  why: "With the key `anon` row level security hides every row from a server, and with `service_role` nothing is hidden from anybody who has it. A key is no secret by which tokens are signed, and a token of the Management API opens no project's API.",
  fix: "Copy each key from the project's page of API keys under its own name.",
  reference: "https://supabase.com/docs/guides/api/api-keys",
  prevents: ["configuration/invalid"],
  check: (facts) => verdictOf(factsOf(facts, "variable").flatMap(judged)),
});

type Kind = "public" | "secret";

const SERVICE =
  /(?:^|_)(?:SERVICE_ROLE(?:_KEY|_JWT|_TOKEN|_SECRET)?|SERVICE_(?:API_)?KEY|SECRET_KEY|ADMIN_KEY)$/;
const ANON = /(?:^|_)(?:ANON(?:YMOUS)?(?:_(?:PUBLIC_)?KEY)?|PUBLISHABLE(?:_DEFAULT)?_KEY|PUBLIC_KEY)$/;
const SIGNING = /(?:^|_)(?:SUPABASE|PGRST|GOTRUE|SB)_(?:\w+_)?JWT_SECRET$/;
const OF_BROWSERS = new RegExp(`^${BROWSER_PREFIX}`);
const OF_SUPABASE = /(?:^|_)(?:SUPABASE|SUPA|SB)_/;

function judged({ name, value, place, service }: VariableFact): readonly Judged[] {
  if (!value.known)
    return name === ALL_VARIABLES || (OF_SUPABASE.test(name) && (SERVICE.test(name) || ANON.test(name)))
      ? [{ place, why: value.why }]
      : [];
  const said = (
    expected: string,
    got: string,
    fix = `Copy the right one into ${name}.`,
  ): readonly Judged[] => [
    { place, ...(service !== undefined && { service }), what: `variable ${name}`, expected, got, fix },
  ];
  const plain = name.replace(OF_BROWSERS, "");
  if (SIGNING.test(plain))
    return payloadOf(value.value) === undefined && !/^sb_(?:publishable|secret)_/.test(value.value.trim())
      ? []
      : said("the secret by which the project signs its tokens", "a key, which is such a token itself");
  if (name === "SUPABASE_ACCESS_TOKEN" && kindOf(value.value.trim()) !== undefined)
    return said("a token of the Management API, `sbp_…`", "a key of the project's API");
  const isNamed = OF_SUPABASE.test(plain);
  const wanted = SERVICE.test(plain) ? "secret" : ANON.test(plain) ? "public" : undefined;
  if (wanted === undefined) return [];
  const text = value.value.trim().replace(/^(["'])(.*)\1$/, "$2");
  const kind = kindOf(text);
  const [, header, key = ""] = /^(?:(Bearer|apikey:?|Authorization:?)\s+)(.*)$/i.exec(text) ?? [];
  if (header !== undefined && kindOf(key.replace(/^Bearer\s+/i, "")) !== undefined)
    return said("a key alone", "a word of a header before it", "Remove the word.");
  if (isNamed && /^sbp_[0-9a-f]{40}$/.test(text))
    return said("a key of the project", "a token of the Management API");
  if (isNamed && text.startsWith("eyJ") && /\s/.test(text))
    return said("a key on one line", "one with a blank or a line end in it", "Remove the blank.");
  if (isNamed && isCut(text)) return said("a whole key, of three parts with dots between", "a piece of one");
  if (isNamed && hasEnded(text))
    return said("a key that is in force", "one that has ended", "Make a new one.");
  // In a browser's variable a secret is another rule's.
  if (kind === undefined || kind === wanted || (kind === "secret" && plain !== name)) return [];
  return wanted === "secret"
    ? said(
        "the key `service_role`, or a secret one",
        "the public key, for which row level security hides the rows",
      )
    : said("the key `anon`, or a publishable one", "the secret key, for which nothing is hidden");
}

/** Whose key it is; undefined of any other text, and of the samples that all containers have. */
function kindOf(text: string): Kind | undefined {
  if (text.startsWith("sb_publishable_")) return "public";
  if (text.startsWith("sb_secret_")) return "secret";
  const { iss, role } = payloadOf(text) ?? {};
  // A project of one's own signs its keys with any issuer; the role says what they are.
  if (iss === "supabase-demo") return undefined;
  return role === "anon" ? "public" : role === "service_role" ? "secret" : undefined;
}

/** What a page shows of a key, and what a shell or a terminal has cut off. */
const isCut = (text: string): boolean =>
  text.startsWith("eyJ") && (/(?:\.{2,}|…|\*{3,})/.test(text) || text.split(".").length < 3);

/** Keys of projects last ten years; one of the samples has ended long ago. */
function hasEnded(text: string): boolean {
  const { exp, role } = payloadOf(text) ?? {};
  return typeof exp === "number" && typeof role === "string" && exp < ENDED;
}

/** What ended before this day has ended whenever it is read (1 November 2026). */
const ENDED = Date.UTC(2026, 10, 1) / 1000;
