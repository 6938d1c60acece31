import { type Fact, factsOf } from "../../../domain/fact";
import type { Place } from "../../../domain/place";
import { rule } from "../../../domain/rule";
import { isStackPlace } from "../../../domain/stack-place";
import { isBlueprintPlace, isNative } from "../manifest";

export const serviceNativeWithoutStart = rule({
  id: "service/native-without-start",
  severity: "error",
  title: "A service on a native runtime has a start command",
  why: "Without an image nothing says what to run: Render refuses the service, and reads neither a Procfile nor a Dockerfile's CMD in its place.",
  fix: "Set the start command, such as `uvicorn main:app --host 0.0.0.0 --port $PORT`.",
  reference: "https://render.com/docs/blueprint-spec",
  platforms: ["render"],
  check: (facts) => {
    const commands = factsOf(facts, "start-command").filter(({ place }) => isRenders(place));
    const native = factsOf(facts, "platform").filter((fact) => fact.platform === "render" && isNative(fact));
    // Whatever a command starts in the end, there is one.
    const isStated = commands.some(({ command }) => command.known);
    const undecided = commands.flatMap(({ command, place }) =>
      command.known || isStated ? [] : [{ place, why: command.why }],
    );
    if (commands.length > 0) return { violations: [], undecided: ofImage(facts) ? [] : undecided };
    return {
      undecided,
      violations: native.map(({ place, runtime, listens }) => ({
        place,
        what: "start command",
        expected: `one, as the runtime is ${runtime}`,
        got: "none",
        fix:
          listens === false
            ? "Set `startCommand` to what is to run, such as `python -m jobs.nightly`."
            : "Set `startCommand`, such as `uvicorn main:app --host 0.0.0.0 --port $PORT`.",
      })),
    };
  },
});

/** Whether it is known that an image runs, which has a command of its own. */
function ofImage(facts: readonly Fact[]): boolean {
  const on = factsOf(facts, "platform").filter(({ platform }) => platform === "render");
  return on.length > 0 && on.every((fact) => fact.runtime !== undefined && !isNative(fact));
}

/** What Render reads a start command from: its Blueprint, or a stack's resource. */
function isRenders(place: Place): boolean {
  return place.source === "file" && !isStackPlace(place) ? isBlueprintPlace(place) : true;
}
