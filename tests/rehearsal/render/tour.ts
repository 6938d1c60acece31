import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { freePort } from "../../../system";
import type { CalledRender, Json } from "./called-render";

const SERVER = "require('node:http').createServer((_, r) => r.end()).listen(process.env.PORT, '0.0.0.0')";

const SCALING = {
  enabled: true,
  min: 1,
  max: 3,
  criteria: { cpu: { enabled: true, percentage: 60 }, memory: { enabled: false, percentage: 60 } },
};

/** Asks every endpoint for what it can answer well, and some for what they refuse. */
export async function tour(called: CalledRender): Promise<void> {
  await writeFile(path.join(called.source, "server.js"), SERVER);
  const { ownerId } = called.render;
  const project = await called.ask("POST", "/projects", {
    name: "shop",
    ownerId,
    environments: [{ name: "staging", networkIsolationEnabled: true }, { name: "production" }],
  });
  const [environmentId, otherId] = project.environmentIds;
  const made = await called.ask(
    "POST",
    "/services",
    called.post(
      {
        environmentId,
        envVars: [{ key: "PORT", value: String(await freePort()) }],
        secretFiles: [{ name: "f", content: "x" }],
      },
      {
        autoscaling: SCALING,
        envSpecificDetails: { buildCommand: "true", startCommand: "exec node server.js" },
        preDeployCommand: "true",
      },
    ),
  );
  const id = made.service.id;
  const service = `/services/${id}`;
  assert.equal(await called.ended(id, made.deployId), "live");
  await called.call("POST", "/services", called.post());
  await called.call("POST", "/services", {});
  const details = { plan: "pro", maintenanceMode: { enabled: true, uri: "https://example.com/soon" } };
  await called.ask("PATCH", service, { name: "renamed", serviceDetails: details });
  await called.call("PATCH", service, { colour: "red" });
  for (const target of [
    "/services",
    service,
    `${service}/deploys`,
    `${service}/instances`,
    "/services/srv-1",
  ])
    await called.call("GET", target);
  await variables(called, service);
  await runs(called, service, made.deployId);
  await attachments(called, id);
  await groups(called, id, environmentId, otherId, project.id);
  await otherKinds(called);
  await datastores(called, environmentId);
  await workspace(called);
  const logs = `?ownerId=${ownerId}&resource=${id}&limit=100`;
  for (const target of [
    `/logs${logs}`,
    `/metrics/memory?resource=${id}&resolutionSeconds=30`,
    `/logs/values${logs}&label=type`,
    "/owners",
    `/owners/${ownerId}`,
    "/users",
  ])
    await called.ask("GET", target);
  const events = await called.ask("GET", `${service}/events?limit=100`);
  for (const { event } of events) await called.ask("GET", `/events/${event.id}`);
  await called.ask("DELETE", service);
}

/** A database, a Key Value instance and a credential, each made, changed, shown and deleted. */
async function datastores(called: CalledRender, environmentId: string): Promise<void> {
  const { ownerId } = called.render;
  const token = { registry: "GITHUB", username: "acme", authToken: "t", name: "images" };
  for (const [path, post, patch] of [
    [
      "/postgres",
      { name: "shop", plan: "free", version: "17", environmentId, readReplicas: [{ name: "reports" }] },
      { plan: "basic_256mb", diskSizeGB: 20, readReplicas: [] },
    ],
    ["/key-value", { name: "cache", plan: "free", environmentId }, { maxmemoryPolicy: "noeviction" }],
    ["/registrycredentials", token, { ...token, username: "other" }],
  ] as const) {
    const { id } = await called.ask("POST", path, { ownerId, ...post });
    await called.call("POST", path, {});
    await called.ask("PATCH", `${path}/${id}`, patch);
    for (const target of [path, `${path}/${id}`]) await called.ask("GET", target);
    if (path !== "/registrycredentials") {
      await called.ask("GET", `${path}/${id}/connection-info`);
      await called.ask("GET", `/environments/${environmentId}`);
    }
    await called.ask("DELETE", `${path}/${id}`);
    await called.call("GET", `${path}/${id}`);
  }
}

