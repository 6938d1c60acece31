import type { CredentialFact } from "../../domain";
import { TOOL_FILES } from "../../domain/manifest";
import { isGenerated, writtenSecret } from "../../domain/written-secret";
import type { SourceFile } from "../walk/source-file";
import { generatedLiterals, type NamedLiteral, typedPasswords } from "./literal-forms";

const CODE = /\.(?:py|[cm]?[jt]sx?|go|rb|java|kt|cs|php|rs|exs?)$/;

/** Tests and examples hold invented values; what a tool has written holds none that a person typed. */
const NOT_JUDGED =
  /(?:^|[/._-])(?:tests?|specs?|mocks?|fixtures?|stories|examples?|samples?|demo|seeds?|migrations?|locales?|i18n|dist|min|generated)(?:[/._-]|$)/i;

/** Asked first, as it is fast. */
const MAY_HOLD = /password|passwd|passphrase|pwd|secret|key|token|authorization/i;

/** Names that end with what the value is: TOKEN_TTL and passwordLabel say something about one. */
const SECRET =
  /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|SECRET_KEY|API_?KEY|PRIVATE_KEY|ACCESS_KEY|SIGNING_KEY|ENCRYPTION_KEY|(?:ACCESS|AUTH|API|BOT|BEARER|REFRESH|PERSONAL|DEPLOY)_TOKEN)$/;

/** Keys that go to every browser, by their names. */
const PUBLIC_NAME =
  /(?:^|_)(?:PUBLIC|PUBLISHABLE|ANON|SITE|CLIENT_SIDE|FIREBASE|GOOGLE_MAPS?|TEST|FAKE|DUMMY|EXAMPLE)(?:_|$)/;

/** The same by their form, a contract's address, and tokens whose claims say what they are for. */
const PUBLIC_VALUE = /^(?:pk_|sb_publishable_|AIza|0x|eyJ|phc_)|insecure|example|test/i;

/** Instructions whose values are read as variables. */
const READ_ELSEWHERE = /^\s*(?:ENV|ARG)\b/i;

/**
 * Literals that are a secret by their name and by nothing else, in code and in the steps of an image's build: generated
 * texts with digits and letters alone, since a phrase or a path may be what the secret is kept under, and passwords
 * that a person made up. None of them is in the answer.
 */
export function namedLiterals({ path: file, text }: SourceFile): readonly CredentialFact[] {
  const isImage = TOOL_FILES.image.test(file);
  if (!(isImage || CODE.test(file)) || NOT_JUDGED.test(file) || !MAY_HOLD.test(text)) return [];
  const lines = text.split("\n");
  return lines.flatMap((line, index): readonly CredentialFact[] => {
    if (line.length > 500 || /^\s*(?:\/\/|#|\*|\/\*|--\s)/.test(line) || !MAY_HOLD.test(line)) return [];
    if (isImage && READ_ELSEWHERE.test(line)) return [];
    const generated = generatedLiterals(line, isImage ? "image" : "code").filter(isSecret);
    const typed =
      isImage || generated.length > 0 ? [] : typedPasswords(line).filter((one) => isTyped(one, lines, index));
    return [
      ...generated.map((one) => credential(one, "generated", file, index)),
      ...typed.map((one) => credential(one, "typed", file, index)),
    ];
  });
}

function credential(
  { name, value, end }: NamedLiteral,
  how: "generated" | "typed",
  file: string,
  index: number,
): CredentialFact {
  const place = { source: "file", file, line: index + 1, column: end - value.length + 1 } as const;
  const what = `a ${how} value in \`${name}\`, a secret by that name`;
  return { kind: "credential", place, what, tracked: true, byName: true, endColumn: end + 1 };
}

/** A value that says what it is for, or what a value has to be. */
const NO_PASSWORD =
  /pass|secret|example|test|change|dummy|default|sample|local|admin|valid|must|min|max|required/i;
const OWN_MACHINE = /localhost|127\.0\.0\.1|host\.docker\.internal/;

/** Letters of both cases with digits, for something that is not on the same machine. */
function isTyped({ name, value }: NamedLiteral, lines: readonly string[], index: number): boolean {
  const around = lines.slice(Math.max(0, index - 6), index + 7).join("\n");
  if (NO_PASSWORD.test(value) || PUBLIC_NAME.test(wordsOf(name)) || OWN_MACHINE.test(around)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(value));
  if (!kinds || new Set(value).size < 8 || hasSequence(value)) return false;
  return isWritten("PASSWORD", value);
}

function wordsOf(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1_$2")
    .replaceAll("-", "_")
    .toUpperCase();
}

function isSecret({ name, value }: NamedLiteral): boolean {
  const words = wordsOf(name);
  if (
    !(SECRET.test(words) || words === "AUTHORIZATION") ||
    PUBLIC_NAME.test(words) ||
    PUBLIC_VALUE.test(value)
  )
    return false;
  if (!isGenerated(value) || (value.match(/\d/g) ?? []).length < 2) return false;
  if (hasSequence(value)) return false;
  // `prod-db-password-2024` is the name of a secret in a store, and `auth.form.password1` that of a text.
  if (value.split(/[-_./]/).filter((part) => /^[a-z]{3,}$/i.test(part)).length >= 2) return false;
  return isWritten(name, value);
}

function isWritten(name: string, value: string): boolean {
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
