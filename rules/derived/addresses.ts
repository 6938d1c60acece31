import { ALL_VARIABLES, type Fact, factsOf, type VariableFact } from "../../domain/fact";
import type { Knowable } from "../../domain/knowable";
import { known } from "../../domain/knowable";

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
export function namedAddresses(facts: readonly Fact[]): readonly NamedAddress[] {
  const variables = factsOf(facts, "variable").filter(({ name }) => name !== ALL_VARIABLES);
  return variables.flatMap((fact) => {
    if (!fact.value.known) return [];
    const { value } = fact.value;
    return value.split(/[\s,;]+/).flatMap((text): readonly NamedAddress[] => {
      const [, host, port] = ADDRESS.exec(text) ?? [];
      if (host === undefined) return [];
      if (port !== undefined) return [{ fact, host, port: known(port) }];
      const prefix = HOST_NAME.exec(fact.name)?.[1];
      if (prefix !== undefined) return besideHost(fact, prefix, host, variables);
      return text.includes("://") ? [{ fact, host, port: undefined }] : [];
    });
  });
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
  return [port === undefined ? { fact, host, port: undefined } : { fact: port, host, port: port.value }];
}
