import { type Fact, factsOf } from "../../domain/fact";
import { findServer } from "../../domain/start-command/server-at";
import { simpleCommands } from "../../domain/start-command/shell";

/** Servers that decrypt only where their command or a variable names a certificate (uvicorn.dev/settings; nextjs.org/docs: next CLI). */
const PLAIN = ["uvicorn", "fastapi", "waitress-serve", "next"];
const OF_TLS = /ssl|tls|cert|https|\.pem|\.key/i;

/** Whether all that a service starts is known, and none of it decrypts. */
export function isPlainServer(facts: readonly Fact[]): boolean {
  const commands = factsOf(facts, "start-command");
  if (commands.length !== 1 || factsOf(facts, "variable").some(({ name }) => OF_TLS.test(name))) return false;
  return commands.every(({ command }) => {
    if (!command.known || OF_TLS.test(command.value)) return false;
    const served = simpleCommands(command.value);
    return (
      served.length === 1 &&
      served.every(({ words }) => PLAIN.includes(findServer(words).server?.names[0] ?? ""))
    );
  });
}
