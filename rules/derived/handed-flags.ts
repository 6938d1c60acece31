import { type Fact, factsOf, type StartCommandFact } from "../../domain/fact";
import type { Knowledge } from "../../domain/rule";
import { readStartCommand } from "../../domain/start-command";
import { askedVariables } from "../../domain/variables";
import { platformsAt } from "../../platforms";

/** Why the port is not certain: flags that the platform hands to the server may name another than PORT. */
export function whyHanded(
  fact: StartCommandFact,
  command: string,
  facts: readonly Fact[],
  settings: Knowledge,
): string | undefined {
  const platforms = platformsAt(fact.place, facts, settings);
  for (const stated of factsOf(facts, "platform")) {
    const flags = platforms.find(({ id }) => id === stated.platform)?.handedFlags;
    if (flags === undefined || flags.runtime !== stated.runtime) continue;
    const { look } = askedVariables(facts, fact);
    const own = look("PORT");
    if (own === undefined || look(flags.variable) !== undefined) continue;
    const without = readStartCommand(command, look)?.port;
    const port = readStartCommand(command, (name) =>
      name === flags.variable ? flags.flags : look(name),
    )?.port;
    // A server that reads no such variable has its port from elsewhere, such as UVICORN_PORT.
    if (JSON.stringify(port) === JSON.stringify(without)) continue;
    if (port?.from === "literal" && port.port !== own.trim() && !command.includes(port.port))
      return flags.why;
  }
  return undefined;
}
