import type { Fact, Place } from "../../domain";
import { assignedVariables } from "../../domain/start-command";
import type { VariableLookup } from "../../domain/start-command/listener";
import { handedUrlFacts } from "./handed-urls";
import { isDatabaseUrl } from "./settings-databases";

const DATABASE_NAME = /^(?:PG|POSTGRES|DB_|DATABASE_)/;

/** The databases that a command sets by itself, `DATABASE_URL=… uvicorn …`, and those that its words name. */
export function commandDatabaseFacts(command: string, place: Place, look: VariableLookup): readonly Fact[] {
  const assigned = assignedVariables(command)
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
