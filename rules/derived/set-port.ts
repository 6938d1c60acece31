import { type Fact, factsOf, type StartCommandFact } from "../../domain/fact";
import { assignedVariables } from "../../domain/start-command/assigned";

/** PORT as a command sets it for a program whose code reads it: `PORT=3000 node server.js`. */
export function setPort(
  { service }: StartCommandFact,
  command: string,
  facts: readonly Fact[],
): string | undefined {
  const isRead = factsOf(facts, "wanted-variable").some(
    (wanted) => wanted.name === "PORT" && wanted.service === service,
  );
  return isRead ? assignedVariables(command).findLast(([name]) => name === "PORT")?.[1] : undefined;
}
