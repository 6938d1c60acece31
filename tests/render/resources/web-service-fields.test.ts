import assert from "node:assert/strict";
import type { IncompleteResourceError } from "../../../render/failure";
import type { Properties } from "../../../render/plugin/property-values";
import { webService } from "../../../render/resources/web-service";
import { REPOSITORY } from "../../rehearsal/render/called-render";
import { CalledKind, changedPaths, IMAGE, NATIVE } from "../called-kind";

const measure = { enabled: true, percentage: 60 };
const native = (change: Properties): Properties => ({
  nativeRuntime: { repoUrl: REPOSITORY, branch: "main", runtime: "node", buildCommand: "true", ...change },
});
const docker = (change: Properties): Properties => ({
  docker: { repoUrl: REPOSITORY, branch: "main", ...change },
});

/** Each field with values it is given one after the other; before and after them it is left out. */
const FIELDS: readonly (readonly [string, ...unknown[]])[] = [
  ["preDeployCommand", "./migrate", "./migrate --all"],
  ["rootDirectory", "service", "other"],
  ["healthCheckPath", "/health", "/ready"],
  ["numInstances", 2, 3, 1],
  [
    "autoscaling",
    { enabled: true, min: 1, max: 3, criteria: { cpu: measure } },
    { enabled: true, min: 2, max: 4, criteria: { cpu: measure, memory: { enabled: true, percentage: 70 } } },
    { enabled: false, min: 2, max: 4, criteria: {} },
  ],
  [
    "envVars",
    { A: { value: "1" }, B: { value: "" } },
    { A: { value: "2" }, "odd.key": { value: "x" } },
    { A: { generateValue: true } },
  ],
  ["secretFiles", { "a.pem": { content: "one\n" } }, { "a.pem": { content: "two\n" }, b: { content: "" } }],
  ["customDomains", [{ name: "a.example.com" }], [{ name: "b.example.com" }, { name: "a.example.com" }]],
  ["customDomains", [{ name: "example.com" }], [{ name: "example.com" }, { name: "www.example.com" }]],
  ["customDomains", [{ name: "example.org" }, { name: "www.example.org" }], [{ name: "www.example.org" }]],
  [
    "disk",
    { name: "data", sizeGb: 1, mountPath: "/data" },
    { name: "files", sizeGb: 2, mountPath: "/var/files" },
  ],
  [
    "ipAllowLists",
    [{ cidrBlock: "10.0.0.0/8" }],
    [{ cidrBlock: "192.0.2.0/24", description: "office" }, { cidrBlock: "10.0.0.0/8" }],
    [{ cidrBlock: "0.0.0.0/0" }],
  ],
  [
    "maintenanceMode",
    { enabled: true },
    { enabled: true, uri: "https://example.com/soon" },
    { enabled: false },
  ],
  ["maxShutdownDelaySeconds", 60, 300],
  ["previews", { generation: "manual" }, { generation: "automatic" }],
  ["pullRequestPreviewsEnabled", true, false],
  [
    "notificationOverride",
    { notificationsToSend: "failure" },
    { notificationsToSend: "all", previewNotificationsEnabled: "false" },
    { previewNotificationsEnabled: "true" },
  ],
  [
    "logStreamOverride",
    { setting: "send", endpoint: "logs.example.com:6514", token: "t" },
    { setting: "send", endpoint: "logs.example.com:6515", token: "u" },
    { setting: "drop" },
  ],
  ["name", "other-name"],
  ["plan", "standard", "pro_plus"],
  ["startCommand", "node server.js"],
  [
    "runtimeSource",
    native({ branch: "next", buildCommand: "npm ci", runtime: "python" }),
    native({ autoDeploy: false }),
    native({ autoDeployTrigger: "checksPass" }),
    native({ buildFilter: { paths: ["src/**"], ignoredPaths: ["docs/**"] } }),
    native({ buildFilter: { paths: ["src/**"] } }),
    native({ repoUrl: `${REPOSITORY}.git` }),
  ],
];

