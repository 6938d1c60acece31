import { type Fact, factsOf, known, type Place, writtenUrls } from "../../domain";
import { encodedCopies } from "../../domain/encoded-copies";
import { isConfigurationKey } from "../../domain/no-secret";
import { redact } from "../../domain/redaction";
import { namesSecret } from "../../domain/secret-name";
import { writtenSecret } from "../../domain/written-secret";
import type { DraftField } from "./draft-field";
import { withVariables } from "./masked-parts";
import type { VariablesDraft } from "./variables-draft";

const COMMANDS: ReadonlySet<string> = new Set(["build", "preDeploy", "start"]);

/** `NAME=value` before a command or after `export` or `env`, with quotes around all of it, a part, or none. */
const ASSIGNED = /(?<![\w$-])([A-Za-z_]\w*)=((?:"[^"]*"|'[^']*'|[^\s;&|'"])+)/g;
/** `--token value`, `--password=value`, and a value that is a URL with a password. */
const OPTION =
  /(--?[A-Za-z][\w-]*)([= ]\s*)((?:"[^"]*"|'[^']*'|[^\s;&|'"-])(?:"[^"]*"|'[^']*'|[^\s;&|'"])*)/g;
const WITH_PASSWORD = /["']?\b[a-z][a-z0-9+.-]*:\/\/[^\s'"@/]*:[^\s'"@]+@[^\s'";|&]+["']?/gi;

/** Fields of a service whose commands hold no secret, and the variables that hold what was taken out of them. */
export interface WithoutSecrets {
  readonly fields: readonly DraftField[];
  readonly secrets: VariablesDraft["secrets"];
}

/**
 * Takes the secrets out of a service's commands. Each becomes a variable that is typed, and the command's shell reads it:
 * a stack file is committed. A command of which one cannot be taken out so is not written.
 *
 * @param others the environment's secrets. One that is a plain word may be a module's name too, and stays.
 */
export function withoutCommandSecrets(
  fields: readonly DraftField[],
  others: readonly string[] = [],
): WithoutSecrets {
  const unlikeWords = others.filter((secret) => /[^a-z_-]/.test(secret));
  const secrets: { name: string; note: string }[] = [];
  const changed = fields.map((field): DraftField => {
    if (typeof field.value !== "string") return field;
    if (!COMMANDS.has(field.key)) return withoutShapes(field, field.value);
    const names: string[] = [];
    const take = (wanted: string): string => {
      const taken = new Set([...secrets.map(({ name }) => name), ...names]);
      const name = taken.has(wanted) && !/^[A-Z]/.test(wanted) ? `${wanted}_${names.length + 1}` : wanted;
      names.push(name);
      return `"$${name}"`;
    };
    const known = new Map<string, string>();
    // The same secret at two places is one variable.
    const nameOf = (secret: string): string => {
      const before = known.get(secret);
      if (before !== undefined) return before;
      const number = known.size === 0 ? "" : `_${known.size + 1}`;
      const name = `${field.key.toUpperCase()}_SECRET${number}`;
      known.set(secret, name);
      names.push(name);
      return name;
    };
    const command = moved(field.value, field.key.toUpperCase(), field.place, take, nameOf, unlikeWords);
    if (command === field.value) return field;
    if (command === undefined) {
      const why = "it holds a secret that no variable can take the place of: write it with one by hand";
      return { ...field, value: "false", note: `${field.note} (${why})` };
    }
    const from = `${field.note}: a secret that stood there`;
    secrets.push(...[...new Set(names)].map((name) => ({ name, note: from })));
    return { ...field, value: command, note: `${field.note} (a secret is typed instead)` };
  });
  return { fields: changed, secrets };
}

/** No shell fills a variable into a path or an address: what has a secret's shape there is masked. */
function withoutShapes(field: DraftField, value: string): DraftField {
  const shown = redact(value);
  if (shown === value) return field;
  return { ...field, value: shown, note: `${field.note} (a secret is masked: a stack file is committed)` };
}

/**
 * The secrets that files give an environment: of variables whose name says so, and the passwords of URLs; each also as it
 * is in base64 or in hexadecimal digits.
 */
export function knownSecrets(facts: readonly Fact[]): readonly string[] {
  const urls = writtenUrls(facts).urls.map(({ fact: { url, place } }) => ({
    place,
    name: "",
    value: url,
    secret: false,
  }));
  const secrets = [...factsOf(facts, "variable"), ...urls].flatMap((each) => writtenSecret(each) ?? []);
  return [...new Set([...secrets, ...secrets.flatMap(encodedCopies)])];
}

/** The command with a variable in place of each secret; undefined where a secret cannot be replaced so. */
function moved(
  command: string,
  key: string,
  place: Place | undefined,
  take: (name: string) => string,
  nameOf: (secret: string) => string,
  others: readonly string[],
): string | undefined {
  const isSecret = (name: string, text: string, secret: boolean): boolean =>
    writtenSecret({ place: place ?? NOWHERE, name, value: known(plain(text)), secret }) !== undefined;
  const assigned = command.replace(ASSIGNED, (whole, name: string, text: string) =>
    isSecret(name, text, namesSecret(name)) ? `${name}=${take(name)}` : whole,
  );
  const given = assigned.replace(OPTION, (whole, option: string, between: string, text: string) => {
    const name = option.replace(/^-+/, "").replaceAll("-", "_").toUpperCase();
    if (isConfigurationKey(option, text)) return whole;
    return isSecret(name, text, namesSecret(name)) ? `${option}${between}${take(`${key}_${name}`)}` : whole;
  });
  // A developer's own URL stays as it is: the command needs it, and its password opens nothing.
  const own: string[] = [];
  const urls = given.replace(WITH_PASSWORD, (url) =>
    isSecret("", url, false) ? take(`${key}_URL`) : `\0${own.push(url) - 1}\0`,
  );
  const filled = withVariables(urls, redact(urls, others), nameOf);
  return filled?.replaceAll(/\0(\d+)\0/g, (_, index: string) => own[Number(index)] ?? "");
}

const NOWHERE: Fact["place"] = { source: "file", file: "" };
const plain = (text: string): string => text.replace(/^(["'])(.*)\1$/s, "$2");
