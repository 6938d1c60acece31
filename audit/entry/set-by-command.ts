import { known, unknown, type VariableFact } from "../../domain";
import { simpleCommands } from "../../domain/start-command/shell";
import type { Entry } from "./entry";

/** What the commands of the way to a program set for it: `HOST=0.0.0.0 ./server`, `export`, `env`. */
export function setByCommand(entries: readonly Entry[]): readonly VariableFact[] {
  return entries.flatMap(({ steps }) =>
    steps.flatMap(({ place, text }) =>
      Object.entries(simpleCommands(text).at(-1)?.variables ?? {}).flatMap(
        ([name, value]): readonly VariableFact[] => {
          if (value === undefined) return [];
          const isText = !/[$\uE000\uE001]/.test(value);
          const held = isText ? known(value) : unknown<string>(`a shell fills ${name} in`);
          return [{ kind: "variable", place, name, value: held, secret: false }];
        },
      ),
    ),
  );
}
