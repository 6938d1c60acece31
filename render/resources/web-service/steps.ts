import { isDeepStrictEqual } from "node:util";
import { isRecord, postOnce, unlessGone } from "../../../render-api";
import { differences, rootOf } from "../../difference";
import type { Properties } from "../../plugin/property-values";
import type { Context } from "../../resource-kind";
import type { ApiSecretFile, ApiVariable } from "../variables";
import { keepGenerated, secretFilesBody, variablesBody } from "../variables";
import type { ApiService, WebServiceAnswer } from "./answer";
import { canonicalWebService } from "./canonical";
import { autoscalingBody, diskBody, patchBody } from "./request";

const PATCHED = new Set(
  (
    "name plan runtimeSource startCommand preDeployCommand rootDirectory healthCheckPath ipAllowLists " +
    "maintenanceMode maxShutdownDelaySeconds previews pullRequestPreviewsEnabled"
  ).split(" "),
);

/** Reads everything Render says of a web service. */
export async function readWebService(context: Context, id: string): Promise<WebServiceAnswer> {
  const { client, signal } = context;
  const service = await client.get<ApiService>(`/services/${id}`, { signal });
  const [variables, secretFiles, customDomains, notification, logStream] = await Promise.all([
    client.list<ApiVariable>(`/services/${id}/env-vars`, "envVar", { signal }),
    client.list<ApiSecretFile>(`/services/${id}/secret-files`, "secretFile", { signal }),
    client.list<{ name: string }>(`/services/${id}/custom-domains`, "customDomain", { signal }),
    unlessGone(client.get<Properties>(`/notification-settings/overrides/services/${id}`, { signal })),
    unlessGone(client.get<Properties>(`/logs/streams/resource/${id}`, { signal })),
  ]);
  return { service, variables, secretFiles, customDomains, notification, logStream };
}

/** Top-level properties that differ in meaning. */
export function changedRoots(old: Properties, wanted: Properties): Set<string> {
  const found = differences(canonicalWebService(old), canonicalWebService(wanted));
  return new Set(found.map(({ path }) => rootOf(path)));
}

interface Change {
  readonly id: string;
  readonly changed: ReadonlySet<string>;
  /** What the service has now. */
  readonly now: WebServiceAnswer;
  readonly nowInputs: Properties;
  readonly writtenBefore: Properties;
  readonly wanted: Properties;
}

/** Brings a service from what it is to what is wanted; every step may be repeated without harm. */
export async function applyChanges(context: Context, change: Change): Promise<void> {
  const { id, changed, wanted } = change;
  const send = (method: "PUT" | "PATCH" | "POST" | "DELETE", path: string, body?: unknown) =>
    context.client.request(method, path, { body, signal: context.signal, repeatable: true });
  const steps: Readonly<Record<string, () => Promise<unknown>>> = {
    service: () => send("PATCH", `/services/${id}`, patchBody(wanted, context.ownerId)),
    envVars: () => {
      const kept = keepGenerated(change.now.variables, change.writtenBefore.envVars);
      return send("PUT", `/services/${id}/env-vars`, variablesBody(wanted.envVars, kept));
    },
    secretFiles: () => send("PUT", `/services/${id}/secret-files`, secretFilesBody(wanted.secretFiles)),
    autoscaling: () => scaling(send, id, wanted),
    numInstances: () => send("POST", `/services/${id}/scale`, { numInstances: wanted.numInstances ?? 1 }),
    disk: () => changeDisk(context, send, change),
    environmentId: () => changeEnvironment(send, change),
    customDomains: () => changeDomains(context, send, change),
    notificationOverride: () =>
      send("PATCH", `/notification-settings/overrides/services/${id}`, {
        notificationsToSend: "default",
        previewNotificationsEnabled: "default",
        ...(isRecord(wanted.notificationOverride) ? wanted.notificationOverride : {}),
      }),
    logStreamOverride: () => changeLogStream(send, id, wanted.logStreamOverride),
  };
  const due = new Set([...changed].map((name) => (PATCHED.has(name) ? "service" : name)));
  // Render's scaling leaves as many instances behind as it had last.
  if (due.has("autoscaling") && isLess("autoscaling", wanted)) due.add("numInstances");
  const less = SIZES.filter((name) => isLess(name, wanted));
  for (const name of new Set([...less, ...Object.keys(steps)])) if (due.has(name)) await steps[name]?.();
}

const SIZES = ["autoscaling", "numInstances", "disk"];

