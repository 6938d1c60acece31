import path from "node:path";
import { type Fact, known, type Place, parsePort, type Subject } from "../../../domain";
import { PLACEHOLDER_REPOSITORY } from "../../../domain/repository-address";
import type { Repository } from "../../reader";
import { structuredReader, YAML } from "../syntax/structured-reader";
import type { YamlTree } from "../syntax/yaml";
import { databaseFacts } from "./databases";
import { variableFacts } from "./variables";

const STACK_FILE = /(?:^|\/)Pulumi\.([^/]+)\.ya?ml$/;

/** What a stack of Portcullis declares, so that it can be compared with what the repository holds. */
export const STACK_FILE_READER = structuredReader({
  name: "stack-file",
  accepts: (path) => STACK_FILE.test(path),
  syntax: YAML,
  mayState: (text) => text.includes("portcullis:"),
  facts: (tree, { path }, repository) => stackFacts(tree, STACK_FILE.exec(path)?.[1] ?? "", repository),
});

/** A service of the stack: the only one, or one of `portcullis:services`, by its key there. */
interface Declared {
  readonly service: unknown;
  /** Its key in the file. */
  readonly at: string;
  readonly name: string;
  /** Of its name, else of the service. */
  readonly place: Place;
}

function stackFacts(tree: YamlTree, environment: string, repository: Repository): readonly Fact[] {
  const config = tree.value(tree.root, "config");
  return servicesOf(tree, config).flatMap((declared) => {
    const { service, at, name, place } = declared;
    const subject = { service: name, environment };
    return [
      { kind: "environment", ...subject, name: environment, place } as const,
      ...standardPortFacts(tree, config, subject),
      ...serviceFacts(tree, config, declared, subject, repository),
      ...(typeOf(tree, service) === "static" ? [] : databaseFacts(tree, { config, service, at }, subject)),
    ];
  });
}

/** The port that the stack states as the standard of its services. */
function standardPortFacts(tree: YamlTree, config: unknown, subject: Subject): readonly Fact[] {
  const at = "portcullis:standardPort";
  const node = tree.value(config, at);
  const port = parsePort(tree.text(node));
  return port === undefined ? [] : [{ kind: "standard-port", ...subject, place: tree.place(node, at), port }];
}

function servicesOf(tree: YamlTree, config: unknown): readonly Declared[] {
  const at = "portcullis:service";
  const only = tree.value(config, at);
  const name = tree.text(tree.value(only, "name"));
  const several = tree
    .entries(tree.value(config, "portcullis:services"))
    .filter(({ value }) => tree.isMapping(value))
    .map(({ key, value }): Declared => {
      const own = `portcullis:services.${key}`;
      return { service: value, at: own, name: key, place: tree.place(value, own) };
    });
  if (name === undefined) return several;
  const place = tree.place(tree.value(only, "name"), `${at}.name`);
  return [{ service: only, at, name, place }, ...several];
}

const typeOf = (tree: YamlTree, service: unknown) => tree.text(tree.value(service, "type"));

/** Kinds of services that open a port; the others have neither one nor a health check. */
const LISTENING: readonly (string | undefined)[] = [undefined, "web", "private"];

function serviceFacts(
  tree: YamlTree,
  config: unknown,
  { service, at }: Declared,
  subject: Subject,
  repository: Repository,
): readonly Fact[] {
  const variables = variableFacts(tree, config, service, subject);
  if (!LISTENING.includes(typeOf(tree, service))) return variables;
  const facts: Fact[] = [];
  const scalar = (key: string) => {
    const node = tree.value(service, key);
    const text = tree.text(node);
    const place = tree.place(node, `${at}.${key}`);
    return text === undefined ? undefined : { text, place };
  };
  const [port, start, health] = [scalar("port"), scalar("start"), scalar("healthCheckPath")];
  const root = scalar("rootDirectory");
  if (port !== undefined) {
    facts.push({ kind: "port", role: "declared", ...subject, place: port.place, port: known(port.text) });
  }
  if (start !== undefined) {
    facts.push({
      kind: "start-command",
      ...subject,
      place: start.place,
      command: known(start.text),
      runsIn: folderOfService(root?.text, repository),
      ...missingRoot(root, repository),
      ...(/^(?:docker|image)$/.test(tree.text(tree.value(service, "runtime")) ?? "") && { inImage: true }),
      ...sourceOf(tree.text(tree.value(service, "repository"))),
    });
  }
  for (const [key, by] of COMMANDS) {
    const command = scalar(key);
    if (command === undefined) continue;
    facts.push({
      kind: "platform-command",
      ...subject,
      place: command.place,
      by,
      command: known(command.text),
    });
  }
  if (health !== undefined) {
    facts.push({ kind: "health-check", ...subject, place: health.place, path: known(health.text) });
  }
  return [...facts, ...variables];
}

const COMMANDS = [
  ["build", "build command"],
  ["preDeploy", "pre-deploy command"],
] as const;

/** Where the top of the checkout is what is audited: else the folder may be above it. */
function missingRoot(
  root: { readonly text: string; readonly place: Place } | undefined,
  repository: Repository,
) {
  const folder = path.posix.normalize(`/${root?.text ?? ""}`).replaceAll(/^\/+|\/+$/g, "");
  const isTop = !repository.lacks(".git");
  const isMissing = root !== undefined && folder !== "" && isTop && repository.lacks(folder);
  return isMissing && !repository.has(".gitmodules") && { missingRoot: { folder, place: root.place } };
}

/**
 * Where a service's commands run, from the audited folder: in its root directory, which is written from the top of the
 * checkout. The folder of the stack file is none of them.
 */
function folderOfService(written: string | undefined, repository: Repository): string {
  const folder = path.posix.normalize(`/${written ?? ""}`).replaceAll(/^\/+|\/+$/g, "");
  // Where a folder of the checkout is audited by itself, the top is above it.
  return folder === "" || repository.lacks(folder) ? "" : folder;
}

/** The address that the code is fetched from; none where it is yet to be typed. */
function sourceOf(written: string | undefined): { readonly source?: string } {
  return written === undefined || written === PLACEHOLDER_REPOSITORY ? {} : { source: written };
}
