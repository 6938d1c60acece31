import { ALL_VARIABLES, factsOf, type VariableFact } from "./fact";
import type { Knowable } from "./knowable";
import { known } from "./knowable";
import { oncePerFacts } from "./once-per-facts";

/** A host and its port in a variable, or in two of them. */
export interface NamedAddress {
  readonly fact: VariableFact;
  readonly host: string;
  /** Undefined where the variable names the host alone. */
  readonly port: Knowable<string> | undefined;
}

/** `scheme://user@host:port/…` or `host:port`; a host alone only where the variable is called so. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@/\s]*@)?([a-z0-9][a-z0-9-]*)(?::(\d{1,5}))?(?:[/?#].*)?$/i;
const HOST_NAME = /^(.*?)_?(?:HOST|HOSTNAME)$/i;

/** The hosts of one label, such as a private network has, that a service's variables name. */
export const namedAddresses = oncePerFacts((facts): readonly NamedAddress[] => {
  const variables = factsOf(facts, "variable").filter(({ name }) => name !== ALL_VARIABLES);
  return variables.flatMap((fact) => {
    if (!fact.value.known) {
      const host = filledInHost(fact);
      const prefix = HOST_NAME.exec(fact.name)?.[1];
      return host === undefined || prefix === undefined ? [] : besideHost(fact, prefix, host, variables);
    }
    const { value } = fact.value;
    if (/^\s*[[{]/.test(value)) return inJson(fact, value);
    const listed = value.trim().split(/[\s,;]+/);
    // In a sentence an address is named, and nothing says that the service asks it.
    if (listed.length > 1 && !listed.every((text) => text.includes(":") && ADDRESS.test(text))) return [];
    return listed.flatMap((text): readonly NamedAddress[] => {
      const [, host, port] = ADDRESS.exec(text) ?? [];
      if (host === undefined) return [];
      if (port !== undefined) return [{ fact, host, port: known(port) }];
      const prefix = HOST_NAME.exec(fact.name)?.[1];
      if (prefix !== undefined) return besideHost(fact, prefix, host, variables);
      return text.includes("://") ? [{ fact, host, port: undefined }] : [];
    });
  });
});

/** What a Blueprint's `fromService` fills in of another service (render.com/docs/blueprint-spec). */
const OF_SERVICE = /^service (\S+) (host|port|hostport)$/;

/** Whether the platform fills in the address itself, which then is right. */
export function isFilledIn({ takenFrom = "" }: VariableFact): boolean {
  return OF_SERVICE.test(takenFrom);
}

/** The host that the platform fills in, where the port beside it may be written. */
function filledInHost({ takenFrom = "" }: VariableFact): string | undefined {
  const [, host, property] = OF_SERVICE.exec(takenFrom) ?? [];
  return property === "host" ? host : undefined;
}

/** The URLs of a document in a variable; nothing else in it is an address for certain. */
const URL =
  /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}:\/\/(?:[^@/\s"']{0,200}@)?([a-z0-9][a-z0-9-]*):(\d{1,5})(?=[/?#"'\s,;\\]|$)/gi;

function inJson(fact: VariableFact, text: string): readonly NamedAddress[] {
  return [...text.matchAll(URL)].map(([, host = "", port = ""]) => ({ fact, host, port: known(port) }));
}

/** `API_PORT` beside `API_HOST`; where it is set, it is the place to change. */
function besideHost(
  fact: VariableFact,
  prefix: string,
  host: string,
  variables: readonly VariableFact[],
): readonly NamedAddress[] {
  // PORT alone is the service's own.
  const beside = prefix === "" ? undefined : `${prefix}_PORT`.toLowerCase();
  const port = variables.find(
    ({ name, service }) => name.toLowerCase() === beside && service === fact.service,
  );
  if (port !== undefined && isFilledIn(port)) return [];
  return [port === undefined ? { fact, host, port: undefined } : { fact: port, host, port: port.value }];
}