/** Values of `runtimeSource` for a service that is built from it from the start. */
const SOURCES: readonly (readonly [string, Properties, ...Properties[]])[] = [
  [
    "a Dockerfile",
    docker({}),
    docker({ context: "./api", dockerfilePath: "./api/Dockerfile" }),
    docker({ autoDeploy: false, branch: "next" }),
    docker({ buildFilter: { ignoredPaths: ["docs/**"] } }),
  ],
  [
    "an image",
    { image: { imageUrl: "nginx" } },
    { image: { imageUrl: "docker.io/library/nginx", tag: "1.27" } },
    { image: { imageUrl: "registry.example.com:5000/team/api", digest: `sha256:${"0".repeat(64)}` } },
    { image: { imageUrl: "ghcr.io/team/api", tag: "latest" } },
  ],
];

/** What an import cannot know: a token, that a value was generated, and that a twin's name was asked for. */
function untold(path: string): boolean {
  return path.startsWith("logStreamOverride") || path.startsWith("envVars.A") || path === "customDomains";
}

describe("Every field of a web service", () => {
  let kinds: CalledKind;
  before(async () => {
    kinds = await CalledKind.open();
  });
  after(() => kinds.close());

  /** Makes a service and changes it step by step; after each, what Render has means what was written. */
  async function live(first: Properties, ...steps: readonly Properties[]): Promise<void> {
    const context = kinds.context();
    let inputs = kinds.checked(webService, first);
    const made = await webService.create(context, inputs).catch((error: IncompleteResourceError) => error);
    const { id } = made;
    if (!id) throw made;
    let state = made.outputs;
    try {
      if (made instanceof Error) throw made;
      await holds(id, inputs, state);
      for (const step of steps) {
        const wanted = kinds.checked(webService, step);
        state = await webService.update(context, id, { inputs, state }, wanted);
        inputs = wanted;
        await holds(id, inputs, state);
      }
    } finally {
      await webService.delete(context, id, state);
    }
  }

  async function holds(id: string, inputs: Properties, state: Properties): Promise<void> {
    const found = await webService.read(kinds.context(), id, inputs, state);
    assert.deepEqual(changedPaths(webService, found?.inputs ?? {}, inputs), []);
    // Nothing but what was written, in the writer's own words, so that a preview after a refresh is still.
    for (const name of Object.keys(inputs)) assert.deepEqual(found?.inputs[name], inputs[name], name);
    assert.deepEqual(found?.outputs, state);
    const imported = await webService.read(kinds.context(), id, {}, {});
    const unlike = changedPaths(webService, imported?.inputs ?? {}, inputs).filter((path) => !untold(path));
    assert.deepEqual(unlike, []);
    kinds.checked(webService, imported?.inputs ?? {});
  }

  for (const [name, ...values] of FIELDS) {
    const base = name === "runtimeSource" ? NATIVE : IMAGE;
    const steps = values.map((value) => ({ ...base, [name]: value }));
    const [first = base] = steps;

    it(`\`${name}\` (${JSON.stringify(values[0]).slice(0, 40)}) is added, changed and taken away`, () =>
      live(base, ...steps, base));

    it(`\`${name}\` (${JSON.stringify(values[0]).slice(0, 40)}) is there from the start`, () =>
      live(first, base));
  }

  for (const [name, ...sources] of SOURCES) {
    it(`\`runtimeSource\` of ${name} is made and changed`, async () => {
      const { startCommand: _, ...rest } = NATIVE;
      const steps = sources.map((runtimeSource) => ({ ...rest, runtimeSource }));
      const [first = NATIVE, ...others] = steps;
      await live(first, ...others, { ...first, startCommand: "serve" }, first);
    });
  }

  it("`runtimeSource` goes from one kind to another", async () => {
    const { startCommand: _, ...rest } = NATIVE;
    await live(NATIVE, { ...rest, runtimeSource: docker({}) }, NATIVE);
  });

  it("a disk, several instances, scaling and a plan that excludes them follow one another", () => {
    const disk = { ...IMAGE, disk: { name: "data", sizeGb: 1, mountPath: "/data" } };
    const scaled = {
      ...IMAGE,
      autoscaling: { enabled: true, min: 2, max: 3, criteria: { cpu: measure } },
    };
    const free = { ...IMAGE, plan: "free" };
    return live(free, disk, scaled, disk, { ...IMAGE, numInstances: 3 }, free, scaled, free);
  });

  it("a free service is made and changed with what a free service has", async () => {
    const free = { ...NATIVE, plan: "free" };
    await live(
      free,
      { ...free, name: "other", healthCheckPath: "/health", maxShutdownDelaySeconds: 60 },
      NATIVE,
      free,
    );
  });
});
