import type { Fact } from "../../domain";
import type { Reader } from "../reader";
import { runFacts } from "./compose-run";
import { type ComposeFile, type ComposeService, composeFile, composeServices } from "./compose-service";
import { argumentFacts, variableFacts } from "./compose-variables";
import { YamlTree } from "./yaml-tree";

const NAME = /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/;

/** Docker compose: each service's variables, port, command, health check and build arguments. */
export const COMPOSE: Reader = {
  name: "compose",
  accepts: (path) => NAME.test(path),
  read: (file, repository) => {
    const tree = YamlTree.parse(file);
    if (!(tree instanceof YamlTree)) {
      return { facts: [], problems: [{ file: file.path, ...tree, reason: "expected YAML" }] };
    }
    return { facts: composeFacts(composeFile(tree, file, repository)), problems: tree.problems };
  },
};

/**
 * A worker of the same code as a web service mostly has the same variables, by an anchor or an env file: they are
 * stated once, so that what is wrong with one is told once.
 */
function composeFacts(file: ComposeFile): readonly Fact[] {
  const stated = new Set<string>();
  return composeServices(file).flatMap((service) =>
    serviceFacts(file, service).filter((fact) => {
      if (!("name" in fact)) return true;
      const key = JSON.stringify([service.code, fact.kind, fact.name, fact.place]);
      const first = !stated.has(key);
      stated.add(key);
      return first;
    }),
  );
}

function serviceFacts(file: ComposeFile, service: ComposeService): readonly Fact[] {
  const subject = { service: service.name, environment: file.environment };
  return [
    ...variableFacts(file, service, subject),
    ...argumentFacts(file, service, subject),
    ...(service.ready ? [] : runFacts(file, service, subject)),
  ];
}
