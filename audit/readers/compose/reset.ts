import type { Fact } from "../../../domain";
import type { YamlTree } from "../syntax/yaml";
import { type ComposeService, isReset } from "./service";

/** The facts that each key of a service leads to. */
const OF_KEY: Readonly<Record<string, (fact: Fact) => boolean>> = {
  environment: ({ kind }) => kind === "variable",
  env_file: ({ kind }) => kind === "variable",
  build: ({ kind }) => kind === "build" || kind === "build-argument",
  command: ({ kind }) => kind === "start-command",
  entrypoint: ({ kind }) => kind === "start-command",
  ports: (fact) => fact.kind === "port" && fact.role !== "health-check",
  expose: (fact) => fact.kind === "port" && fact.role !== "health-check",
  healthcheck: (fact) => fact.kind === "port" && fact.role === "health-check",
};

/**
 * What a service takes away from the layer below: a key or a variable by `!reset`, a whole key that it sets again by
 * `!override` (docs.docker.com: merge Compose files, read 2026-11-29).
 */
export function takenAwayBy(
  tree: YamlTree,
  service: Pick<ComposeService, "written">,
): (fact: Fact) => boolean {
  const keys = Object.entries(OF_KEY).flatMap(([key, leads]) => {
    const node = service.written(key)?.value;
    return isReset(tree, node) || tree.tag(node) === "!override" ? [leads] : [];
  });
  const variables = tree.mergedEntries(service.written("environment")?.value);
  const names = new Set(variables.flatMap(({ key, value }) => (isReset(tree, value) ? [key] : [])));
  return (fact) => keys.some((leads) => leads(fact)) || (fact.kind === "variable" && names.has(fact.name));
}
