import assert from "node:assert/strict";
import { invoked } from "../../../render/plugin/invoke";
import { plain, SIGNATURE_KEY } from "../../../render/plugin/property-values";
import { keyvalue } from "../../../render/resources/keyvalue";
import { logStream } from "../../../render/resources/log-stream";
import type { Json } from "../../rehearsal/render/called-render";
import { CalledKind } from "../called-kind";

const tokenOf = (name: string): string => `render:index/get${name}:get${name}`;

describe("What a program asks of things that are there already", () => {
  let at: CalledKind;
  before(async () => {
    at = await CalledKind.open();
  });
  after(() => at.close());

  const asked = async (name: string, args: Json): Promise<Json> =>
    invoked(tokenOf(name), args, at.context()) as Promise<Json>;
  const reasonsOf = (response: Json): readonly string[] =>
    response.getFailuresList().map((each: Json) => `${each.getProperty()}: ${each.getReason()}`);

  it("is answered with its inputs and outputs by its id, secrets marked, and nothing is changed", async () => {
    const wanted = { name: "cache", plan: "free", region: "oregon", maxMemoryPolicy: "noeviction" };
    const inputs = at.checked(keyvalue, wanted);
    const { id, outputs } = await keyvalue.create(at.context(), inputs);
    at.changes();
    const response = await asked("Keyvalue", { id });
    const given = response.getReturn().toJavaScript();
    const { persistenceMode: _, ipAllowLists: __, ...rest } = plain(given) as Json;
    assert.deepEqual(rest, { ...outputs, id });
    assert.ok(SIGNATURE_KEY in given.connectionInfo.internalConnectionString);
    assert.deepEqual(at.changes(), []);
    await keyvalue.delete(at.context(), id, outputs);
    assert.deepEqual(reasonsOf(await asked("Keyvalue", { id })), [`id: Render has no Keyvalue ${id}.`]);
  });

  it("is answered without an id where the workspace has one alone", async () => {
    const { ownerId } = at.called.render;
    assert.deepEqual((await asked("NotificationSetting", {})).getReturn().toJavaScript(), {
      id: ownerId,
      emailEnabled: true,
      notificationsToSend: "failure",
      previewNotificationsEnabled: false,
      slackEnabled: false,
    });
    assert.deepEqual(reasonsOf(await asked("LogStream", {})), [`: Render has no LogStream ${ownerId}.`]);
    await logStream.create(at.context(), { preview: "drop", token: "canary" });
    const found = (await asked("LogStream", {})).getReturn().toJavaScript();
    assert.deepEqual(found, { id: ownerId, preview: "drop" });
  });

  it("is refused by name: an id that is missing, a field and a function that are not there", async () => {
    assert.deepEqual(reasonsOf(await asked("WebService", {})), [
      "id: this field is required, and it is missing.",
    ]);
    assert.match(
      reasonsOf(await asked("WebService", { name: "api" })).join(),
      /name: there is no such field/,
    );
    await assert.rejects(asked("Redis", { id: "red-1" }), /has no function render:index\/getRedis:getRedis/);
  });
});
