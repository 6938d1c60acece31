import { isDeepStrictEqual } from "node:util";
import { differences, rootOf } from "../../difference";
import { isGone } from "../../failure";
import { isRecord, type Properties } from "../../plugin/property-values";
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
    optional(client.get<Properties>(`/notification-settings/overrides/services/${id}`, { signal })),
    optional(client.get<Properties>(`/logs/streams/resource/${id}`, { signal })),
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
    autoscaling: () => scaling(send, id, wanted),
    numInstances: () => send("POST", `/services/${id}/scale`, { numInstances: wanted.numInstances ?? 1 }),
    service: () => send("PATCH", `/services/${id}`, patchBody(wanted, context.ownerId)),
    envVars: () => {
      const kept = keepGenerated(change.now.variables, change.writtenBefore.envVars);
      return send("PUT", `/services/${id}/env-vars`, variablesBody(wanted.envVars, kept));
    },
    secretFiles: () => send("PUT", `/services/${id}/secret-files`, secretFilesBody(wanted.secretFiles)),
    disk: () => changeDisk(send, change),
    environmentId: () => changeEnvironment(send, change),
    customDomains: () => changeDomains(send, change),
    notificationOverride: () =>
      send("PATCH", `/notification-settings/overrides/services/${id}`, {
        notificationsToSend: "default",
        previewNotificationsEnabled: "default",
        ...(isRecord(wanted.notificationOverride) ? wanted.notificationOverride : {}),
      }),
    logStreamOverride: () => changeLogStream(send, id, wanted.logStreamOverride),
  };
  const due = new Set([...changed].map((name) => (PATCHED.has(name) ? "service" : name)));
  for (const [name, step] of Object.entries(steps)) if (due.has(name)) await step();
}

type Send = (method: "PUT" | "PATCH" | "POST" | "DELETE", path: string, body?: unknown) => Promise<unknown>;

async function scaling(send: Send, id: string, wanted: Properties): Promise<void> {
  const path = `/services/${id}/autoscaling`;
  if (wanted.autoscaling !== undefined) await send("PUT", path, autoscalingBody(wanted.autoscaling));
  else await optional(send("DELETE", path));
}

async function changeDisk(send: Send, { id, now, wanted }: Change): Promise<void> {
  const disk = now.service.serviceDetails.disk;
  const body = diskBody(wanted.disk);
  if (!isRecord(disk)) await send("POST", "/disks", { ...(body as object), serviceId: id });
  else if (body === undefined) await optional(send("DELETE", `/disks/${String(disk.id)}`));
  else await send("PATCH", `/disks/${String(disk.id)}`, body);
}

async function changeEnvironment(send: Send, { id, now, wanted }: Change): Promise<void> {
  const to = wanted.environmentId;
  if (to !== undefined) await send("POST", `/environments/${String(to)}/resources`, { resourceIds: [id] });
  else
    await optional(send("DELETE", `/environments/${now.service.environmentId}/resources?resourceIds=${id}`));
}

async function changeDomains(send: Send, { id, nowInputs, wanted }: Change): Promise<void> {
  const names = (list: unknown) => (Array.isArray(list) ? list.map((domain) => String(domain.name)) : []);
  const [before, after] = [names(nowInputs.customDomains), names(wanted.customDomains)];
  const path = `/services/${id}/custom-domains`;
  for (const name of after) if (!before.includes(name)) await send("POST", path, { name });
  for (const name of before) {
    if (!after.includes(name)) await optional(send("DELETE", `${path}/${encodeURIComponent(name)}`));
  }
}

async function changeLogStream(send: Send, id: string, wanted: unknown): Promise<void> {
  const path = `/logs/streams/resource/${id}`;
  if (isRecord(wanted)) await send("PUT", path, wanted);
  else await optional(send("DELETE", path));
}

/** Undefined where Render has none. */
async function optional<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** Properties that reach the running process only through a deploy. */
export function needsDeploy(old: Properties, wanted: Properties, changed: ReadonlySet<string>): boolean {
  const deployed =
    "plan startCommand preDeployCommand rootDirectory healthCheckPath envVars secretFiles disk maxShutdownDelaySeconds";
  if (deployed.split(" ").some((name) => changed.has(name))) return true;
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
