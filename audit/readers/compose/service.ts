import path from "node:path";
import type { Knowable } from "../../../domain";
import { type Assignment, knowableOf } from "../../../domain/env-file";
import { oncePer, oncePerPart } from "../../once-per-repository";
import type { Repository } from "../../reader";
import type { SourceFile } from "../../walk/source-file";
import { lastAssignments } from "../env-file/reader";
import { environmentInName } from "../facts/file-environment";
import type { Entry } from "../syntax/tree";
import { YamlTree } from "../syntax/yaml";
import { baseFileOf } from "./base-file";
import { interpolate } from "./interpolation";

/** A compose file on its way to facts. */
export interface ComposeFile {
  readonly tree: YamlTree;
  /** The folder that its paths start from. */
  readonly folder: string;
  /** The environment that its name says, else a developer's machine's. */
  readonly environment: string;
  /** The file that this one is laid over: a service with neither an image nor a build has them from there. */
  below(): ComposeFile | undefined;
  /** A text with its variables filled in. */
  filled(text: string): Knowable<string>;
  /** What an env file gives to services of this code; nothing where it gave it before. */
  given(code: string, path: string): ReadonlyMap<string, Assignment>;
}

/** One service of a compose file. */
export interface ComposeService {
  readonly name: string;
  /** What it runs, as one text that is the same for services of the same code. */
  readonly code: string;
  /** Whether its image is a database's, a broker's or a proxy's, and not the repository's own. */
  readonly ready: boolean;
  /** What it says; nothing where `!reset` takes it away. */
  entry(key: string): Entry | undefined;
  /** The same, `!reset` included. */
  written(key: string): Entry | undefined;
}

export function composeFile(tree: YamlTree, { path: file }: SourceFile, repository: Repository): ComposeFile {
  const parent = path.posix.dirname(file);
  const folder = parent === "." ? "" : parent;
  // Compose fills in from the shell, which is not known here, and from the `.env` beside the file.
  const beside = lastAssignments(repository.text(path.posix.join(folder, ".env")) ?? "");
  return {
    tree,
    folder,
    environment: environmentInName(file) ?? "local",
    below: () => {
      const at = baseFileOf(file, repository);
      return at === undefined ? undefined : composeFileAt(repository, at);
    },
    filled: (text) =>
      interpolate(text, (name) => {
        const assignment = beside.get(name);
        return assignment === undefined ? undefined : knowableOf(assignment);
      }),
    given: envFiles(repository),
  };
}

/** Another compose file, parsed once however many services are based on it; undefined where it is none. */
export const composeFileAt = oncePerPart((repository, at: string): ComposeFile | undefined => {
  const text = repository.text(at);
  const tree = text === undefined ? undefined : YamlTree.parse({ path: at, text });
  return tree instanceof YamlTree ? composeFile(tree, { path: at, text: text ?? "" }, repository) : undefined;
});

/** Assignments that one compose file may give to its services, all together: no file that a person wrote comes near. */
const MAX_GIVEN = 100_000;

function envFiles(repository: Repository): ComposeFile["given"] {
  const read = new Map<string, ReadonlyMap<string, Assignment>>();
  const before = new Set<string>();
  let left = MAX_GIVEN;
  return (code, at) => {
    const key = JSON.stringify([code, at]);
    if (before.has(key)) return new Map();
    before.add(key);
    const found = read.get(at) ?? lastAssignments(repository.text(at) ?? "");
    read.set(at, found);
    left -= found.size;
    return left < 0 ? new Map() : found;
  };
}

/** Whether a layer takes this node away from the layer below: it is as if it was written in neither. */
export const isReset = (tree: YamlTree, node: unknown): boolean => tree.tag(node) === "!reset";

/** The services, those that publish a port first: what several share is stated of the first. */
export const composeServices = oncePer((file: ComposeFile): readonly ComposeService[] => {
  const { tree } = file;
  const services = tree
    .entries(tree.value(tree.root, "services"))
    .map(({ key: name, value }): ComposeService => {
      const written = new Map(tree.mergedEntries(value).map((entry) => [entry.key, entry]));
      const entries = new Map([...written].filter(([, entry]) => !isReset(tree, entry.value)));
      const built = entries.get("build")?.value;
      const context =
        built === undefined ? undefined : (tree.text(built) ?? tree.text(tree.value(built, "context")));
      const imageText = tree.text(entries.get("image")?.value) ?? "";
      const filled = file.filled(imageText);
      const image = withoutTag(filled.known ? filled.value : imageText);
      const code =
        built !== undefined ? `build ${path.posix.normalize(context ?? ".")}` : `image ${image || name}`;
      const ready = built === undefined && (image === "" ? isReadyBelow(file, name) : isReady(image));
      return { name, code, ready, entry: (key) => entries.get(key), written: (key) => written.get(key) };
    });
  const publishes = (service: ComposeService): boolean => service.entry("ports") !== undefined;
  return [...services.filter(publishes), ...services.filter((service) => !publishes(service))];
});

function isReadyBelow(file: ComposeFile, name: string): boolean {
  const below = file.below();
  return below !== undefined && serviceNamed(below, name)?.ready === true;
}

export const serviceNamed = (file: ComposeFile, name: string): ComposeService | undefined =>
  byName(file).get(name);

const byName = oncePer(
  (file: ComposeFile): ReadonlyMap<string, ComposeService> =>
    new Map(composeServices(file).map((service) => [service.name, service])),
);

/** An image's name; the colon before a slash is a registry's port. */
function withoutTag(image: string): string {
  const last = image.lastIndexOf("/") + 1;
  return image.slice(0, last) + (image.slice(last).split(/[:@]/, 1)[0] ?? "");
}

/** Images that a compose file takes as they are: their ports and commands are not the service's. */
const READY_NAMES = new RegExp(
  `^(?:${[
    "postgres|postgresql|postgis|pgvector|timescaledb|timescaledb-ha|pgbouncer|supavisor|pgadmin4|adminer|postgrest",
    "mysql|mariadb|mongo|mongo-express|redis|redis-stack|valkey|keydb|memcached|rabbitmq|kafka|zookeeper|nats",
    "elasticsearch|opensearch|kibana|clickhouse-server|minio|localstack|mailhog|mailpit|maildev|kong",
    "nginx|traefik|caddy|haproxy|envoy|prometheus|grafana|loki|jaeger|otel-collector.*",
  ].join("|")})$`,
  "i",
);

/** Web servers among them: an image that is built upon one serves what the repository puts into it. */
const WEB_SERVERS = /^(?:nginx|traefik|caddy|haproxy|envoy|kong)$/i;

/** Whether an image is a database's, a broker's or the like, and one that is built upon it too. */
export function isDatabaseImage(image: string): boolean {
  const name = withoutTag(image);
  return isReady(name) && !WEB_SERVERS.test(name.split("/").at(-1) ?? "");
}

/** Supabase's own stack, as a self-hosted project runs it beside the service. */
const SUPABASE = /(?:^|\/)supabase\//;

function isReady(image: string): boolean {
  return SUPABASE.test(image) || READY_NAMES.test(image.split("/").at(-1) ?? "");
}
