import { isRecord, postOnce, unlessGone } from "../../../render-api";
import { changesOf, rootOf } from "../../difference";
import type { Properties } from "../../plugin/property-values";
import type { Context } from "../../resource-kind";
import { ownEntries } from "../../touched";
import type { ApiSecretFile, ApiVariable } from "../variables";
import { keepGenerated, secretFilesBody, variablesBody } from "../variables";
import type { ApiCustomDomain, ApiService, ServiceAnswer } from "./answer";
import { canonicalService } from "./canonical";
import type { Change, Send } from "./change";
import { changeDomains } from "./custom-domains";
import { changeGroups } from "./env-groups";
import { autoscalingBody, diskBody, PATCHED, patchBody } from "./request";
import type { ServiceType } from "./row";
import { settledService } from "./settled";

/** Reads everything Render says of a service. */
export async function readService(kind: ServiceType, context: Context, id: string): Promise<ServiceAnswer> {
  const { client, signal } = context;
  return readParts(kind, context, await client.get<ApiService>(`/services/${id}`, { signal }));
}

/**
 * What Render says of a service that is there, beside what it says of it at its own address. A part that cannot be
 * read is a failure, never a service that is gone.
 */
export async function readParts(
  kind: ServiceType,
  context: Context,
  service: ApiService,
): Promise<ServiceAnswer> {
  const { client, signal } = context;
  const { id } = service;
  const has = (input: string) => Object.hasOwn(kind.fields, input);
  const list = async <Item>(input: string, path: string, name: string): Promise<readonly Item[]> =>
    has(input) ? client.list<Item>(`/services/${id}/${path}`, name, { signal }) : [];
  const [variables, secretFiles, customDomains, headers, routes, notification, logStream] = await Promise.all(
    [
      list<ApiVariable>("envVars", "env-vars", "envVar"),
      list<ApiSecretFile>("secretFiles", "secret-files", "secretFile"),
      list<ApiCustomDomain>("customDomains", "custom-domains", "customDomain"),
      list<Properties>("headers", "headers", "header"),
      list<Properties>("routes", "routes", "route"),
      unlessGone(client.get<Properties>(`/notification-settings/overrides/services/${id}`, { signal })),
      has("logStreamOverride")
        ? unlessGone(client.get<Properties>(`/logs/streams/resource/${id}`, { signal }))
        : undefined,
    ],
  );
  return { service, variables, secretFiles, customDomains, headers, routes, notification, logStream };
}

/** Top-level properties that differ in meaning: those that a preview shows. */
export function changedRoots(old: Properties, wanted: Properties): Set<string> {
  const kind = { canonical: canonicalService, settled: settledService };
  return new Set(changesOf(kind, old, wanted).map(({ path }) => rootOf(path)));
}

/** What a service that is there lacks of what the program names; what only Render or others name is left alone. */
export function owedRoots(now: Properties, wanted: Properties): Set<string> {
  return new Set([...changedRoots(now, wanted)].filter((name) => wanted[name] !== undefined));
}

/**
 * Brings the changed properties of a service to what is wanted. What is not among them stays as a person has made it,
 * also inside a property that several own: variables, files and domains that no program named. Every step may be
 * repeated without harm.
 */
export async function applyChanges(kind: ServiceType, context: Context, change: Change): Promise<void> {
  const { id, changed, wanted } = change;
  const send = (method: "PUT" | "PATCH" | "POST" | "DELETE", path: string, body?: unknown) =>
    context.client.request(method, path, { body, signal: context.signal, repeatable: true });
  const steps: Readonly<Record<string, () => Promise<unknown>>> = {
    service: () => send("PATCH", `/services/${id}`, patchBody(kind, wanted, changed, context.ownerId)),
    envVars: () => {
      const kept = keepGenerated(change.now.variables, change.writtenBefore.envVars);
      const others = unowned(change, change.now.variables, ({ key }) => key, "envVars");
      const body = [
        ...others.map(({ key, value }) => ({ key, value })),
        ...variablesBody(wanted.envVars, kept),
      ];
      return send("PUT", `/services/${id}/env-vars`, body);
    },
    secretFiles: () => {
      const others = unowned(change, change.now.secretFiles, ({ name }) => name, "secretFiles");
      const body = [
        ...others.map(({ name, content }) => ({ name, content })),
        ...secretFilesBody(wanted.secretFiles),
      ];
      return send("PUT", `/services/${id}/secret-files`, body);
    },
    autoscaling: () => scaling(send, id, wanted),
    numInstances: () => send("POST", `/services/${id}/scale`, { numInstances: wanted.numInstances ?? 1 }),
    disk: () => changeDisk(context, send, change),
    environmentId: () => changeEnvironment(send, change),
    envGroupIds: () => changeGroups(context, change),
    customDomains: () => changeDomains(context, send, change),
    headers: () => send("PUT", `/services/${id}/headers`, listed(wanted.headers)),
    routes: () => send("PUT", `/services/${id}/routes`, listed(wanted.routes)),
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
  const counted = wanted.numInstances !== undefined || wanted.disk !== undefined || wanted.plan === "free";
  if (due.has("autoscaling") && isLess("autoscaling", wanted) && counted) due.add("numInstances");
  const less = SIZES.filter((name) => isLess(name, wanted));
  for (const name of new Set([...less, ...Object.keys(steps)])) if (due.has(name)) await steps[name]?.();
}

/** What others have put beside the program's own entries of a property. */
function unowned<Entry>(
  { writtenBefore, wanted, touched }: Change,
  found: readonly Entry[],
  nameOf: (entry: Entry) => string,
  property: string,
): readonly Entry[] {
  const own = ownEntries(property, [writtenBefore, wanted], touched);
  return found.filter((entry) => !own.has(nameOf(entry)));
}

const listed = (value: unknown): unknown => (Array.isArray(value) ? value : []);

const SIZES = ["autoscaling", "numInstances", "disk"];

/**
 * Whether the wanted service has none of this. What is to go goes before the plan changes, what is to come comes
 * after it: a plan, a disk, the number of instances and scaling exclude one another.
 */
function isLess(name: string, wanted: Properties): boolean {
  const value = wanted[name];
  return value === undefined || value === 1 || (isRecord(value) && value.enabled === false);
}

async function scaling(send: Send, id: string, wanted: Properties): Promise<void> {
  const path = `/services/${id}/autoscaling`;
  if (wanted.autoscaling !== undefined) await send("PUT", path, autoscalingBody(wanted.autoscaling));
  else await unlessGone(send("DELETE", path));
}

async function changeDisk(context: Context, send: Send, { id, now, wanted }: Change): Promise<void> {
  const disk = now.service.serviceDetails.disk;
  const body = diskBody(wanted.disk);
  if (body === undefined && !isRecord(disk)) return;
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
    find: async (signal) => {
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

async function changeLogStream(send: Send, id: string, wanted: unknown): Promise<void> {
  const path = `/logs/streams/resource/${id}`;
  if (isRecord(wanted)) await send("PUT", path, wanted);
  else await unlessGone(send("DELETE", path));
}
