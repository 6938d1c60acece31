import assert from "node:assert/strict";
import type { Properties } from "../../../render/plugin/property-values";
import type { Context, ResourceKind } from "../../../render/resource-kind";
import { dedicatedIp } from "../../../render/resources/dedicated-ip";
import { logStream } from "../../../render/resources/log-stream";
import { metricsStream } from "../../../render/resources/metrics-stream";
import { notificationSetting } from "../../../render/resources/notification-setting";
import { webhook } from "../../../render/resources/webhook";
import { RenderClient } from "../../../render-api";
import { CalledKind, changedPaths, check, SHORT_PAUSES } from "../called-kind";

const STREAM = { preview: "send", endpoint: "logs.example.com:6514", token: "t" };
const METRICS = { metricsProvider: "CUSTOM", url: "https://metrics.example.com", token: "t" };

/** Each kind as it is first, what an import cannot see, and fields with values that follow one another. */
const KINDS: readonly (readonly [
  ResourceKind,
  Properties,
  unseen: readonly string[],
  readonly (readonly [string, ...unknown[]])[],
])[] = [
  [
    webhook,
    { name: "chat", url: "https://hooks.example.com", enabled: true },
    [],
    [
      ["name", "talk"],
      ["url", "https://hooks.example.org"],
      ["enabled", false, true],
      ["eventFilters", ["deploy_ended", "build_ended"], ["build_ended", "deploy_ended"], [], undefined],
    ],
  ],
  [
    dedicatedIp,
    { name: "outbound", region: "oregon" },
    [],
    [
      ["name", "others"],
      ["description", "for all", "", undefined],
      ["environmentIds", [], undefined],
    ],
  ],
  [
    logStream,
    STREAM,
    ["token"],
    [
      ["preview", "drop"],
      ["endpoint", "logs.example.org:6514", undefined],
      ["token", "next", undefined],
    ],
  ],
  [
    metricsStream,
    METRICS,
    ["token"],
    [
      ["metricsProvider", "DATADOG"],
      ["url", "https://metrics.example.org"],
      ["token", "next"],
    ],
  ],
  [
    notificationSetting,
    { notificationsToSend: "all" },
    [],
    [
      ["notificationsToSend", "none", "failure"],
      ["emailEnabled", false, true],
      ["previewNotificationsEnabled", true, false],
    ],
  ],
];

