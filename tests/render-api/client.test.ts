import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createOnce } from "../../render/create-once";
import { NO_NOTES } from "../../render/notes";
import type { Context } from "../../render/resource-kind";
import {
  ANSWERS,
  type AnswerRow,
  postOnce,
  RenderApiError,
  RenderClient,
  RenderUnreachableError,
  type RetryPolicy,
} from "../../render-api";
import { SHORT_PAUSES } from "../render/called-kind";

/** Render's, and a call that may be answered by anything. */
const ROWS: readonly AnswerRow[] = [
  ...ANSWERS,
  ...(["GET", "POST", "PUT"] as const).map(
    (method): AnswerRow => ({ method, path: "/x", holds: "anything", mayBeGone: false }),
  ),
  { method: "POST", path: "/things", holds: "thing", mayBeGone: false },
];

const KEY = "rnd_c4nary-k3y";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const json =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_, response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
const text =
  (status: number, body: string): Answer =>
  (_, response) =>
    response.writeHead(status).end(body);
const reset: Answer = (request) => request.socket.resetAndDestroy();
const hang: Answer = () => undefined;
/** Where an answer never comes, the first attempt waits a moment for it; each later one has the time that it needs. */
const waiting = (answer: Answer): RetryPolicy => {
  let attempts = answer === hang ? 0 : 1;
  return {
    ...SHORT_PAUSES,
    get attemptTimeout() {
      return attempts++ === 0 ? 1_000 : SHORT_PAUSES.attemptTimeout;
    },
  };
};
/** Says how long the body is, and ends before. */
const cutShort: Answer = (_, response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.write('{"name":', () => response.destroy());
};

