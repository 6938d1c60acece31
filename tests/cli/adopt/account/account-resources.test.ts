import assert from "node:assert/strict";
import { parse, parseDocument, stringify } from "yaml";
import { accountStacks, stackFileText } from "../../../../cli/adopt/account/account-files";
import {
  type Account,
  type AccountResource,
  accountResources,
} from "../../../../cli/adopt/account/account-resources";
import type { Properties } from "../../../../render/plugin/property-values";
import { KINDS } from "../../../../render/resources";
import { CalledKind, changedPaths, check, IMAGE } from "../../../render/called-kind";

const CANARY = "c4nary-of-the-account";
const { name: _, ...RUNNING } = IMAGE;
const SECRET_FILES = { "key.pem": { content: CANARY } };

/** A value in the program's place, as its `resolved` does it. */
function resolved(value: unknown, at: readonly string[], values: unknown): unknown {
  if (Array.isArray(value)) return value.map((each, index) => resolved(each, [...at, String(index)], values));
  if (typeof value !== "object" || value === null) return value;
  if (JSON.stringify(value) === '{"secret":true}') {
    return at.reduce((inner, key) => (inner as Record<string, unknown>)[key], values);
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, resolved(inner, [...at, key], values)]),
  );
}

describe("What an account has at Render", function () {
  this.timeout(120_000);
  let at: CalledKind;
  let account: Account;
  const ids = new Map<string, string>();

  const kindOf = (called: string) => {
    const kind = KINDS.find(({ token }) => token.endsWith(`:${called}`));
    assert.ok(kind, called);
    return kind;
  };

  async function make(called: string, inputs: Properties): Promise<string> {
    const kind = kindOf(called);
    const { id } = await kind.create(at.context(), at.checked(kind, inputs));
    ids.set(`${called} ${String(inputs.name ?? "")}`, id);
    return id;
  }

  before(async () => {
    at = await CalledKind.open();
    const envVars = { API_KEY: { value: CANARY }, GENERATED: { generateValue: true } };
    const live = { name: "Production", protectedStatus: "protected" };
    const shop = await make("Project", { name: "shop", environments: { live } });
    const [environment] = await at.called.ask("GET", `/environments?projectId=${shop}`);
    const environmentId = environment.environment.id;
    const web = await make("WebService", {
      ...{ ...IMAGE, name: "api", environmentId, envVars, secretFiles: SECRET_FILES },
      ...{ healthCheckPath: "/health", customDomains: [{ name: "api.example.com" }], numInstances: 2 },
    });
    await make("PrivateService", { ...RUNNING, name: "internal", environmentId, envVars });
    await make("BackgroundWorker", {
      ...RUNNING,
      name: "worker",
      disk: { name: "data", mountPath: "/data", sizeGb: 5 },
    });
    await make("CronJob", { ...RUNNING, name: "nightly", schedule: "0 3 * * *" });
    await make("StaticSite", {
      ...{ name: "site", repoUrl: "https://github.com/acme/api", branch: "main", buildCommand: "true" },
      ...{ publishPath: "dist", headers: [{ path: "/*", name: "X-Frame-Options", value: "DENY" }] },
    });
    const group = await make("EnvGroup", {
      name: "shared",
      environmentId,
      envVars: { LOG_LEVEL: { value: CANARY } },
    });
    await make("EnvGroupLink", { envGroupId: group, serviceIds: [web] });
    await make("EnvGroup", { name: "linked-to-none", envVars: { A: { value: "b" } } });
    await make("Postgres", { name: "database", plan: "basic_256mb", region: "oregon", version: "17" });
    await make("Keyvalue", { name: "cache", plan: "free", region: "oregon", maxMemoryPolicy: "noeviction" });
    await make("RegistryCredential", {
      name: "images",
      registry: "GITHUB",
      username: "acme",
      authToken: CANARY,
    });
    const events = { url: "https://hooks.example.com", enabled: true, eventFilters: ["deploy_ended"] };
    await make("Webhook", { name: "chat", ...events });
    await make("DedicatedIp", { name: "outbound", region: "oregon", environmentIds: [environmentId] });
    await make("LogStream", { preview: "drop", endpoint: "logs.example.com:6514", token: CANARY });
    at.changes();
    const { client, ownerId, signal } = at.context();
    account = await accountResources({ client, ownerId, signal: signal, report: () => {} });
  });
  after(() => at.close());

  const named = ({ kind, name }: AccountResource) => `${kind.token.split(":").at(-1)} ${name}`;

  it("is read as a whole, each of it by its id, and nothing is changed", () => {
    assert.deepEqual(at.changes(), []);
    assert.deepEqual(account.resources.map(named).toSorted(), [
      ...[
        "BackgroundWorker worker",
        "CronJob nightly",
        "DedicatedIp outbound",
        "EnvGroup linked-to-none",
        "EnvGroup shared",
      ],
      ...["EnvGroupLink shared", "Keyvalue cache", "Postgres database", "PrivateService internal"],
      ...["Project shop", "StaticSite site", "WebService api", "Webhook chat"],
    ]);
    for (const one of account.resources.filter(({ kind }) => !kind.token.endsWith("Link")))
      assert.equal(one.id, ids.get(named(one)), named(one));
  });

  it("is in the stack of its environment, and of none in the workspace's", () => {
    const stacks = Object.fromEntries(account.resources.map((one) => [named(one), one.stack]));
    assert.deepEqual(
      [
        stacks["WebService api"],
        stacks["EnvGroupLink shared"],
        stacks["CronJob nightly"],
        stacks["Project shop"],
      ],
      ["production", "production", "workspace", "workspace"],
    );
  });

  it("leaves out by name what no program can declare", () => {
    assert.equal(account.left.length, 2);
    assert.match(account.left[0] ?? "", /^the registry credential images: Render gives its token to no one/);
    assert.equal(account.left[1], "the workspace's log stream: Render gives its token to no one");
  });

  it("is written without a secret in plain sight, and with nothing to change by the next preview", async () => {
    const stacks = accountStacks("acme", account.resources, { ownerId: "tea-1", host: undefined });
    assert.deepEqual(stacks.map(({ stack }) => stack).toSorted(), ["production", "workspace"]);
    let compared = 0;
    for (const { text, values, imports } of stacks) {
      assert.doesNotMatch(text + JSON.stringify(imports), new RegExp(CANARY));
      const declared = parse(text).config["acme:resources"] as Record<string, Record<string, Properties>>;
      for (const [called, entries] of Object.entries(declared)) {
        for (const [name, args] of Object.entries(entries)) {
          const kind = kindOf(called);
          const written = resolved(args, [called, name], JSON.parse(values)) as Properties;
          const { accepted, problems } = check(kind, written);
          assert.deepEqual(problems, [], `${called} ${name}`);
          const imported = imports.find((one) => one.type === kind.token && one.name === name);
          const found = await kind.read(at.context(), imported?.id ?? "", {}, {});
          assert.ok(found, `${called} ${name}`);
          assert.deepEqual(
            changedPaths(kind, found.inputs, accepted, found.outputs),
            [],
            `${called} ${name}`,
          );
          compared += 1;
        }
      }
    }
    assert.equal(compared, account.resources.length);
  });

  it("is the same file again after Pulumi has written its secrets into it", () => {
    const [{ text } = { text: "" }] = accountStacks("acme", account.resources, {
      ownerId: "tea-1",
      host: undefined,
    });
    const document = parseDocument(text);
    document.setIn(["config", "acme:values"], { secure: "v1:x" });
    document.set("encryptionsalt", "v1:salt");
    const byPulumi = stringify(document.toJS());
    assert.equal(stackFileText(text, byPulumi), byPulumi);
    const changed = stackFileText(text.replace("tea-1", "tea-2"), byPulumi);
    assert.match(changed, /tea-2/);
    assert.deepEqual(parse(changed).config["acme:values"], { secure: "v1:x" });
  });
});
