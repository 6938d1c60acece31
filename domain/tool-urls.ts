import { looksLikeConnectionUrl, writtenForm } from "./connection-url";
import { type Fact, factsOf, type UrlFact, type VariableFact } from "./fact";
import { known, unknown } from "./knowable";
import { type MigrationTool, toolCall } from "./migration-tools";
import { oncePerFacts } from "./once-per-facts";
import type { Place } from "./place";
import { mayBePassedOver } from "./start-command/guarded";
import { type SimpleCommand, simpleCommands } from "./start-command/shell";
import { statedCommands } from "./stated-commands";
import { variableOf } from "./variables";

/** A database that a command hands to a migration tool. */
export interface HandedToTool {
  /** Where the command is. */
  readonly place: Place;
  readonly tool: MigrationTool;
  readonly keeps?: string;
  /** What it is given: the text of a word, or a variable of the service's. */
  readonly from: { readonly text: string } | { readonly variable: VariableFact };
}

const REFERENCE = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))$/;
/** What only the running shell knows. */
const OPEN = /[$\uE000\uE001]/;

/**
 * What the commands of a deploy give to migration tools. What a line computes is left out, and so is a command that a test
 * comes before, or whose failure the line takes.
 */
export const handedToTools = oncePerFacts((facts): readonly HandedToTool[] =>
  statedCommands(facts).flatMap(({ fact }) => {
    const { command, place } = fact;
    if (!command.known) return [];
    const look = (name: string) => variableOf(facts, fact, name);
    const steps = simpleCommands(command.value, look);
    return steps.flatMap((step, index): readonly HandedToTool[] => {
      const { words, variables } = step;
      if (mayBePassedOver(steps, index) || steps[index + 1]?.conditional === true) return [];
      const call = toolCall(words, (name) => settled(variables[name], look) ?? look(name));
      if (call === undefined) return [];
      const { word, variable, ...called } = call;
      const text = word ?? (variable === undefined ? undefined : `$${variable}`);
      const given = followed(text ?? "", variables);
      if (given === undefined) return [];
      const name = nameIn(given);
      if (name === undefined) return OPEN.test(given) ? [] : [{ place, ...called, from: { text: given } }];
      const own = factsOf(facts, "variable").find((one) => one.name === name && one.service === fact.service);
      return own === undefined ? [] : [{ place, ...called, from: { variable: own } }];
    });
  }),
);

function nameIn(text: string): string | undefined {
  const [, braced, plain = braced] = REFERENCE.exec(text) ?? [];
  return plain;
}

/** What a variable of the line's is in the service: another one's name, or a text. */
function followed(text: string, variables: SimpleCommand["variables"]): string | undefined {
  const name = nameIn(text);
  if (name === undefined || !Object.hasOwn(variables, name)) return text;
  const set = variables[name];
  return set === undefined || nameIn(set) !== undefined || !OPEN.test(set) ? set : undefined;
}

const settled = (set: string | undefined, look: (name: string) => string | undefined) =>
  set === undefined ? undefined : (look(nameIn(set) ?? "") ?? set);

/** The URL as the tool's driver gets it, and that driver; undefined where it is none of PostgreSQL's. */
export function urlForTool(
  { tool, keeps }: HandedToTool,
  text: string,
): Pick<UrlFact, "url" | "driver" | "driverSettings"> | undefined {
  const [, scheme = ""] = /^([a-z][a-z0-9+]*):\/\//i.exec(text.trim()) ?? [];
  const ofScheme = tool.ownSchemes?.[scheme];
  const written = ofScheme === undefined ? text : text.replace(scheme, "postgres");
  const form = writtenForm(written);
  const pairs = form?.form === "key-value" || form?.form === "jdbc" ? form.url : undefined;
  const url = pairs ?? written;
  if (!looksLikeConnectionUrl(url)) return undefined;
  const why = `${tool.name} keeps ${keeps}, which transaction mode may lose`;
  return {
    url: known(withoutOwn(url, tool)),
    driver: known(ofScheme ?? tool.driver),
    driverSettings: keeps === undefined ? known({}) : unknown(why),
  };
}

function withoutOwn(url: string, { ownParameters }: MigrationTool): string {
  const [address = "", query] = url.split(/\?(.*)/s);
  if (ownParameters === undefined || query === undefined) return url;
  const kept = query.split("&").filter((one) => !ownParameters.test(one));
  return kept.length === 0 ? address : `${address}?${kept.join("&")}`;
}

/** URLs that a command's words hand to a tool, where the command is. */
export const urlsInToolWords = (facts: readonly Fact[]): readonly UrlFact[] =>
  handedToTools(facts).flatMap((handed) => {
    if (!("text" in handed.from)) return [];
    const stated = urlForTool(handed, handed.from.text);
    return stated === undefined ? [] : [{ kind: "url", place: handed.place, ...stated }];
  });

/**
 * Variables that the service's own driver does not read: a command hands them to a tool, and the service has another URL.
 */
export const toolOfVariable = oncePerFacts((facts): ReadonlyMap<VariableFact, HandedToTool> => {
  const handed = handedToTools(facts).flatMap((one) =>
    "variable" in one.from ? [[one.from.variable, one] as const] : [],
  );
  const names = new Set(handed.map(([{ name }]) => name));
  const hasOther = factsOf(facts, "variable").some(
    ({ name, value }) => !names.has(name) && value.known && looksLikeConnectionUrl(value.value),
  );
  return new Map(hasOther ? handed.filter(([{ value }]) => value.known) : []);
});
