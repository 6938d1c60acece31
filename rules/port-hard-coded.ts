import { ALL_VARIABLES, type Fact, factsOf } from "../domain/fact";
import { isManifest } from "../domain/manifest";
import { runsOnRender } from "../domain/on-render";
import type { Rule } from "../domain/rule";
import { RENDER_DEFAULT_PORT } from "../platforms/render/ports";
import { type NamedPort, servicePorts } from "./derived/service-ports";

export const portHardCoded: Rule = {
  id: "port/hard-coded",
  severity: "warning",
  title: "The service opens the port that Render gives it",
  why: "Render sets PORT to 10000 where nobody does and looks there first; it finds another port only after a scan, and restarts the deploy once for it.",
  fix: "Let the start command read $PORT, or set PORT to the port that is opened.",
  reference: "https://render.com/docs/web-services#port-binding",
  check: (facts, settings) => {
    // Where PORT is set, `port/agreement` compares it with what is opened.
    const set = factsOf(facts, "variable").some(({ name }) => name === "PORT");
    if (set || !runsOnRender(facts, settings)) return { violations: [], undecided: pending(facts) };
    const { ports } = servicePorts(facts);
    const opened = ports.filter(
      ({ role, text }) => (role === "command" || role === "code") && text !== String(RENDER_DEFAULT_PORT),
    );
    const open = opened.map(({ fact: { place } }) => ({ place, why: NOT_TOLD }));
    if (!isComplete(facts)) return { violations: [], undecided: [...open, ...pending(facts)] };
    return { violations: opened.map(violation), undecided: pending(facts) };
  },
};

/** What a start command says that is not known yet. */
function pending(facts: readonly Fact[]): ReturnType<Rule["check"]>["undecided"] {
  return factsOf(facts, "start-command").flatMap(({ command, place }) =>
    command.known ? [] : [{ place, why: command.why }],
  );
}

const NOT_TOLD = "PORT may be set where it is not read: in an env group or the dashboard";

/** A Blueprint lists the groups of a service; a resource tells nothing of what is linked to it. */
function isComplete(facts: readonly Fact[]): boolean {
  if (factsOf(facts, "variable").some(({ name }) => name === ALL_VARIABLES)) return false;
  return factsOf(facts, "platform").some(
    ({ place, assumed, variablesComplete }) =>
      variablesComplete === true || (place.source === "file" && isManifest(place) && assumed !== true),
  );
}

function violation({ fact, what, text }: NamedPort) {
  return {
    place: fact.place,
    what,
    expected: `$PORT, which Render sets to ${RENDER_DEFAULT_PORT} where nobody does`,
    got: text,
    fix: `Let it read $PORT instead, or set the service's variable PORT to ${text}.`,
  };
}
