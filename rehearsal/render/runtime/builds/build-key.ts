import { createHash } from "node:crypto";
import { instanceId } from "../../identifiers";
import type { PreparedDeploy, RuntimeContext } from "../context";
import { environmentFor } from "../environment/environment";
import { DEFAULT_PORT } from "../environment/variables";
import { toolIdentity } from "./tool-identity";

/** Variables that differ in each deploy: what a build has made of one of them is of no use to another. */
const OF_ONE_DEPLOY = [
  "RENDER_SERVICE_ID",
  "RENDER_INSTANCE_ID",
  "RENDER_EXTERNAL_URL",
  "RENDER_EXTERNAL_HOSTNAME",
  "RENDER_GIT_COMMIT",
];
/** The characters of a commit that git shows at least, and builds write as a version. */
const SHORT_COMMIT = 7;
/** How an installer's work is put in place, which changes nothing of it. */
const OF_INSTALLERS = ["PORTCULLIS_INSTALLS_ENVIRONMENT"];

/**
 * One key, which begins with the service's own part, for the same command, of the same files, with the same variables
 * and tools. Variables count as the stack has them: where the databases are on this machine changes each time.
 */
export function buildKey(
  context: RuntimeContext,
  prepared: PreparedDeploy,
  { source, text }: { readonly source: string; readonly text: string },
): string {
  const { snapshot, folder, service } = prepared;
  const at = { instance: instanceId(service.id), port: DEFAULT_PORT, build: true, addresses: {} };
  const environment = environmentFor(context, prepared, at);
  const hash = createHash("sha256");
  const add = (...parts: readonly string[]): void => {
    for (const part of parts) hash.update(`${part.length}:${part}`);
  };
  const { runtime } = snapshot.details;
  add("1", process.platform, process.arch, runtime, snapshot.rootDir, text, source);
  add(toolIdentity(runtime, text, environment.PATH ?? ""));
  for (const [name, value] of Object.entries(environment).sort()) {
    if ([...OF_ONE_DEPLOY, ...OF_INSTALLERS].includes(name)) continue;
    add(name, value.replaceAll(folder, ""));
  }
  const own = createHash("sha256").update(`${snapshot.repo} ${service.name}`).digest("hex").slice(0, 8);
  return `build-${own}-${hash.digest("hex").slice(0, 32)}`;
}

/** Texts by which what a build has made would name its own deploy, and could serve no other. */
export function namesOfDeploy({ service, deploy }: PreparedDeploy): readonly string[] {
  const external = service.url === "" ? [] : [new URL(service.url).host];
  return [service.id, deploy.commit.id.slice(0, SHORT_COMMIT), ...external];
}
