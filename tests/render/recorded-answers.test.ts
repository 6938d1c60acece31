import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Properties } from "../../render/plugin/property-values";
import type { Context, ResourceKind } from "../../render/resource-kind";
import { backgroundWorker } from "../../render/resources/background-worker";
import { cronJob } from "../../render/resources/cron-job";
import { dedicatedIp } from "../../render/resources/dedicated-ip";
import { envGroup } from "../../render/resources/env-group";
import { keyvalue } from "../../render/resources/keyvalue";
import { logStream } from "../../render/resources/log-stream";
import { metricsStream } from "../../render/resources/metrics-stream";
import { notificationSetting } from "../../render/resources/notification-setting";
import { postgres } from "../../render/resources/postgres";
import { privateService } from "../../render/resources/private-service";
import { project } from "../../render/resources/project";
import { staticSite } from "../../render/resources/static-site";
import { webService } from "../../render/resources/web-service";
import { webhook } from "../../render/resources/webhook";
import { RenderClient } from "../../render-api";
import type { Json } from "../rehearsal/render/called-render";
import { changedPaths, check, contextOf, SHORT_PAUSES } from "./called-kind";

const FOLDER = path.join(__dirname, "../fixtures/render-answers");
const recordingOf = (name: string): Json =>
  JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), "utf8"));

const VARIABLES = { key1: { value: "val1" }, key2: { value: "val2" } };
const FILES = { file1: { content: "content1" }, file2: { content: "content2" } };
const BUILD_FILTER = { paths: ["src/**"], ignoredPaths: ["tests/**"] };
const DISK = { name: "data", sizeGb: 1, mountPath: "/data" };

/** Per recording: its kind, and a program that asks for the same. */
const RECORDINGS: Readonly<Record<string, { readonly kind: ResourceKind; readonly program: Properties }>> = {
  "web-service-of-an-image": {
    kind: webService,
    program: {
      name: "web",
      plan: "starter",
      region: "oregon",
      runtimeSource: { image: { imageUrl: "docker.io/library/nginx" } },
    },
  },
  "cron-job-of-a-repository": {
    kind: cronJob,
    program: {
      name: "nightly",
      plan: "starter",
      region: "oregon",
      schedule: "0 0 * * *",
      startCommand: "npm start",
      runtimeSource: {
        nativeRuntime: {
          repoUrl: "https://github.com/acme/api",
          branch: "master",
          runtime: "node",
          buildCommand: "npm install",
          buildFilter: BUILD_FILTER,
        },
      },
    },
  },
  "web-service-of-a-repository": {
    kind: webService,
    program: {
      name: "shop",
      plan: "starter",
      region: "oregon",
      runtimeSource: {
        nativeRuntime: {
          repoUrl: "https://github.com/acme/api",
          branch: "main",
          runtime: "node",
          buildCommand: "npm install",
          buildFilter: BUILD_FILTER,
        },
      },
      startCommand: "npm start",
      preDeployCommand: "echo 'ready'",
      envVars: VARIABLES,
      secretFiles: FILES,
      disk: DISK,
      customDomains: [{ name: "shop-1.example.com" }, { name: "shop-2.example.com" }],
      notificationOverride: { notificationsToSend: "failure", previewNotificationsEnabled: "false" },
      logStreamOverride: { setting: "drop" },
    },
  },
  "private-service-of-a-dockerfile": {
    kind: privateService,
    program: {
      name: "pricing",
      plan: "starter",
      region: "oregon",
      runtimeSource: { docker: { repoUrl: "https://github.com/acme/api", branch: "main" } },
    },
  },
  "worker-of-an-image": {
    kind: backgroundWorker,
    program: {
      name: "jobs",
      plan: "starter",
      region: "oregon",
      runtimeSource: { image: { imageUrl: "nginx" } },
      preDeployCommand: "echo 'ready'",
      envVars: VARIABLES,
      secretFiles: FILES,
      disk: DISK,
      previews: { generation: "automatic" },
      notificationOverride: { notificationsToSend: "all", previewNotificationsEnabled: "true" },
      logStreamOverride: { setting: "drop" },
    },
  },
  "static-site": {
    kind: staticSite,
    program: {
      name: "pages",
      repoUrl: "https://github.com/acme/api",
      branch: "master",
      rootDirectory: "web",
      buildCommand: "npm run build",
      publishPath: "dist",
      buildFilter: BUILD_FILTER,
      envVars: VARIABLES,
      previews: { generation: "automatic" },
      headers: [
        { name: "Cache-Control", path: "/assets/*", value: "max-age=31536000" },
        { name: "X-Frame-Options", path: "/*", value: "SAMEORIGIN" },
      ],
      routes: [
        { type: "rewrite", source: "/blog", destination: "/blog/index.html" },
        { type: "redirect", source: "/about", destination: "/about-us" },
        { type: "rewrite", source: "/api/*", destination: "/api/index.html" },
      ],
      customDomains: [{ name: "pages.example.com" }],
      notificationOverride: { notificationsToSend: "failure", previewNotificationsEnabled: "false" },
    },
  },
  "env-group": {
    kind: envGroup,
    program: {
      name: "shared",
      envVars: { ...VARIABLES, key3: { generateValue: true } },
      secretFiles: FILES,
    },
  },
  "key-value": {
    kind: keyvalue,
    program: {
      name: "cache",
      plan: "starter",
      region: "oregon",
      maxMemoryPolicy: "allkeys_lfu",
      ipAllowLists: [],
    },
  },
  postgres: {
    kind: postgres,
    program: {
      name: "orders",
      plan: "starter",
      region: "oregon",
      version: "15",
      databaseName: "orders",
      databaseUser: "orders_user",
      ipAllowLists: [],
    },
  },
  project: {
    kind: project,
    program: { name: "shop", environments: { prod: { name: "prod", protectedStatus: "protected" } } },
  },
  webhook: {
    kind: webhook,
    program: { name: "chat", url: "https://hooks.example.com", enabled: true, eventFilters: [] },
  },
  "dedicated-ip": {
    kind: dedicatedIp,
    program: { name: "outbound", region: "oregon", description: "initial" },
  },
  "log-stream-of-a-workspace": { kind: logStream, program: { preview: "drop" } },
  "metrics-stream": {
    kind: metricsStream,
    program: { metricsProvider: "CUSTOM", url: "https://collector.example.com", token: "a token" },
  },
  "notification-setting": {
    kind: notificationSetting,
    program: { notificationsToSend: "none", previewNotificationsEnabled: true },
  },
};

