import { describePlace, type Fact, factsOf, looksLikeConnectionUrl } from "../../domain";
import { DATABASE_VARIABLE } from "./database-draft";
import { type DraftField, read, type SecretToSet } from "./draft-field";

interface VariablesDraft {
  readonly fields: readonly DraftField[];
  readonly secrets: readonly SecretToSet[];
}

/**
 * The service's own variables. PORT is one only where it differs from the declared port, so that the difference is
 * judged; DATABASE_URL comes from the connection. What is secret, or not known, is to be typed.
 */
export function variablesDraft(facts: readonly Fact[], port: string): VariablesDraft {
  const fields: DraftField[] = [];
  const secrets: SecretToSet[] = [];
  const seen = new Set<string>();
  for (const { name, value, secret, place } of factsOf(facts, "variable")) {
    if (seen.has(name) || name === DATABASE_VARIABLE || !/^[A-Za-z_]\w*$/.test(name)) continue;
    seen.add(name);
    if (name === "PORT" && value.known && value.value.trim() === port) continue;
    if (secret || !value.known || looksLikeConnectionUrl(value.value)) {
      const why = value.known || secret ? describePlace(place) : `${describePlace(place)}: ${value.why}`;
      secrets.push({ key: `portcullis:service.environment.${name}`, path: true, note: why });
    } else fields.push(read(name, value.value, place));
  }
  for (const { name, required, place } of factsOf(facts, "wanted-variable")) {
    const wanted = required.known && required.value;
    if (!wanted || seen.has(name) || name === DATABASE_VARIABLE || name === "PORT") continue;
    seen.add(name);
    const why = `${describePlace(place)} wants it, and no file of this environment sets it`;
    secrets.push({ key: `portcullis:service.environment.${name}`, path: true, note: why });
  }
  return { fields, secrets };
}
