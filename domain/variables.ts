import { ALL_VARIABLES, type Fact, factsOf, type Subject, type VariableFact } from "./fact";
import type { Knowable } from "./knowable";

/** Whose variables are asked for; of a command those that its shell has. */
type Reader = Subject & { readonly command?: Knowable<string> };

/** A look-up of a subject's variables, with the names that it was asked for in vain. */
export interface Asked {
  readonly look: (name: string) => string | undefined;
  /** Names that no variable has, grown by each look-up. */
  readonly unset: ReadonlySet<string>;
}

export function askedVariables(facts: readonly Fact[], subject: Reader): Asked {
  const unset = new Set<string>();
  const look = (name: string) => {
    if (!isSet(facts, subject, name)) unset.add(name);
    return variableOf(facts, subject, name);
  };
  return { look, unset };
}

/** Whether the subject's variable is set, or may be where not all of its variables are known. */
export function isSet(facts: readonly Fact[], subject: Reader, name: string): boolean {
  return variablesNamed(facts, (one) => one === name).some((variable) => reaches(variable, subject));
}

/** The variables of such names; the fact for all is one of them, where not even the names are known yet. */
export function variablesNamed(
  facts: readonly Fact[],
  isSuch: (name: string) => boolean,
): readonly VariableFact[] {
  return factsOf(facts, "variable").filter(({ name }) => name === ALL_VARIABLES || isSuch(name));
}

/** The value of the subject's environment variable, or undefined where it is not set or not known yet. */
export function variableOf(facts: readonly Fact[], subject: Reader, name: string): string | undefined {
  const fact = factsOf(facts, "variable").find(
    (variable) => variable.name === name && reaches(variable, subject),
  );
  return fact?.value.known ? fact.value.value : undefined;
}

/** Tools that load a file of variables by themselves, before the shell that they start. */
const LOADS_FILES = /\b(?:dotenv|dotenvx|honcho|foreman|direnv|env-file)\b/;

/**
 * Whether a variable is of the service, and of the shell of its command: that expands no variable of a secret file that
 * its line does not name, since code alone loads such a file.
 */
function reaches({ name, file, service }: VariableFact, { command, service: asked }: Reader): boolean {
  if (service !== asked) return false;
  if (file === undefined || command?.known !== true) return true;
  const text = command.value;
  return !new RegExp(`\\$\\{?${name}\\b`).test(text) || text.includes(file) || LOADS_FILES.test(text);
}
