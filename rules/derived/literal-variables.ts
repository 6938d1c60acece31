import type { Fact, StartCommandFact } from "../../domain/fact";
import { TOOL_FILES } from "../../domain/manifest";
import type { Knowledge, Violation } from "../../domain/rule";
import type { runsLocally } from "../../domain/runs-locally";
import { literalVariable } from "../../domain/start-command/literal-variable";
import { deployedOn } from "../../platforms";

/** Always in a shell: devcenter.heroku.com/articles/container-registry-and-runtime (Dockerfile commands; 2026-11-30). */
const RUNS_IN_SHELL = "heroku";

/** A server that is given a variable's letters, since no shell reads its command or its quotes are single ones. */
export function literalVariables(
  { place, command }: StartCommandFact,
  facts: readonly Fact[],
  settings: Knowledge & Parameters<typeof runsLocally>[1],
): Violation | undefined {
  const found = command.known ? literalVariable(command.value) : undefined;
  if (found === undefined) return undefined;
  const inImage = place.source === "file" && TOOL_FILES.image.test(place.file);
  const platforms = deployedOn(facts, settings);
  if (inImage && (platforms.length === 0 || platforms.some(({ id }) => id === RUNS_IN_SHELL)))
    return undefined;
  return {
    place,
    what: `an option of ${found.program}`,
    expected: "a variable's value, which a shell puts in",
    got: inImage
      ? `the letters \`${found.written}\`: no shell reads a list of words`
      : `the letters \`${found.written}\`, as single quotes leave them`,
    fix: inImage
      ? 'Write `["sh", "-c", "exec …"]`, or the command as one line without brackets.'
      : "Write double quotes, or none.",
  };
}