/** What the workspace has of its own. */
async function workspace(called: CalledRender): Promise<void> {
  const { ownerId } = called.render;
  const webhook = { name: "chat", url: "https://hooks.example.com", enabled: true, eventFilter: [] };
  const { id } = await called.ask("POST", "/webhooks", { ...webhook, ownerId });
  await called.call("POST", "/webhooks", {});
  await called.ask("PATCH", `/webhooks/${id}`, { eventFilter: ["deploy_ended"] });
  for (const target of ["/webhooks", `/webhooks/${id}`]) await called.ask("GET", target);
  await called.ask("DELETE", `/webhooks/${id}`);
  await called.call("GET", `/webhooks/${id}`);
  const dedicated = { name: "outbound", region: "oregon", ownerId };
  const made = await called.ask("POST", "/dedicated-ips", dedicated);
  await called.call("POST", "/dedicated-ips", {});
  await called.ask("PATCH", `/dedicated-ips/${made.id}`, { description: "for all" });
  for (const target of [`/dedicated-ips?ownerId=${ownerId}`, `/dedicated-ips/${made.id}`])
    await called.ask("GET", target);
  await called.ask("DELETE", `/dedicated-ips/${made.id}`);
  await called.call("GET", `/dedicated-ips/${made.id}`);
  const notifications = `/notification-settings/owners/${ownerId}`;
  await called.ask("PATCH", notifications, { emailEnabled: false });
  await called.ask("GET", notifications);
  for (const [path, body] of [
    ["/logs/streams/owner", { preview: "send", endpoint: "logs.example.com:6514", token: "t" }],
    ["/metrics-stream", { provider: "DATADOG", url: "https://metrics.example.com", token: "t" }],
  ] as const) {
    const stream = `${path}/${ownerId}`;
    await called.call("GET", stream);
    await called.ask("PUT", stream, body);
    await called.call("PUT", stream, { colour: "red" });
    await called.ask("GET", stream);
    await called.ask("DELETE", stream);
    await called.call("GET", `${path}/tea-none`);
  }
}

/** A service of each other kind, and what it alone is asked. */
async function otherKinds(called: CalledRender): Promise<void> {
  const command = { envSpecificDetails: { buildCommand: "true", startCommand: "true" } };
  const made: Json[] = [];
  for (const [type, details] of [
    ["private_service", command],
    ["background_worker", command],
    ["cron_job", { ...command, schedule: "0 3 1 1 *" }],
  ] as const) {
    made.push(await called.ask("POST", "/services", called.post({ type, name: type }, details)));
  }
  const site = called.post({ type: "static_site", name: "site" });
  site.serviceDetails = { buildCommand: "true", publishPath: "." };
  made.push(await called.ask("POST", "/services", site));
  const [, , job, pages] = made.map(({ service }) => service.id);
  for (const { service, deployId } of made) await called.ended(service.id, deployId);
  await called.ask("POST", `/cron-jobs/${job}/runs`);
  await called.call("DELETE", `/cron-jobs/${job}/runs`);
  const rules: readonly [string, Json][] = [
    ["headers", [{ path: "/*", name: "A", value: "1" }]],
    ["routes", [{ type: "rewrite", source: "/*", destination: "/index.html" }]],
  ];
  for (const [rule, body] of rules) {
    await called.ask("PUT", `/services/${pages}/${rule}`, body);
    await called.ask("GET", `/services/${pages}/${rule}`);
  }
  for (const { service } of made) {
    await called.ask("GET", `/services/${service.id}`);
    await called.ask("DELETE", `/services/${service.id}`);
  }
}

async function variables(called: CalledRender, service: string): Promise<void> {
  const kept = await called.ask("GET", `${service}/env-vars`);
  await called.ask(
    "PUT",
    `${service}/env-vars`,
    kept.map((each: Json) => each.envVar),
  );
  await called.ask("PUT", `${service}/env-vars/A`, { generateValue: true });
  await called.ask("GET", `${service}/env-vars/A`);
  await called.ask("DELETE", `${service}/env-vars/A`);
  await called.call("GET", `${service}/env-vars/A`);
  await called.ask("PUT", `${service}/secret-files`, [{ name: "f", content: "y" }]);
  await called.ask("GET", `${service}/secret-files`);
  await called.ask("PUT", `${service}/secret-files/g`, { content: "z" });
  await called.ask("GET", `${service}/secret-files/g`);
  await called.ask("DELETE", `${service}/secret-files/g`);
}

