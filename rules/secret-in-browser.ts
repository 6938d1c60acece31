import { type BrowserSecret, secretForBrowsers } from "../domain/browser-secret";
import { browserPrefix } from "../domain/browser-variable";
import { ALL_VARIABLES, type Fact, factsOf, type VariableFact } from "../domain/fact";
import type { Place } from "../domain/place";
import { rule } from "../domain/rule";
import { runsLocally } from "../domain/runs-locally";
import { serviceTypeOf } from "../domain/stated-service";
import { type Judged, verdictOf } from "../domain/verdict";

export const secretInBrowser = rule({
  id: "secret/in-browser",
  severity: "error",
  title: "No secret is in a variable that a build writes into pages",
  why: "Vite, Next and other tools write each variable of their prefix into what browsers load: whoever opens the page has the secret.",
  fix: "Give browsers a key that is made for them, and the secret to a server alone, by a name without the prefix; then make a new secret.",
  reference: "https://vite.dev/guide/env-and-mode",
  settings: ["localEnvironments"],
  check: (facts, settings) => {
    if (runsLocally(facts, settings)) return { violations: [], undecided: [] };
    return verdictOf(factsOf(facts, "variable").flatMap((fact) => judgedOne(fact, facts)));
  },
});

/**
 * Endings that only a secret has, which its maker keeps for servers (supabase.com/docs: API keys; docs.stripe.com/keys);
 * a switch, or the key of a test or of a demonstration, may have them too.
 */
const SECRET_ALONE =
  /(?:^|_)(?:SERVICE_ROLE(?:_KEY|_SECRET)?|SECRET_(?:ACCESS_)?KEY|PRIVATE_KEY|(?:DB|DATABASE|POSTGRES|PG|MYSQL|SMTP)_PASSWORD)$/;
const NO_SECRET =
  /^(?:USE|ENABLE|DISABLE|HAS|IS|SHOW|HIDE|ALLOW|NO)_|(?:^|_)(?:DEMO|TEST|DEV|LOCAL|EXAMPLE|SAMPLE|FAKE|DUMMY|MOCK|BURNER)_/;

/** Names that promise a secret: while such a value is not known, nothing says that it is none. */
const SECRET_NAME = /SECRET|SERVICE_ROLE|PASSWORD|PRIVATE_KEY|DATABASE_URL/;

/** Names that end so: what is called otherwise may be of a secret, and none. */
const SECRET_LAST = /(?:^|_)(?:SECRET|SECRET_KEY|PASSWORD|PASSWD|PRIVATE_KEY|SERVICE_KEY|SERVICE_ROLE_KEY)$/;

/** Keys that anyone who has them can spend a team's money with (help.openai.com: API key safety; docs of each maker; read 2026-12-01). */
const FOR_SERVERS =
  /(?:^|_)(?:OPENAI|ANTHROPIC|CLAUDE|GROQ|MISTRAL|COHERE|DEEPSEEK|PERPLEXITY|REPLICATE|HUGGING_?FACE|HF|SENDGRID|RESEND|MAILGUN|TWILIO_AUTH|PINECONE|ELEVENLABS|STRIPE_SECRET|AWS_SECRET_ACCESS)(?:_API)?_(?:KEY|TOKEN)$/;

/** A word of some length that is no number, no switch and no key for browsers. */
const mayBeSecret = (text: string): boolean =>
  /^(?!(?:pk_|sb_publishable_|\d+$|true$|false$))\S{8,}$/.test(text.trim());

function judgedOne({ name, value, place, service }: VariableFact, facts: readonly Fact[]): readonly Judged[] {
  if (name === ALL_VARIABLES) return value.known ? [] : [{ place, why: value.why }];
  const { prefix, certain } = browserPrefix(name) ?? {};
  if (prefix === undefined) return [];
  const secret = value.known
    ? secretForBrowsers(name, value.value)
    : secretByName(name.slice(prefix.length), place);
  if (secret === undefined && !value.known) return SECRET_NAME.test(name) ? [{ place, why: value.why }] : [];
  if (secret === undefined)
    return place.source === "resource" && value.known && mayBeSecret(value.value)
      ? SECRET_LAST.test(name)
        ? [{ place, why: `${name} is called a secret, and browsers load it` }]
        : FOR_SERVERS.test(name)
          ? [
              {
                place,
                why: `${name} is called as a key that its maker keeps for servers, and browsers load it`,
              },
            ]
          : []
      : [];
  const isSite = serviceTypeOf(facts, service) === "static";
  const { what, instead = "a value that everybody may have" } = secret;
  return [
    {
      place,
      ...(service !== undefined && { service }),
      // An image's pages were built before, and `PUBLIC_` may be the program's own word.
      ...((isBuiltBefore(facts, service) || !(certain || isSite)) && { severity: "warning" as const }),
      what: `variable ${name}`,
      expected: instead,
      got: what,
      fix: `Give the secret a name without \`${prefix}\`, to a server alone, and make a new one: pages that were built have this one.`,
    },
  ];
}

/** What a variable of a file holds by its name alone, where its value is not known. */
function secretByName(name: string, { source }: Place): BrowserSecret | undefined {
  return source !== "resource" && SECRET_ALONE.test(name) && !NO_SECRET.test(name)
    ? { what: "a secret, as its name says" }
    : undefined;
}

function isBuiltBefore(facts: readonly Fact[], service: string | undefined): boolean {
  return factsOf(facts, "platform").some((one) => one.service === service && one.runtime === "image");
}
