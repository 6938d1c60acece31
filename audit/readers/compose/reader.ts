import { type Fact, factsOf } from "../../../domain";
import { TOOL_FILES } from "../../../domain/manifest";
import { oncePer } from "../../once-per-repository";
import type { Repository } from "../../reader";
import type { SourceFile } from "../../walk/source-file";
import { structuredReader, YAML } from "../syntax/structured-reader";
import type { YamlTree } from "../syntax/yaml";
import { unknownPeers } from "./hosts";
import { baseOf, includedPaths, type Layer, overriddenBy, overrideOf, underneath } from "./layers";
import { namedFacts } from "./named-files";
import { ownBrokers } from "./own-brokers";
import { ofProfile, profileOf } from "./profiles";
import { proxiedPeers } from "./proxied-peers";
import { takenAwayBy } from "./reset";
import { publishedPorts, runFacts } from "./run";
import {
  type ComposeFile,
  type ComposeService,
  composeFile,
  composeFileAt,
  composeServices,
  serviceNamed,
} from "./service";
import { uncheckedPeers } from "./unchecked-peers";
import { argumentFacts, variableFacts } from "./variables";

/** Docker compose: each service's variables, port, command, health check and build arguments. */
export const COMPOSE = structuredReader({
  name: "compose",
  accepts: (path) => TOOL_FILES.compose.test(path),
  syntax: YAML,
  facts: (tree, file, repository) =>
    [file.path, ...includedBy(tree, file.path, repository)].flatMap((path) => {
      const compose =
        path === file.path ? composeFile(tree, file, repository) : composeFileAt(repository, path);
      return compose === undefined ? [] : composeFacts(compose, repository, layersOf({ path }, repository));
    }),
});

/** Files of other names that it includes, and that these include: one of compose's own name is read by itself. */
function includedBy(
  tree: YamlTree,
  from: string,
  repository: Repository,
  before: readonly string[] = [from],
): readonly string[] {
  if (before.length > MAX_DEPTH) return [];
  return includedPaths(tree, from).flatMap((path) => {
    if (before.includes(path) || TOOL_FILES.compose.test(path)) return [];
    const below = composeFileAt(repository, path);
    return below === undefined ? [] : [path, ...includedBy(below.tree, path, repository, [...before, path])];
  });
}

/** What is laid over a file, and the files that compose reads together with it. */
interface Layers {
  readonly upper: ReadonlyMap<string, Layer>;
  readonly others: readonly ComposeFile[];
}

function layersOf(file: Pick<SourceFile, "path">, repository: Repository): Layers {
  const others = [overrideOf(file.path, repository), overriddenBy(file.path, repository)];
  return {
    upper: upperOf(file, repository),
    others: others.flatMap((at) => (at === undefined ? [] : (composeFileAt(repository, at) ?? []))),
  };
}

/** The services of the file that compose lays over this one, by name. */
function upperOf({ path }: Pick<SourceFile, "path">, repository: Repository): ReadonlyMap<string, Layer> {
  const at = overrideOf(path, repository);
  const upper = at === undefined ? undefined : composeFileAt(repository, at);
  if (upper === undefined) return new Map();
  return new Map(
    composeServices(upper).map((service) => [
      service.name,
      {
        facts: serviceFacts(upper, service, repository),
        takesAway: takenAwayBy(upper.tree, service),
      },
    ]),
  );
}

/**
 * A worker of the same code as a web service mostly has the same variables, by an anchor or an env file: they are
 * stated once, so that a fault of one is reported once.
 */
function composeFacts(file: ComposeFile, repository: Repository, { upper, others }: Layers): readonly Fact[] {
  const stated = new Set<string>();
  const services = composeServices(file).map((service) => {
    const same = others.flatMap((other) => {
      const layer = serviceNamed(other, service.name);
      return layer === undefined ? [] : [[other, layer] as const];
    });
    return { service, profile: profileOf(file, [[file, service], ...same]) };
  });
  // What a service that is started shares with one of a profile is stated of the one that is started.
  const started = services.filter(({ profile }) => profile === undefined);
  const waiting = services.filter(({ profile }) => profile !== undefined);
  return [...started, ...waiting].flatMap(({ service, profile }) => {
    const own = serviceFacts(file, service, repository);
    const layer = upper.get(service.name);
    const facts = (layer === undefined ? own : underneath(own, layer)).filter((fact) => {
      if (!("name" in fact)) return true;
      const key = JSON.stringify([service.code, fact.kind, fact.name, fact.place]);
      const first = !stated.has(key);
      stated.add(key);
      return first;
    });
    const all = [
      ...facts,
      ...publishedPeers(file, service, facts),
      ...unknownPeers(file, service, facts, repository),
      ...ownBrokers(file, service, facts, repository),
      ...uncheckedPeers(file, service, repository),
      ...proxiedPeers(file, service, { service: service.name, environment: file.environment }, repository),
    ];
    return profile === undefined ? all : ofProfile(all, profile);
  });
}

/** The published ports of the services that a service's variables name. */
function publishedPeers(file: ComposeFile, service: ComposeService, facts: readonly Fact[]): readonly Fact[] {
  const values = factsOf(facts, "variable").flatMap(({ value }) => (value.known ? [value.value] : []));
  if (values.length === 0) return [];
  return publishing(file).flatMap(({ name: hostName, ports }): readonly Fact[] => {
    if (hostName === service.name || !values.some((value) => value.includes(hostName))) return [];
    const subject = { service: service.name, environment: file.environment };
    return ports.map((port) => ({ kind: "published-peer", ...subject, hostName, ...port }));
  });
}

/** The services with a port that is published under another number. */
const publishing = oncePer((file: ComposeFile) =>
  composeServices(file)
    .map((service) => ({ name: service.name, ports: publishedPorts(file, service) }))
    .filter(({ ports }) => ports.some(({ published, target }) => published !== target)),
);

/** A service may be based on one that is based on another; a circle of them ends here. */
const MAX_DEPTH = 5;

function serviceFacts(
  file: ComposeFile,
  service: ComposeService,
  repository: Repository,
  { name, environment } = { name: service.name, environment: file.environment },
  depth = 0,
): readonly Fact[] {
  const subject = { service: name, environment };
  const own = [
    ...variableFacts(file, service, subject),
    ...argumentFacts(file, service, subject),
    ...(service.ready ? [] : runFacts(file, service, subject)),
    ...namedFacts(file, service, subject, repository),
  ];
  const base = baseOf(file.tree, service, file.folder);
  if (base === undefined || depth >= MAX_DEPTH) return own;
  const below = base.file === undefined ? file : composeFileAt(repository, base.file);
  const extended = below && serviceNamed(below, base.service);
  if (below === undefined || extended === undefined) return own;
  const inherited = serviceFacts(below, extended, repository, { name, environment }, depth + 1);
  return [...own, ...underneath(inherited, { facts: own, takesAway: takenAwayBy(file.tree, service) })];
}
