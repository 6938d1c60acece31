import { ALL_VARIABLES, describePlace, factsOf, looksLikeConnectionUrl } from "../../domain";
import { DATABASE_VARIABLE } from "../../domain/database-variable";
import { redact } from "../../domain/redaction";
import { looksGenerated } from "../../domain/written-secret";
import type { AdoptedService } from "./adopted-services";
import { assumedNote, assumptionAt } from "./assumed-variables";
import { databaseVariables } from "./database-variables";
import { type DraftField, read } from "./draft-field";
import { isNamedSecret } from "./named-secret";

/** The variables of one service. */
export interface VariablesDraft {
  readonly fields: readonly DraftField[];
  /** Names of variables whose value is typed, each with where it is named. */
  readonly secrets: readonly { readonly name: string; readonly note: string }[];
}

/**
 * The service's own variables. PORT is one only where it differs from the declared port, so that the difference is
 * judged; the URLs of databases come from the connections. What is secret, or not known, is to be typed.
 *
 * @param known the environment's secrets: a value that holds one is secret, whatever its name is
 */
export function variablesDraft(
  { facts, assumed }: Pick<AdoptedService, "facts" | "assumed">,
  port: string,
  known: readonly string[] = [],
): VariablesDraft {
  const databases = databaseVariables(facts).map(({ name }) => name);
  const isTakenCareOf = (name: string): boolean => databases.includes(name) || isNoVariable(name);
  const fields: DraftField[] = [];
  const secrets: { name: string; note: string }[] = [];
  const seen = new Set<string>();
  for (const variable of factsOf(facts, "variable")) {
    const { name, value, secret, place } = variable;
    if (seen.has(name) || name === ALL_VARIABLES || isTakenCareOf(name)) continue;
    seen.add(name);
    if (name === "PORT" && value.known && value.value.trim() === port) continue;
    if (secret || !value.known || isNamedSecret(name, value.value) || holdsSecret(value.value, known)) {
      const note = value.known ? describePlace(place) : `${describePlace(place)}: ${value.why}`;
      secrets.push({ name, note });
      continue;
    }
    if (looksGenerated(variable)) {
      secrets.push({ name, note: `${describePlace(place)}: its value looks generated` });
      continue;
    }
    const field = read(name, value.value, place);
    const assumption = assumptionAt(place, assumed);
    fields.push(
      assumption === undefined ? field : { ...field, note: assumedNote(place, assumption), assumed: true },
    );
  }
  for (const { name, required, place } of factsOf(facts, "wanted-variable")) {
    const wanted = required.known && required.value;
    if (!wanted || seen.has(name) || isTakenCareOf(name) || name === "PORT") continue;
    seen.add(name);
    secrets.push({ name, note: `${describePlace(place)} wants it, and no file of this environment sets it` });
  }
  return { fields, secrets };
}

/** A connection URL, a part that has a secret's shape (`Host=db;Password=…`), and a secret that another name has. */
function holdsSecret(value: string, known: readonly string[]): boolean {
  return looksLikeConnectionUrl(value) || redact(value, known) !== value;
}

/** A name that no environment can have; and a DATABASE_URL that no driver reads is no variable to type. */
function isNoVariable(name: string): boolean {
  return name === DATABASE_VARIABLE || !/^[A-Za-z_]\w*$/.test(name);
}

/** Variables that every service reads at one place, such as an environment group's: they are stated once. */
export function sharedVariables(drafts: readonly VariablesDraft[]): VariablesDraft {
  const [first, ...others] = drafts;
  if (first === undefined || others.length === 0) return { fields: [], secrets: [] };
  return {
    fields: first.fields.flatMap((field) => {
      const same = others.map(({ fields }) => fields.find((one) => isSame(one, field)));
      // What is assumed of one service is assumed of all that share it.
      return same.includes(undefined) ? [] : [same.find((one) => one?.assumed === true) ?? field];
    }),
    secrets: first.secrets.filter(({ name, note }) =>
      others.every(({ secrets }) => secrets.some((secret) => secret.name === name && secret.note === note)),
    ),
  };
}

function isSame(one: DraftField, other: DraftField): boolean {
  return one.key === other.key && where(one) === where(other);
}

const where = ({ note, place }: DraftField): string => (place === undefined ? note : describePlace(place));

export function without(own: VariablesDraft, shared: VariablesDraft): VariablesDraft {
  const names = new Set([...shared.fields.map(({ key }) => key), ...shared.secrets.map(({ name }) => name)]);
  return {
    fields: own.fields.filter(({ key }) => !names.has(key)),
    secrets: own.secrets.filter(({ name }) => !names.has(name)),
  };
}
