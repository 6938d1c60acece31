import { type Fact, factsOf, writtenUrls } from "../../domain";
import { encodedCopies } from "../../domain/encoded-copies";
import { redact } from "../../domain/redaction";
import { writtenSecret } from "../../domain/written-secret";
import { namesFor, withoutWrittenSecrets } from "./command-variables";
import type { DraftField } from "./draft-field";
import type { VariablesDraft } from "./variables-draft";

const COMMANDS: ReadonlySet<string> = new Set(["build", "preDeploy", "start"]);

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
    const names = namesFor(field.key.toUpperCase(), new Set(secrets.map(({ name }) => name)));
    const command = withoutWrittenSecrets(field.value, names, field.place, unlikeWords);
    if (command === field.value) return field;
    if (command === undefined) {
      const why = "it holds a secret that no variable can take the place of: write it with one by hand";
      return { ...field, value: "false", note: `${field.note} (${why})` };
    }
    const from = `${field.note}: a secret that stood there`;
    secrets.push(...names.all().map((name) => ({ name, note: from })));
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
