import type { Fact, Place } from "../../domain";
import { toolCall } from "../../domain/migration-tools";
import { assignedVariables } from "../../domain/start-command";
import type { VariableLookup } from "../../domain/start-command/listener";
import { simpleCommands } from "../../domain/start-command/shell";
import { handedUrlFacts } from "./handed-urls";
import { isDatabaseUrl } from "./settings-databases";

const DATABASE_NAME = /^(?:PG|POSTGRES|DB_|DATABASE_)/;

/** The databases that a command sets by itself, `DATABASE_URL=… uvicorn …`, and those that its words name. */
export function commandDatabaseFacts(command: string, place: Place, look: VariableLookup): readonly Fact[] {
  const steps = simpleCommands(command);
  // What a line sets for a migration tool alone is read for the tool's own driver.
  const isForTool = (name: string, value: string): boolean => {
    const having = steps.filter(({ variables }) => variables[name] === value);
    return having.length > 0 && having.every(({ words }) => toolCall(words, look)?.variable === name);
  };
  const assigned = assignedVariables(command)
    .filter(([name, value]) => !isForTool(name, value))
    .filter(([name, value]) => isDatabaseUrl(value) || DATABASE_NAME.test(name))
    .map(
      ([name, value]): Fact => ({
        kind: "variable",
        place,
        name,
        value: { known: true, value },
        secret: true,
      }),
    );
  return [...assigned, ...handedUrlFacts(command, place, look)];
}