/** What an import cannot see: that a value was generated, and a token that Render shows to no one. */
const UNSEEN: Readonly<Record<string, readonly string[]>> = {
  "env-group": ["envVars.key3.value", "envVars.key3.generateValue"],
  "metrics-stream": ["token"],
};

/** What a workspace has one of has the workspace's id. */
const idOf = ({ answer }: Json): string => answer.id ?? answer.ownerId;

/** A Render that says what was recorded, and 404 of all else. */
function recordedFetch(recording: Json): typeof fetch {
  const { path: at, answer, parts, notification, logStream: stream, environment } = recording;
  const id = idOf(recording);
  const answers: Record<string, unknown> = {
    [`${at}/${id}`]: answer,
    [`/notification-settings/overrides/services/${id}`]: notification,
    ...(stream && { [`/logs/streams/resource/${id}`]: stream }),
    // This list is invented: the recording has no answer to a question about deploys.
    [`${at}/${id}/deploys`]: [],
    ...(environment && { [`/environments/${environment.id}`]: environment }),
    ...Object.fromEntries(Object.entries(parts).map(([part, body]) => [`${at}/${id}${part}`, body])),
  };
  return async (address) => {
    const asked = new URL(String(address));
    const isList = asked.pathname.endsWith("/environments") && environment;
    const body = isList
      ? asked.searchParams.has("cursor")
        ? []
        : [{ cursor: "c", environment }]
      : answers[asked.pathname.replace("/v1", "")];
    if (body === undefined) return Response.json({ message: "not found" }, { status: 404 });
    return Response.json(body);
  };
}

function recordedContext(recording: Json): Context {
  const client = new RenderClient({
    host: "http://127.0.0.1:9/v1",
    apiKey: "a key",
    retry: SHORT_PAUSES,
    onPause: () => undefined,
    fetch: recordedFetch(recording),
  });
  return contextOf({ client, ownerId: "own-1" });
}

describe("Render's recorded answers", () => {
  it("are each held against the provider, and say where they come from and when they were recorded", () => {
    const files = readdirSync(FOLDER).map((file) => path.basename(file, ".json"));
    assert.deepEqual(files.sort(), Object.keys(RECORDINGS).sort());
    for (const name of files) {
      const { source } = recordingOf(name);
      assert.match(source.file, /_cassette\.yaml$/, name);
      for (const date of [source.recorded, source.read]) assert.match(date, /^\d{4}-\d\d-\d\d$/, name);
    }
  });

  for (const [name, { kind, program }] of Object.entries(RECORDINGS)) {
    it(`show no change to a program that asked for the same: ${name}`, async () => {
      const recording = recordingOf(name);
      const { accepted, problems } = check(kind, program);
      assert.deepEqual(problems, []);
      const found = await kind.read(recordedContext(recording), idOf(recording), accepted, {});
      assert.ok(found);
      assert.deepEqual(changedPaths(kind, found.inputs, accepted, found.outputs), []);
      // An import knows nothing of the program.
      const imported = await kind.read(recordedContext(recording), idOf(recording), {}, {});
      assert.ok(imported);
      const left = changedPaths(kind, imported.inputs, accepted, imported.outputs);
      assert.deepEqual(left, UNSEEN[name] ?? []);
    });
  }
});
