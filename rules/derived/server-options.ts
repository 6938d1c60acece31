import type { StartCommandFact } from "../../domain/fact";
import type { Violation } from "../../domain/rule";
import type { MissingValue } from "../../domain/start-command/missing-value";
import type { RefusedOption } from "../../domain/start-command/refused-option";

/** `No such option: -p`, `unrecognized arguments: --host`: the server ends at once. */
export function ofOption({ place }: StartCommandFact, { program, option, has }: RefusedOption): Violation {
  const own = has.map((flag) => `\`${flag}\``).join(" and ");
  return {
    place,
    what: `options of ${program}`,
    expected: own,
    got: `\`${option}\`, which it does not have`,
    fix: `Write ${own} in place of \`${option}\`.`,
  };
}

/** Python's servers end at an option that has no value. */
export function ofMissing({ place }: StartCommandFact, { program, option }: MissingValue): Violation {
  return {
    place,
    what: "start command",
    expected: `a value for ${option}`,
    got: `\`${option}\` at the end, at which ${program} ends`,
    fix: `Give ${option} its value, or remove it.`,
  };
}