/**
 * Whether the wanted service has none of this. What is to go goes before the plan changes, what is to come comes
 * after it: a plan, a disk, the number of instances and scaling exclude one another.
 */
function isLess(name: string, wanted: Properties): boolean {
  const value = wanted[name];
  return value === undefined || value === 1 || (isRecord(value) && value.enabled === false);
}

type Send = (method: "PUT" | "PATCH" | "POST" | "DELETE", path: string, body?: unknown) => Promise<unknown>;

async function scaling(send: Send, id: string, wanted: Properties): Promise<void> {
  const path = `/services/${id}/autoscaling`;
  if (wanted.autoscaling !== undefined) await send("PUT", path, autoscalingBody(wanted.autoscaling));
  else await unlessGone(send("DELETE", path));
}

async function changeDisk(context: Context, send: Send, { id, now, wanted }: Change): Promise<void> {
  const disk = now.service.serviceDetails.disk;
  const body = diskBody(wanted.disk);
  if (!isRecord(disk)) await addDisk(context, id, { ...body, serviceId: id });
  else if (body === undefined) await unlessGone(send("DELETE", `/disks/${String(disk.id)}`));
  else await send("PATCH", `/disks/${String(disk.id)}`, body);
}

async function addDisk(context: Context, id: string, body: Properties): Promise<void> {
  const { client, signal } = context;
  await postOnce({
    client,
    signal,
    path: "/disks",
    body,
    log: (message) => context.log(message, "warning"),
    find: async () => {
      const { serviceDetails } = await client.get<ApiService>(`/services/${id}`, { signal });
      const { disk } = serviceDetails;
      return isRecord(disk) && disk.name === body.name ? disk : undefined;
    },
  });
}

async function changeEnvironment(send: Send, { id, now, wanted }: Change): Promise<void> {
  const to = wanted.environmentId;
  if (to !== undefined) await send("POST", `/environments/${String(to)}/resources`, { resourceIds: [id] });
  else
    await unlessGone(
      send("DELETE", `/environments/${now.service.environmentId}/resources?resourceIds=${id}`),
    );
}

/** What is to go goes first: Render adds and removes the `www.` twin of a name by itself. */
async function changeDomains(context: Context, send: Send, { id, now, wanted }: Change): Promise<void> {
  const path = `/services/${id}/custom-domains`;
  const after = (Array.isArray(wanted.customDomains) ? wanted.customDomains : []).map(({ name }) =>
    String(name),
  );
  for (const { name, redirectForName } of now.customDomains) {
    if (redirectForName || after.includes(name)) continue;
    await unlessGone(send("DELETE", `${path}/${encodeURIComponent(name)}`));
  }
  for (const name of after) await addDomain(context, path, name);
}

async function addDomain(context: Context, path: string, name: string): Promise<void> {
  const { client, signal } = context;
  const find = async () => {
    const domains = await client.list<{ name: string }>(path, "customDomain", { signal });
    return domains.find((domain) => domain.name === name);
  };
  if (await find()) return;
  const log = (message: string) => context.log(message, "warning");
  await postOnce<unknown>({ client, signal, path, body: { name }, log, find });
}

async function changeLogStream(send: Send, id: string, wanted: unknown): Promise<void> {
  const path = `/logs/streams/resource/${id}`;
  if (isRecord(wanted)) await send("PUT", path, wanted);
  else await unlessGone(send("DELETE", path));
}

/** Properties that reach the running process only through a deploy. */
export const DEPLOYED: ReadonlySet<string> = new Set(
  (
    "plan runtimeSource startCommand preDeployCommand rootDirectory healthCheckPath envVars secretFiles disk " +
    "maxShutdownDelaySeconds"
  ).split(" "),
);

/** Whether any of the changes reaches the running process only through a deploy. */
export function needsDeploy(old: Properties, wanted: Properties, changed: ReadonlySet<string>): boolean {
  if ([...changed].some((name) => name !== "runtimeSource" && DEPLOYED.has(name))) return true;
  return changed.has("runtimeSource") && !isDeepStrictEqual(builtFrom(old), builtFrom(wanted));
}

/** The source without the settings that only say when Render deploys by itself. */
function builtFrom(inputs: Properties): unknown {
  const { runtimeSource } = canonicalWebService(inputs);
  return Object.entries(isRecord(runtimeSource) ? runtimeSource : {}).map(([kind, source]) => {
    const { autoDeploy: _, autoDeployTrigger: __, buildFilter: ___, ...built } = source as Properties;
    return [kind, built];
  });
}