async function runs(called: CalledRender, service: string, first: string): Promise<void> {
  const id = service.split("/").at(-1) ?? "";
  const next = await called.ask("POST", `${service}/deploys`, { clearCache: "clear" });
  await called.ask("POST", `${service}/deploys`);
  const [{ deploy: queued }] = await called.ask("GET", `${service}/deploys?status=queued`);
  await called.ask("POST", `${service}/deploys/${queued.id}/cancel`);
  await called.ended(id, next.id);
  await called.ask("POST", `${service}/restart`);
  const back = await called.ask("POST", `${service}/rollback`, { deployId: first });
  await called.ended(id, back.id);
  await called.ask("POST", `${service}/suspend`);
  await called.ask("GET", service);
  await called.ask("POST", `${service}/resume`);
  const [{ deploy }] = await called.ask("GET", `${service}/deploys?limit=1`);
  await called.ended(id, deploy.id);
  await called.ask("PATCH", service, { serviceDetails: { envSpecificDetails: { buildCommand: "exit 1" } } });
  const failing = await called.ask("POST", `${service}/deploys`, {});
  assert.equal(await called.ended(id, failing.id), "build_failed");
}

async function attachments(called: CalledRender, id: string): Promise<void> {
  const service = `/services/${id}`;
  await called.ask("PUT", `${service}/autoscaling`, { ...SCALING, max: 4 });
  await called.ask("DELETE", `${service}/autoscaling`);
  for (const numInstances of [2, 1]) await called.ask("POST", `${service}/scale`, { numInstances });
  const disk = await called.ask("POST", "/disks", { name: "d", mountPath: "/d", sizeGB: 1, serviceId: id });
  await called.ask("PATCH", `/disks/${disk.id}`, { sizeGB: 2 });
  for (const target of ["/disks", `/disks/${disk.id}`, service]) await called.ask("GET", target);
  await called.ask("DELETE", `/disks/${disk.id}`);
  await called.ask("POST", `${service}/custom-domains`, { name: "example.com" });
  await called.call("POST", `${service}/custom-domains`, { name: "example.com" });
  await called.ask("GET", `${service}/custom-domains`);
  await called.ask("GET", `${service}/custom-domains/example.com`);
  await called.ask("POST", `${service}/custom-domains/example.com/verify`);
  await called.ask("DELETE", `${service}/custom-domains/example.com`);
  const override = `/notification-settings/overrides/services/${id}`;
  await called.ask("GET", override);
  await called.ask("PATCH", override, { notificationsToSend: "all" });
  await called.ask("GET", "/notification-settings/overrides");
  // Without a WebSocket's handshake: log-subscriptions.test.ts has the rest.
  await called.call("GET", "/logs/subscribe");
  await called.call("GET", `/logs/streams/resource/${id}`);
  await called.ask("PUT", `/logs/streams/resource/${id}`, { setting: "drop" });
  await called.ask("GET", `/logs/streams/resource/${id}`);
  await called.ask("GET", "/logs/streams/resource");
  await called.ask("DELETE", `/logs/streams/resource/${id}`);
}

async function groups(
  called: CalledRender,
  id: string,
  environmentId: string,
  otherId: string,
  projectId: string,
): Promise<void> {
  const group = await called.ask("POST", "/env-groups", {
    name: "shared",
    ownerId: called.render.ownerId,
    envVars: [{ key: "A", value: "1" }],
    secretFiles: [{ name: "f", content: "x" }],
    environmentId,
  });
  const path = `/env-groups/${group.id}`;
  await called.ask("POST", `${path}/services/${id}`);
  await called.call("POST", `/environments/${otherId}/resources`, { resourceIds: [id] });
  for (const target of ["/env-groups", path, `${path}/env-vars/A`, `${path}/secret-files/f`])
    await called.ask("GET", target);
  await called.ask("PATCH", path, { name: "other" });
  await called.ask("PUT", `${path}/env-vars/B`, { value: "2" });
  await called.ask("DELETE", `${path}/env-vars/B`);
  await called.ask("PUT", `${path}/secret-files/g`, { content: "y" });
  await called.ask("DELETE", `${path}/secret-files/g`);
  await called.call("DELETE", `/projects/${projectId}`);
  await called.ask("DELETE", `${path}/services/${id}`);
  await called.ask("DELETE", path);
  await called.ask("POST", `/environments/${otherId}/resources`, { resourceIds: [id] });
  await called.ask("GET", `/environments/${otherId}`);
  await called.ask("DELETE", `/environments/${otherId}/resources?resourceIds=${id}`);
  await called.ask("PATCH", `/environments/${otherId}`, { protectedStatus: "protected" });
  const third = await called.ask("POST", "/environments", { name: "third", projectId });
  await called.ask("GET", `/environments?projectId=${projectId}`);
  await called.ask("DELETE", `/environments/${third.id}`);
  await called.ask("PATCH", `/projects/${projectId}`, { name: "other" });
  for (const target of ["/projects", `/projects/${projectId}`]) await called.ask("GET", target);
}
