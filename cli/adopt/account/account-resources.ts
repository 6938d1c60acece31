import { NO_NOTES } from "../../../render/notes";
import type { Context, ResourceKind } from "../../../render/resource-kind";
import { backgroundWorker } from "../../../render/resources/background-worker";
import { cronJob } from "../../../render/resources/cron-job";
import { dedicatedIp } from "../../../render/resources/dedicated-ip";
import { envGroup } from "../../../render/resources/env-group";
import { envGroupLink } from "../../../render/resources/env-group-link";
import { keyvalue } from "../../../render/resources/keyvalue";
import { postgres } from "../../../render/resources/postgres";
import { privateService } from "../../../render/resources/private-service";
import { project } from "../../../render/resources/project";
import { staticSite } from "../../../render/resources/static-site";
import { webService } from "../../../render/resources/web-service";
import { webhook } from "../../../render/resources/webhook";
import { type RenderClient, unlessGone } from "../../../render-api";
import { plainName } from "./plain-name";

/** A resource that an account has, as a program declares it. */
export interface AccountResource {
  readonly kind: ResourceKind;
  readonly id: string;
  readonly name: string;
  /** The stack that it belongs to. */
  readonly stack: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** The resources, and what cannot be taken over, one sentence each. */
export interface Account {
  readonly resources: readonly AccountResource[];
  readonly left: readonly string[];
}

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly type?: string;
  readonly environmentId?: string;
}

/** Kinds of services, by what Render calls them. */
const SERVICES: Readonly<Record<string, ResourceKind>> = {
  web_service: webService,
  private_service: privateService,
  background_worker: backgroundWorker,
  cron_job: cronJob,
  static_site: staticSite,
};

/** The stack of what is in no environment of a project. */
export const WORKSPACE = "workspace";

interface Asking {
  readonly client: RenderClient;
  readonly ownerId: string;
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

/** Reads what a workspace has, but the settings that every workspace has. Nothing is changed. */
export async function accountResources(asking: Asking): Promise<Account> {
  const { client, ownerId, signal } = asking;
  const list = (path: string, key: string) => client.list<Listed>(path, key, { query: { ownerId }, signal });
  const projects = await list("/projects", "project");
  const stacks = await environmentStacks(asking, projects);
  const services = await list("/services", "service");
  const groups = await list("/env-groups", "envGroup");
  const of = (kind: ResourceKind) => (listed: Listed) => ({ kind, listed });
  const wanted = [
    ...projects.map(of(project)),
    ...(await list("/postgres", "postgres")).map(of(postgres)),
    ...(await list("/key-value", "keyValue")).map(of(keyvalue)),
    ...groups.map(of(envGroup)),
    ...services.flatMap((one) => {
      const kind = SERVICES[one.type ?? ""];
      return kind === undefined ? [] : [{ kind, listed: one }];
    }),
    ...groups.map(of(envGroupLink)),
    ...(await list("/webhooks", "webhook")).map(of(webhook)),
    ...(await client.get<readonly Listed[]>("/dedicated-ips", { query: { ownerId }, signal })).map(
      of(dedicatedIp),
    ),
  ];
  const resources: AccountResource[] = [];
  for (const { kind, listed } of wanted) {
    const { id, name, environmentId = "" } = listed;
    // An import has neither inputs nor state yet.
    const found = await kind.read(contextOf(asking, kind, name), id, {}, {});
    // A group that is linked to nothing has no links.
    if (found === undefined) continue;
    const stack = stacks.get(environmentId) ?? WORKSPACE;
    resources.push({ kind, id, name, stack, inputs: found.inputs });
  }
  const unknown = services.filter(({ type = "" }) => SERVICES[type] === undefined);
  const credentials = await list("/registrycredentials", "registryCredential");
  const left = [
    ...unknown.map(({ name, type }) => `the service ${name}: there is no resource for its type ${type}`),
    ...credentials.map(
      ({ name }) =>
        `the registry credential ${name}: Render gives its token to no one, so that no program can declare it`,
    ),
    ...(await streamsLeft(asking)),
  ];
  return { resources: distinct(resources), left };
}

/** A workspace's streams, which have a token as a rule. */
async function streamsLeft({ client, ownerId, signal }: Asking): Promise<readonly string[]> {
  const left: string[] = [];
  for (const [called, path] of [
    ["log stream", "/logs/streams/owner"],
    ["metrics stream", "/metrics-stream"],
  ]) {
    if ((await unlessGone(client.get(`${path}/${ownerId}`, { signal }))) !== undefined)
      left.push(`the workspace's ${called}: Render gives its token to no one`);
  }
  return left;
}

/** Stacks by the ids of environments; two environments of one name are one stack. */
async function environmentStacks(
  { client, signal }: Asking,
  projects: readonly Listed[],
): Promise<ReadonlyMap<string, string>> {
  const stacks = new Map<string, string>();
  for (const { id } of projects) {
    const query = { projectId: id };
    const found = await client.list<Listed>("/environments", "environment", { query, signal });
    for (const environment of found) stacks.set(environment.id, plainName(environment.name, WORKSPACE));
  }
  return stacks;
}

/** A name that several of one kind have in a stack is followed by the id. */
function distinct(resources: readonly AccountResource[]): readonly AccountResource[] {
  const keyOf = ({ stack, kind, name }: AccountResource) => `${stack} ${kind.token} ${name}`;
  const counts = new Map<string, number>();
  for (const one of resources) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return resources.map((one) =>
    (counts.get(keyOf(one)) ?? 0) > 1 ? { ...one, name: `${one.name}-${one.id}` } : one,
  );
}

function contextOf({ client, ownerId, signal, report }: Asking, kind: ResourceKind, name: string): Context {
  return {
    ...{ client, ownerId, signal, notes: NO_NOTES, takeOver: [] },
    urn: `urn:pulumi:adopted::adopted::${kind.token}::${name}`,
    ...{ waitForDeployCompletion: false, skipDeployAfterServiceUpdate: false },
    log: (message) => report(`  ${name}: ${message}`),
  };
}

/** The class of a program, of `render:index/webService:WebService`. */
export const className = ({ token }: ResourceKind): string => token.split(":").at(-1) ?? token;
