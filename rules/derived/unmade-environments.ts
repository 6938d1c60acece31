import { type Fact, factsOf } from "../../domain/fact";
import type { Undecided } from "../../domain/rule";

/** An environment of Python's in a folder that git usually ignores; Render's own is called .venv. */
const VENV = /(?:^|[\s;&|(])(?:(?:source|\.)\s+)?(?:\.\/)?((?:venv|env|virtualenv)\/bin)\/[\w.-]+/;
const MAKES_ONE = /venv|virtualenv/;
/** A script or a target of a build may make one. */
const MAY_MAKE_ONE = /\.sh\b|\bmake\b/;

/** The folder of Python's packages that a start command names, and no build makes for certain. */
export function unmadeEnvironments(facts: readonly Fact[]): readonly Undecided[] {
  const native = factsOf(facts, "platform").some(({ runtime }) => runtime === "python");
  const builds = factsOf(facts, "platform-command").map(({ command }) =>
    command.known ? command.value : "venv",
  );
  if (!native || builds.length === 0 || builds.some((build) => MAKES_ONE.test(build))) return [];
  const makes = builds.some((build) => MAY_MAKE_ONE.test(build)) ? "may make none" : "makes none";
  return factsOf(facts, "start-command").flatMap(({ place, command }) => {
    const text = command.known && place.source === "resource" ? command.value : "";
    const [, folder] = VENV.exec(text) ?? [];
    return folder === undefined || /venv\s+\w|virtualenv\s/.test(text)
      ? []
      : [{ place, why: `${folder}: git usually ignores such a folder, and the build ${makes}` }];
  });
}
