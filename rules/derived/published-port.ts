import { type Fact, factsOf } from "../../domain/fact";
import { TOOL_FILES } from "../../domain/manifest";
import { isComposePlace } from "../../domain/stack-place";
import type { NamedPort } from "./service-ports";

/** What a compose file publishes of a service whose image it builds once and runs as it is, by the image's command. */
export class Published {
  private readonly runsImage: boolean;
  private readonly opensImagesPort: boolean;

  constructor(facts: readonly Fact[], service: string | undefined) {
    const own = <F extends Fact>(all: readonly F[]): readonly F[] =>
      all.filter((fact) => fact.service === service);
    const builds = own(factsOf(facts, "build"));
    const starts = own(factsOf(facts, "start-command"));
    this.runsImage = builds.length === 1 && !starts.some(({ place }) => isComposePlace(place));
    this.opensImagesPort =
      builds.every(({ reachedAs }) => reachedAs !== undefined) &&
      own(factsOf(facts, "wanted-variable")).some(({ name, opens }) => name === "PORT" && opens === true) &&
      starts.every(({ command }) => command.known && !command.value.includes("PORT"));
  }

  /** Whether a port of compose's leads to the one that the image's command or the code opens. */
  leadsTo({ fact, role }: NamedPort, { fact: of, role: opened }: NamedPort): boolean {
    if (!this.runsImage || role !== "compose" || !isComposePlace(fact.place)) return false;
    if (opened === "command" || opened === "code") return true;
    const file = of.place.source === "file" ? of.place.file : "";
    return opened === "variable" && TOOL_FILES.image.test(file) && this.opensImagesPort;
  }
}
