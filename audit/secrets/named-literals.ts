import type { CredentialFact } from "../../domain";
import { isGenerated, writtenSecret } from "../../domain/written-secret";
import type { SourceFile } from "../walk/source-file";

const CODE = /\.(?:py|[cm]?[jt]sx?|go|rb|java|kt|cs|php|rs|exs?)$/;

/** Tests and examples hold invented values; what a tool has written holds none that a person typed. */
const NOT_JUDGED =
  /(?:^|[/._-])(?:tests?|specs?|mocks?|fixtures?|stories|examples?|samples?|demo|seeds?|migrations?|locales?|i18n|dist|min|generated)(?:[/._-]|$)/i;

/** Asked first, as it is fast. */
const MAY_HOLD = /(?:password|passwd|passphrase|secret|key|token)["']?\s*(?::\s*\w+\s*)?[:=]/i;

/** A name that gets a literal: `API_KEY = "…"`, `apiKey: "…"`, `const apiKey: string = "…"`. */
const ASSIGNED =
  /(?<name>[A-Za-z_][\w-]{2,80})["']?\s*(?::\s*[A-Za-z]\w{0,30}\s*=|:=|=>|[:=])\s*(?<quote>["'`])(?<value>[A-Za-z0-9+/_=.~-]{20,200})\k<quote>/g;

/** Names that end with what the value is: TOKEN_TTL and passwordLabel say something about one. */
const SECRET =
  /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|SECRET_KEY|API_?KEY|PRIVATE_KEY|ACCESS_KEY|SIGNING_KEY|ENCRYPTION_KEY|(?:ACCESS|AUTH|API|BOT|BEARER|REFRESH|PERSONAL|DEPLOY)_TOKEN)$/;

/** Keys that go to every browser, by their names. */
const PUBLIC_NAME =
  /(?:^|_)(?:PUBLIC|PUBLISHABLE|ANON|SITE|CLIENT_SIDE|FIREBASE|GOOGLE_MAPS?|TEST|FAKE|DUMMY|EXAMPLE)(?:_|$)/;

/** The same by their form, a contract's address, and tokens whose claims say what they are for. */
const PUBLIC_VALUE = /^(?:pk_|sb_publishable_|AIza|0x|eyJ|phc_)|insecure|example|test/i;

/**
 * Literals that are a secret by their name and by nothing else, in code: generated texts with digits and letters alone,
 * since a phrase or a path may be what the secret is kept under. None of them is in the answer.
 */
export function namedLiterals({ path: file, text }: SourceFile): readonly CredentialFact[] {
  if (!CODE.test(file) || NOT_JUDGED.test(file) || !MAY_HOLD.test(text)) return [];
  return text.split("\n").flatMap((line, index): readonly CredentialFact[] => {
    if (line.length > 500 || /^\s*(?:\/\/|#|\*|\/\*|--)/.test(line) || !MAY_HOLD.test(line)) return [];
    return [...line.matchAll(ASSIGNED)].flatMap(
      ({ 0: whole, index: from, groups = {} }): CredentialFact[] => {
        const { name = "", value = "" } = groups;
        if (!isSecret(name, value)) return [];
        const end = from + whole.length;
        const column = end - value.length;
        const place = { source: "file", file, line: index + 1, column } as const;
        const what = `a generated value in \`${name}\`, a secret by that name`;
        return [{ kind: "credential", place, what, tracked: true, byName: true, endColumn: end }];
      },
    );
  });
}

function isSecret(name: string, value: string): boolean {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1_$2")
    .replaceAll("-", "_")
    .toUpperCase();
  if (!SECRET.test(words) || PUBLIC_NAME.test(words) || PUBLIC_VALUE.test(value)) return false;
  if (!isGenerated(value) || (value.match(/\d/g) ?? []).length < 2) return false;
  if (hasSequence(value)) return false;
  // `prod-db-password-2024` is the name of a secret in a store, and `auth.form.password1` that of a text.
  if (value.split(/[-_./]/).filter((part) => /^[a-z]{3,}$/i.test(part)).length >= 2) return false;
  const place = { source: "file", file: "" } as const;
  return writtenSecret({ place, name, value: { known: true, value }, secret: true }) !== undefined;
}

/** `123456` and `abcdef` are typed by hand, where a value was only to be there. */
function hasSequence(value: string): boolean {
  let run = 1;
  for (let at = 1; at < value.length; at += 1) {
    run = value.charCodeAt(at) === value.charCodeAt(at - 1) + 1 ? run + 1 : 1;
    if (run >= 6) return true;
  }
  return false;
}
