import assert from "node:assert/strict";
import { once } from "node:events";
import { WebSocket } from "ws";
import { CalledRender, type Json } from "./called-render";

describe("A subscription to the embedded Render's logs", () => {
  let called: CalledRender;
  let id: string;
  let path: string;
  before(async () => {
    called = await CalledRender.open();
    const envSpecificDetails = { buildCommand: "echo building", startCommand: "echo running; sleep 600" };
    const post = called.post({ type: "background_worker" }, { envSpecificDetails });
    const { service, deployId } = await called.ask("POST", "/services", post);
    id = service.id;
    path = `/logs/subscribe?ownerId=${called.render.ownerId}&resource=${id}`;
    await called.ended(id, deployId);
  });
  after(() => called.close());

  const open = (target: string, key = called.render.apiKey): WebSocket =>
    new WebSocket(`${called.render.host.replace("http", "ws")}${target}`, {
      headers: { authorization: `Bearer ${key}` },
    });

  /** The lines that come until one has this message. */
  function until(socket: WebSocket, last: string): Promise<Json[]> {
    const lines: Json[] = [];
    return new Promise((resolve) => {
      socket.on("message", (message) => {
        lines.push(JSON.parse(String(message)));
        if (lines.at(-1).message === last) resolve(lines);
      });
    });
  }

  it("gets each new line as it is written, by the filters of a query, and ends with the client", async () => {
    const socket = open(`${path}&type=build`);
    const all = open(path);
    await Promise.all([once(socket, "open"), once(all, "open")]);
    const [built, both] = [until(socket, "==> Build successful 🎉"), until(all, "running")];
    await called.ask("POST", `/services/${id}/deploys`, {});
    const [own, every] = await Promise.all([built, both]);
    const types = own.map(({ labels }) => labels.find(({ name }: Json) => name === "type").value);
    assert.deepEqual([...new Set(types)], ["build"]);
    assert.ok(own.some(({ message }) => message === "building"));
    const listed = await called.ask(
      "GET",
      `/logs?ownerId=${called.render.ownerId}&resource=${id}&limit=1000`,
    );
    const byId = new Map(listed.logs.map((line: Json) => [line.id, line]));
    for (const line of [...own, ...every]) assert.deepEqual(line, byId.get(line.id));
    for (const each of [socket, all]) {
      each.close();
      await once(each, "close");
    }
  });

  it("begins with the lines since a time that it names", async () => {
    const socket = open(`${path}&startTime=2020-01-01T00:00:00Z`);
    const lines = await until(socket, "running");
    assert.ok(lines.some(({ message }) => message === "building"));
    socket.terminate();
  });

  const REFUSED: readonly (readonly [
    string,
    (path: string) => string,
    string | undefined,
    number,
    RegExp,
  ])[] = [
    ["another key", (at) => at, "rnd_wrong", 401, /unauthorized/],
    ["no service", (at) => at.replace(/&resource=.*/, ""), undefined, 400, /resource: required/],
    ["an unknown service", (at) => at.replace(/srv-\w+/, "srv-none"), undefined, 404, /not found/],
    ["another address", () => "/logs/nowhere", undefined, 404, /not found/],
  ];
  for (const [what, change, key, status, words] of REFUSED) {
    it(`is refused as any request is: ${what}`, async () => {
      const socket = open(change(path), key);
      const refused = new Promise<[number | undefined, string]>((resolve) => {
        socket.on("unexpected-response", (_, response) => {
          let text = "";
          response.on("data", (part) => {
            text += part;
          });
          response.on("end", () => resolve([response.statusCode, text]));
        });
      });
      const [got, text] = await refused;
      assert.equal(got, status);
      assert.match(JSON.parse(text).message, words);
    });
  }

  it("is refused without a WebSocket's handshake, and ends with the embedded Render", async () => {
    const plain = await called.call("GET", path);
    assert.deepEqual([plain.status, plain.body.message], [400, "expected a WebSocket's handshake"]);
    const socket = open(path);
    await once(socket, "open");
    const closed = once(socket, "close");
    await called.render.stop();
    await closed;
  });
});