describe("What a workspace has of its own", function () {
  this.timeout(60_000);
  let at: CalledKind;

  before(async () => {
    at = await CalledKind.open();
  });
  after(() => at.close());

  /** The body of the last PUT, which Render's answers do not show whole. */
  async function put(operation: (context: Context) => Promise<unknown>): Promise<Properties> {
    const { host, apiKey, ownerId } = at.called.render;
    let body: Properties = {};
    const seen: typeof fetch = (address, options) => {
      if (options?.method === "PUT") body = JSON.parse(String(options.body));
      return fetch(address, options);
    };
    const client = new RenderClient({ host, apiKey, retry: SHORT_PAUSES, fetch: seen });
    await operation(at.context({ client, takeOver: [ownerId] }));
    return body;
  }

  for (const [kind, first, unseen, fields] of KINDS) {
    const called = kind.token.replace(/.*:/, "");

    it(`${called} settles: made, read, imported, changed field by field and deleted`, async () => {
      let inputs = at.checked(kind, first);
      const made = await kind.create(at.context(), inputs);
      const { id } = made;
      let state = made.outputs;
      assert.deepEqual(await kind.read(at.context(), id, inputs, state), { inputs, outputs: state });
      const imported = await kind.read(at.context(), id, {}, {});
      assert.deepEqual(changedPaths(kind, imported?.inputs ?? {}, inputs), unseen);
      for (const [field, ...values] of fields) {
        for (const value of values) {
          const { [field]: _, ...rest } = inputs;
          const wanted = at.checked(kind, { ...rest, ...(value !== undefined && { [field]: value }) });
          const due = changedPaths(kind, inputs, wanted).length > 0;
          at.changes();
          if (due) state = await kind.update(at.context(), id, { inputs, state }, wanted);
          assert.equal(at.changes().length, due ? 1 : 0, `${field} ${JSON.stringify(value)}`);
          const found = await kind.read(at.context(), id, wanted, state);
          assert.deepEqual(changedPaths(kind, found?.inputs ?? {}, wanted), [], field);
          inputs = wanted;
        }
      }
      await kind.delete(at.context(), id, state);
      const left = await kind.read(at.context(), id, inputs, state);
      // Every workspace has notification settings.
      assert.equal(left === undefined, kind !== notificationSetting);
      await kind.delete(at.context(), id, state);
    });
  }

  it("is no change where the program leaves out notification settings that others have set", async () => {
    const inputs = at.checked(notificationSetting, { notificationsToSend: "all" });
    const { id, outputs } = await notificationSetting.create(at.context(), inputs);
    assert.deepEqual(outputs, { notificationsToSend: "all", slackEnabled: false });
    await at.called.ask("PATCH", `/notification-settings/owners/${id}`, { emailEnabled: false });
    assert.deepEqual((await notificationSetting.read(at.context(), id, inputs, outputs))?.inputs, inputs);
    const all = await notificationSetting.read(at.context(), id, {}, {});
    assert.deepEqual(changedPaths(notificationSetting, all?.inputs ?? {}, inputs), []);
    const other = { notificationsToSend: "none" };
    await notificationSetting.update(at.context(), id, { inputs, state: outputs }, other);
    const { emailEnabled } = await at.called.ask("GET", `/notification-settings/owners/${id}`);
    assert.equal(emailEnabled, false);
  });

  for (const [kind, inputs] of [
    [logStream, STREAM],
    [metricsStream, METRICS],
  ] as const) {
    const called = kind.token.replace(/.*:/, "");

    it(`is not replaced unseen by a ${called}, unless the user says so`, async () => {
      const { id } = await kind.create(at.context(), at.checked(kind, inputs));
      at.changes();
      await assert.rejects(kind.create(at.context(), at.checked(kind, inputs)), (error: Error) => {
        assert.match(error.message, new RegExp(`pulumi import ${kind.token} NAME ${id}`));
        assert.match(error.message, new RegExp(`RENDER_TAKE_OVER=${id} pulumi up`));
        return true;
      });
      assert.deepEqual(at.changes(), []);
      await kind.create(at.context({ takeOver: [id] }), at.checked(kind, inputs));
      await kind.delete(at.context(), id, {});
    });
  }

  it("keeps a token that an import could not see, and removes one that the program had or takes over", async () => {
    const { token: _, ...bare } = STREAM;
    const { id } = await logStream.create(at.context(), at.checked(logStream, STREAM));
    const other = { ...bare, preview: "drop" };
    const updated = (old: Properties) =>
      put((context) => logStream.update(context, id, { inputs: old, state: old }, other));
    assert.deepEqual(await updated(bare), { preview: "drop", endpoint: bare.endpoint });
    assert.equal((await updated(STREAM)).token, "");
    assert.equal((await put((context) => logStream.create(context, bare))).token, "");
    await logStream.delete(at.context(), id, {});
  });

  it("has a secret among a webhook's outputs, which the engine is given as one", async () => {
    const inputs = at.checked(webhook, KINDS[0]?.[1] ?? {});
    const { id, outputs } = await webhook.create(at.context(), inputs);
    assert.match(String(outputs.secret), /^whsec_.{40,}/);
    assert.deepEqual(webhook.secrets, [["secret"]]);
    for (const kind of [logStream, metricsStream]) assert.deepEqual(kind.secrets, [["token"]]);
    await webhook.delete(at.context(), id, outputs);
  });

  it("is not doubled where the answer to a webhook's creation is lost", async () => {
    const inputs = at.checked(webhook, KINDS[0]?.[1] ?? {});
    at.called.render.faults.next({ method: "POST", path: /^\/webhooks$/, how: "lost-answer" });
    const { id, outputs } = await webhook.create(at.context(), inputs);
    const all = await at.called.ask("GET", "/webhooks");
    assert.deepEqual(
      all.map((each: { webhook: { id: string } }) => each.webhook.id),
      [id],
    );
    await webhook.delete(at.context(), id, outputs);
  });

  it("has addresses once a dedicated IP runs, and an error where it never will", async () => {
    const inputs = at.checked(dedicatedIp, { name: "outbound", region: "oregon" });
    const { id, outputs } = await dedicatedIp.create(at.context(), inputs);
    assert.deepEqual([outputs.status, (outputs.ips as readonly string[]).length], ["RUNNING", 3]);
    assert.deepEqual(dedicatedIp.replacedBy, ["region"]);
    const { host, apiKey } = at.called.render;
    const failing: typeof fetch = async (address, options) => {
      const answer = await fetch(address, options);
      if (options?.method !== "GET") return answer;
      return Response.json({ ...((await answer.json()) as object), status: "FAILED" });
    };
    const client = new RenderClient({ host, apiKey, retry: SHORT_PAUSES, fetch: failing });
    await assert.rejects(
      dedicatedIp.update(at.context({ client }), id, { inputs, state: outputs }, inputs),
      new RegExp(`The dedicated IP ${id} is FAILED, and gets no address`),
    );
    await dedicatedIp.delete(at.context(), id, outputs);
  });

  it("is refused with a problem for each field that is wrong, and never with a token", () => {
    const wrong: readonly [ResourceKind, Properties, readonly string[]][] = [
      [webhook, { name: "", url: "https://a", enabled: "yes" }, ["enabled", "name"]],
      [logStream, { preview: "keep", token: 4 }, ["preview", "token"]],
      [metricsStream, { token: "canary", uri: "https://a" }, ["metricsProvider", "uri", "url"]],
      [notificationSetting, { notificationsToSend: "some" }, ["notificationsToSend"]],
    ];
    for (const [kind, inputs, properties] of wrong) {
      const { problems } = check(kind, inputs);
      assert.deepEqual(problems.map(({ property }) => property).toSorted(), properties);
      assert.doesNotMatch(JSON.stringify(problems), /canary/);
    }
  });
});
