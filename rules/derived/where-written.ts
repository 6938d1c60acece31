import { type Fact, factsOf, type StartCommandFact } from "../../domain/fact";
import { SERVERS } from "../../domain/start-command/servers";

/** Where the port is written: in the command, or in a variable that its server reads, such as ASPNETCORE_URLS. */
export function whereWritten(
  fact: StartCommandFact,
  port: string,
  command: string,
  facts: readonly Fact[],
): StartCommandFact {
  if (command.includes(port)) return fact;
  const variable = factsOf(facts, "variable").find(
    ({ name, service, value }) =>
      service === fact.service &&
      SERVERS.some(({ bindVariables = [], portVariables = [] }) =>
        [...bindVariables, ...portVariables].includes(name),
      ) &&
      value.known &&
      value.value.includes(port),
  );
  return variable === undefined ? fact : { ...fact, place: variable.place };
}
