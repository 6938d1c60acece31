import type { LogReading } from "../log/log-reading";
import { exceptionAround } from "./caught";
import type { Hypothesis } from "./hypothesis";

/** A number that the code makes of a variable, in the line of code that a stack shows. */
const NUMBER_OF_VARIABLE =
  /\b(?:int|float|Decimal)\(\s*(?:os\.)?(?:environ(?:\.get\(|\[)|getenv\()\s*["'](?<name>\w+)["']/;
const VALUE = /(?:with base 10|could not convert string to float): (?<value>'.*')$/;

/** An exception of a number's text names its variable in the code that the stack shows, where it does not name any URL. */
export function ofItsVariable(one: Hypothesis, reading: LogReading): Hypothesis {
  if (one.mode !== "database/url-malformed" && one.mode !== "process/exception") return one;
  const within = exceptionAround(one, reading);
  const name = NUMBER_OF_VARIABLE.exec(within?.code ?? "")?.groups?.name;
  const { value } = VALUE.exec(within?.message ?? "")?.groups ?? {};
  if (name === undefined || value === undefined) return one;
  return {
    ...one,
    mode: "configuration/invalid",
    certainty: "certain",
    meaning: "a variable that should be a number is none",
    cause: `${name} has the value ${value}, and the code reads a number from it`,
    correctiveAction: `Set ${name} to a number alone in that environment.`,
    competing: [],
  };
}
