import {
  type Fact,
  known,
  type Place,
  type PlatformFact,
  type PlatformField,
  type ServiceType,
  type Subject,
} from "../../../domain";
import type { Repository } from "../../reader";
import type { YamlTree } from "../syntax/yaml";
import { imageContexts } from "./image-contexts";
import { otherRepository } from "./other-repository";
import { runtimeOf } from "./runtime";

const COMMANDS = [
  ["buildCommand", "build command"],
  ["preDeployCommand", "pre-deploy command"],
] as const;

/** What a service of a Blueprint asks of Render: plan, region, runtime and size, what it starts, how it is checked. */
export function platformFacts(
  tree: YamlTree,
  node: unknown,
  type: string,
  subject: Subject,
  repository: Repository,
): readonly Fact[] {
  const facts: Fact[] = [platformFact(tree, node, type, subject, repository)];
  for (const key of type === "static" ? [] : ["startCommand", "dockerCommand"]) {
    const value = tree.value(node, key);
    const command = tree.text(value);
    if (command === undefined || command.trim() === "") continue;
    const place = tree.place(value, key);
    facts.push({ kind: "start-command", ...subject, place, command: known(command) });
  }
  for (const [key, by] of type === "static" ? COMMANDS.slice(0, 1) : COMMANDS) {
    const value = tree.value(node, key);
    const command = tree.text(value);
    if (command === undefined || command.trim() === "") continue;
    facts.push({
      kind: "platform-command",
      ...subject,
      place: tree.place(value, key),
      by,
      command: known(command),
    });
  }
  // Only a web service is asked over HTTP.
  if (type === "web") {
    const value = tree.value(node, "healthCheckPath");
    const path = tree.text(value);
    const key = path === undefined ? "name" : "healthCheckPath";
    const place = tree.place(tree.value(node, key), key);
    facts.push({ kind: "health-check", ...subject, place, path: known(path) });
  }
  return facts;
}

/** The kinds by a Blueprint's `type` (render.com/docs/blueprint-spec); a workflow is none of them. */
export const BLUEPRINT_TYPES: Readonly<Record<string, ServiceType>> = {
  web: "web",
  pserv: "private",
  worker: "worker",
  cron: "cron",
  static: "static",
};

/** Databases, which have no variables and no start; `redis` is the older name. */
export const STORES: readonly string[] = ["keyvalue", "redis"];

/** What nothing asks over a port of its own. */
const NOT_ASKED: readonly string[] = ["worker", "cron", "workflow", "static"];

function platformFact(
  tree: YamlTree,
  node: unknown,
  type: string,
  subject: Subject,
  repository: Repository,
): PlatformFact {
  const scaling = tree.value(node, "scaling");
  const instances = tree.value(node, "numInstances") ?? tree.value(scaling, "minInstances");
  const delay = tree.value(node, "maxShutdownDelaySeconds");
  const enabled = tree.value(tree.value(node, "maintenanceMode"), "enabled");
  const disk = tree.value(node, "disk");
  const kind = Object.hasOwn(BLUEPRINT_TYPES, type) ? BLUEPRINT_TYPES[type] : undefined;
  const texts = {
    ...(kind === "cron" && { schedule: tree.value(node, "schedule") }),
    ...(kind === "static" && { publishPath: tree.value(node, "staticPublishPath") }),
    plan: tree.value(node, "plan"),
    region: tree.value(node, "region"),
    runtime: runtimeOf(tree, node),
  };
  const numbers = { instances, shutdownDelaySeconds: delay };
  const flags = { disk, autoscaling: scaling, maintenanceMode: enabled };
  const fields: Partial<Record<PlatformField, Place>> = {};
  const stated: Record<string, string | number | boolean> = {};
  const state = (name: PlatformField, at: unknown, value: string | number | boolean | undefined): void => {
    if (value === undefined) return;
    stated[name] = value;
    fields[name] = tree.place(at, name);
  };
  for (const [name, at] of Object.entries(texts)) state(name as PlatformField, at, tree.text(at));
  for (const [name, at] of Object.entries(numbers)) state(name as PlatformField, at, numberOf(tree.text(at)));
  for (const [name, at] of Object.entries(flags)) {
    const set = tree.isMapping(at) || tree.text(at) === "true";
    state(name as PlatformField, at, set ? true : undefined);
  }
  const preDeploy = tree.value(node, "preDeployCommand");
  state("preDeploy", preDeploy, (tree.text(preDeploy)?.trim() ?? "") === "" ? undefined : true);
  const place = tree.place(tree.value(node, "name"), "name");
  const name = tree.text(tree.value(node, "name"));
  const hostName = kind === "web" || kind === "private" ? name : undefined;
  const rootDirectory = rootDirectoryOf(tree, node);
  const statedRoot = folderOf(tree.text(tree.value(node, "rootDir")));
  const imageFile = tree.text(tree.value(node, "dockerfilePath"))?.replace(/^\.?\//, "");
  const source = otherRepository(tree, node, repository);
  const contexts = imageContexts(tree, node, place, repository);
  return {
    kind: "platform",
    platform: "render",
    ...subject,
    place,
    ...stated,
    ...(rootDirectory !== undefined && { rootDirectory }),
    ...(statedRoot !== undefined && statedRoot === rootDirectory && { statedRoot }),
    ...(source !== undefined && { source }),
    ...(imageFile !== undefined && { imageFile }),
    ...(contexts !== undefined && { imageContexts: contexts }),
    ...(kind !== undefined && { type: kind }),
    ...(name !== undefined && { name }),
    ...(hostName !== undefined && { hostName }),
    ...(NOT_ASKED.includes(type) && { listens: false }),
    fields,
  };
}

/** `rootDir`, else where the image is built from, else where the start command goes first. */
function rootDirectoryOf(tree: YamlTree, node: unknown): string | undefined {
  const text = (key: string): string | undefined => tree.text(tree.value(node, key));
  const dockerfile = text("dockerfilePath")?.replace(/[^/]*$/, "");
  const start = /^\s*cd\s+([\w./-]+)\s*&&/.exec(text("startCommand") ?? "")?.[1];
  return [text("rootDir"), text("dockerContext"), dockerfile, start]
    .map(folderOf)
    .find((folder) => folder !== undefined);
}

/** As the repository's own paths name it; undefined of the top. */
function folderOf(written: string | undefined): string | undefined {
  const folder = written?.replace(/^\.?\//, "").replace(/\/+$/, "");
  return folder === "" || folder === "." ? undefined : folder;
}

/** A number that is none, such as a reference, is left out. */
function numberOf(text = ""): number | undefined {
  return /^-?\d{1,6}$/.test(text) ? Number(text) : undefined;
}
