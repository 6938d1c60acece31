import { type Fact, factsOf, type StartCommandFact } from "../../domain/fact";
import { assignedVariables } from "../../domain/start-command/assigned";

/** PORT as a command sets it for a program whose code reads it: `PORT=3000 node server.js`. */
export function setPort(
  { service }: StartCommandFact,
  command: string,
  facts: readonly Fact[],
): string | undefined {
  if (!readsPort(service, facts)) return undefined;
  return assignedVariables(command).findLast(([name]) => name === "PORT")?.[1];
}

/** Whether the service's code asks for PORT. */
export function readsPort(service: string | undefined, facts: readonly Fact[]): boolean {
  return factsOf(facts, "wanted-variable").some(
    (wanted) => wanted.name === "PORT" && wanted.service === service,
  );
}
