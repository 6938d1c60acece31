import { looksLikeConnectionUrl, writtenForm } from "./connection-url";
import { type Fact, factsOf, type UrlFact, type VariableFact } from "./fact";
import { known, unknown } from "./knowable";
import { type MigrationTool, toolCall } from "./migration-tools";
import { oncePerFacts } from "./once-per-facts";
import type { Place } from "./place";
import { simpleCommands } from "./start-command/shell";
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

/** What the commands of a deploy hand to migration tools; what a line sets or computes by itself is left out. */
export const handedToTools = oncePerFacts((facts): readonly HandedToTool[] =>
  statedCommands(facts).flatMap(({ fact }) => {
    const { command, place } = fact;
    if (!command.known) return [];
    const look = (name: string) => variableOf(facts, fact, name);
    return simpleCommands(command.value, look).flatMap(
      ({ words, variables, conditional }): readonly HandedToTool[] => {
        const call = conditional ? undefined : toolCall(words, (name) => variables[name] ?? look(name));
        if (call === undefined) return [];
        const { word = "", variable, ...called } = call;
        const [, braced, plain = braced] = REFERENCE.exec(word) ?? [];
        const name = variable ?? plain;
        if (name === undefined) return OPEN.test(word) ? [] : [{ place, ...called, from: { text: word } }];
        if (Object.hasOwn(variables, name)) return [];
        const own = factsOf(facts, "variable").find(
          (one) => one.name === name && one.service === fact.service,
        );
        return own === undefined ? [] : [{ place, ...called, from: { variable: own } }];
      },
    );
  }),
);

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