describe("The client", () => {
  let server: Server;
  let answers: Answer[];
  let requests: { method: string; url: string; body: string; headers: IncomingMessage["headers"] }[];
  let pauses: string[];

  before(async () => {
    server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      requests.push({ method: request.method ?? "", url: request.url ?? "", body, headers: request.headers });
      // The last answer is given again and again.
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      answer?.(request, response);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  beforeEach(() => {
    requests = [];
    pauses = [];
  });

  /** Waits long for an answer: a busy machine may give it late. */
  function client(retry: RetryPolicy = SHORT_PAUSES): RenderClient {
    const { port } = server.address() as AddressInfo;
    const onPause = (message: string): void => void pauses.push(message);
    return new RenderClient({
      host: `http://127.0.0.1:${port}/v1/`,
      apiKey: KEY,
      retry,
      onPause,
      answers: ROWS,
    });
  }

  it("sends the key, JSON and its own name", async () => {
    answers = [json(200, { service: { id: "x" } })];
    await client().request("POST", "/services", { body: { name: "api" } });
    const [{ method, url, body, headers } = { method: "", url: "", body: "", headers: {} }] = requests;
    assert.deepEqual([method, url, body], ["POST", "/v1/services", '{"name":"api"}']);
    assert.equal(headers.authorization, `Bearer ${KEY}`);
    assert.equal(headers["content-type"], "application/json");
    assert.match(headers["user-agent"] ?? "", /^portcullis-render\//);
  });

  it("reads every page of a list, to the one that is short or empty", async () => {
    const page = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        cursor: `c${from + index}`,
        service: { id: from + index },
      }));
    answers = [json(200, page(0, 100)), json(200, page(100, 100)), json(200, [])];
    const found = await client().list<{ id: number }>("/services", "service", { query: { name: "a b" } });
    assert.deepEqual([found.length, found.at(-1)], [200, { id: 199 }]);
    assert.deepEqual(
      requests.map(({ url }) => url),
      ["", "&cursor=c99", "&cursor=c199"].map((cursor) => `/v1/services?name=a+b&limit=100${cursor}`),
    );
    requests = [];
    answers = [json(200, page(0, 3))];
    assert.equal((await client().list("/services", "service")).length, 3);
    assert.equal(requests.length, 1);
  });

  it("ends a list whose cursor does not move on, and reads one without wrappers", async () => {
    answers = [json(200, Array(100).fill({ cursor: "same", service: {} }))];
    assert.equal((await client().list("/services", "service")).length, 200);
    answers = [json(200, [{ id: "evg-1" }])];
    assert.deepEqual(await client().list("/env-groups", "envGroup"), [{ id: "evg-1" }]);
  });

  it("says in words that an answer has another shape than was asked for", async () => {
    const asked = client({ ...SHORT_PAUSES, failurePauses: [] });
    for (const [shape, path, expected] of [
      ["null", "/services", "list"],
      ["{}", "/services", "list"],
      ["[null]", "/services", "list"],
      ["null", "/logs", "object"],
      ["[]", "/logs", "object"],
      ["{}", "/services/srv-1", "thing"],
      ["", "/services/srv-1", "thing"],
    ] as const) {
      answers = [text(200, shape)];
      await assert.rejects(asked.get(path), {
        message: `Render gave no answer to GET ${path}: the answer is not the ${expected} that was expected.`,
      });
    }
  });

  it("makes no call that the table of answers does not have", async () => {
    const render = new RenderClient({ host: "http://127.0.0.1:1/v1", apiKey: KEY });
    await assert.rejects(render.get("/nowhere"), /The table of answers has no row for GET \/nowhere\./);
  });

  const PASSING: readonly (readonly [string, Answer])[] = [
    ["429", json(429, { message: "slow" })],
    ["429 with Retry-After", json(429, {}, { "retry-after": "0" })],
    ["429 with an unreadable Retry-After", json(429, {}, { "retry-after": "soon" })],
    ["500 without JSON", text(500, "<html>oops</html>")],
    ["503 with Retry-After", json(503, {}, { "retry-after": "0" })],
    ["a reset", reset],
    ["no answer in time", hang],
    ["an answer that is cut short", cutShort],
    ["a success that is no JSON", text(200, "<html>maintenance</html>")],
  ];

  for (const [what, answer] of PASSING) {
    it(`asks again after ${what}`, async () => {
      answers = [answer, json(200, { ok: true })];
      assert.deepEqual(await client(waiting(answer)).get("/x"), { ok: true });
      assert.equal(requests.length, 2);
      assert.match(pauses[0] ?? "", /^GET \/x: .*; next attempt in [\d.]+ s\.$/);
    });
  }

  it("asks a POST again only where it was refused for lack of quota, or is said to be harmless", async () => {
    for (const [what, answer] of PASSING) {
      requests = [];
      answers = [answer, json(201, {})];
      const limited = what.startsWith("429");
      const asked = client(waiting(answer)).request("POST", "/x", { body: {} });
      if (limited) await asked;
      else await assert.rejects(asked);
      assert.equal(requests.length, limited ? 2 : 1, what);
    }
    answers = [reset, json(201, { made: true })];
    assert.deepEqual((await client().request("POST", "/x", { repeatable: true })).body, { made: true });
  });

  it("gives up after as many attempts as it has pauses, with what came last", async () => {
    answers = [json(503, { message: "down" })];
    await assert.rejects(client().get("/x"), /Render answered 503 to GET \/x: down$/);
    assert.equal(requests.length, SHORT_PAUSES.failurePauses.length + 1);
    requests = [];
    answers = [json(429, { message: "slow down" })];
    await assert.rejects(client().request("POST", "/x"), /Render answered 429 to POST \/x: slow down/);
    assert.equal(requests.length, SHORT_PAUSES.rateLimitPauses.length + 1);
    answers = [hang];
    const hasty = { ...SHORT_PAUSES, attemptTimeout: 20, failurePauses: [] };
    await assert.rejects(
      client(hasty).get("/x"),
      /Render gave no answer to GET \/x: nothing came within 0 s/,
    );
  });

  const REFUSALS: readonly (readonly [number, RegExp])[] = [
    [400, /Render answered 400 to PUT \/x: no such field$/],
    [401, /config set --secret render:apiKey/],
    [402, /Add payment information/],
    [403, /render:ownerId/],
    [404, /no such field$/],
    [409, /no such field$/],
  ];
  for (const [status, expected] of REFUSALS) {
    it(`does not ask again after ${status}, and says what it means`, async () => {
      answers = [json(status, { message: "no such field" })];
      await assert.rejects(client().request("PUT", "/x"), expected);
      assert.equal(requests.length, 1);
    });
  }

  it("shows neither the key nor a value of its own request, however the answer holds it", async () => {
    const value = 'c4nary "value"\nwith two lines';
    const body = {
      envVars: [{ key: "A", value }],
      secretFiles: [{ name: "a", content: "c4nary-file" }],
      token: "c4nary-token",
    };
    const said = `${KEY} ${value} c4nary-file c4nary-token`;
    const shapes = [
      json(400, { message: said }),
      text(400, JSON.stringify([said])),
      text(400, `${"x".repeat(290)}c4nary-file`),
    ];
    for (const answer of shapes) {
      answers = [answer];
      await assert.rejects(client().request("POST", "/x", { body }), (error: Error) => {
        assert.doesNotMatch(error.message, /c4nary/);
        return error instanceof RenderApiError;
      });
    }
    answers = [text(200, `{"value":"c4nary-file`)];
    await assert.rejects(client().request("POST", "/x", { body }), (error: Error) => {
      assert.doesNotMatch(`${error.message}${(error.cause as Error).message}`, /c4nary/);
      return error instanceof RenderUnreachableError;
    });
  });

  it("stops at once when it is cancelled, in an attempt and in a pause", async () => {
    for (const answer of [hang, json(429, {}, { "retry-after": "3600" })]) {
      answers = [answer];
      const cancellation = new AbortController();
      const { signal } = cancellation;
      const asked = client(SHORT_PAUSES).get("/x", { signal });
      const before = requests.length;
      while (requests.length === before) await new Promise((resolve) => setImmediate(resolve));
      cancellation.abort(new Error("the user has cancelled"));
      await assert.rejects(asked, /the user has cancelled/);
    }
  });

  it("says where nothing listens", async () => {
    const nowhere = new RenderClient({
      host: "http://127.0.0.1:1/v1",
      apiKey: KEY,
      retry: { ...SHORT_PAUSES, failurePauses: [] },
      answers: ROWS,
    });
    await assert.rejects(nowhere.get("/x"), /Render gave no answer to GET \/x: .*(ECONNREFUSED|bad port)/);
  });

  const order = (find: () => Promise<{ id: string } | undefined>) => ({
    client: client(),
    path: "/things",
    body: {},
    signal: new AbortController().signal,
    log: (message: string): void => void pauses.push(message),
    find,
  });

  it("posts once what was made although the answer was lost", async () => {
    answers = [reset, json(201, { id: "second" })];
    assert.deepEqual(await postOnce(order(async () => ({ id: "first" }))), { id: "first" });
    assert.equal(requests.length, 1);
  });

  it("posts again what was not made, and gives up in the end", async () => {
    answers = [reset, json(500, {}), json(201, { id: "third" })];
    assert.deepEqual(await postOnce(order(async () => undefined)), { id: "third" });
    answers = [json(500, { message: "broken" })];
    await assert.rejects(postOnce(order(async () => undefined)), /broken/);
  });

  it("takes a conflict for a success only where the thing is there", async () => {
    answers = [json(409, { message: "in use" })];
    assert.deepEqual(await postOnce(order(async () => ({ id: "there" }))), { id: "there" });
    requests = [];
    await assert.rejects(postOnce(order(async () => undefined)), /409.*in use/);
    assert.equal(requests.length, 1);
  });

  it("adopts only what was not there before, and refuses a name that is taken", async () => {
    answers = [reset];
    let looks = 0;
    const namesakes = async () => [{ id: "old" }, ...(looks++ > 0 ? [{ id: "new" }] : [])];
    const adopt = async (id: string) => ({ id });
    const { client, path, body, signal, log } = order(async () => undefined);
    const urn = "urn:pulumi:test::program::render:index/thing:Thing::mine";
    const context = { client, signal, log, urn, notes: NO_NOTES, takeOver: [] } as unknown as Context;
    const idOf = ({ id }: { readonly id: string }) => id;
    const creation = { context, path, body, noun: "thing", name: "a", namesakes, adopt, idOf };
    assert.deepEqual(await createOnce(creation), { answer: { id: "new" }, found: false });
    const uniqueToken = "render:index/thing:Thing";
    await assert.rejects(
      createOnce({ ...creation, uniqueToken }),
      /There is a thing `a` already \(old\).*`RENDER_TAKE_OVER=old pulumi up`, or `pulumi import render:index\/thing:Thing mine old`/,
    );
    // The name of a parent is not known here, so the import cannot be stated.
    const below = { ...context, urn: urn.replace("::render", "::my:index:Parent$render") };
    await assert.rejects(createOnce({ ...creation, context: below, uniqueToken }), (error: Error) => {
      assert.match(error.message, /RENDER_TAKE_OVER=old pulumi up/);
      assert.doesNotMatch(error.message, /pulumi import/);
      return true;
    });
    const taking = { ...context, takeOver: ["old"] };
    assert.deepEqual(await createOnce({ ...creation, context: taking, uniqueToken }), {
      answer: { id: "old" },
      found: true,
    });
  });
});
