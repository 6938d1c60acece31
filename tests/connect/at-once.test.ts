import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { askWays, type WayReport } from "../../connect";

const REF = "abcdefghijklmnopqrst";
const POOLER = "aws-0-us-west-1.pooler.supabase.com";
const DIRECT = `db.${REF}.supabase.co`;
const WAYS = [`${POOLER}:5432`, `${POOLER}:6543`, `${DIRECT}:5432`, `${DIRECT}:6543`];

/** The code of a message by which a client asks for TLS before anything else (PostgreSQL, "Message Formats"). */
const TLS_REQUEST = 80877103;

/** A refusal that every client understands: an ErrorResponse with its severity, code and message. */
function refusal(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5, "E");
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

describe("The ways to a database, at once", () => {
  let servers: Server[] = [];
  const sockets = new Set<Socket>();
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    for (const server of servers) server.close();
    servers = [];
    sockets.clear();
  });

  type Heard = (way: string, socket: Socket, bytes: Buffer) => void;

  /** One server for each way, which only does what `heard` does. */
  async function listen(heard: Heard): Promise<Readonly<Record<string, string>>> {
    const places = WAYS.map(async (way) => {
      const server = createServer((socket) => {
        sockets.add(socket);
        socket.on("error", () => {});
        socket.on("data", (bytes: Buffer) => heard(way, socket, bytes));
      });
      servers.push(server);
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      return [way, `127.0.0.1:${(server.address() as AddressInfo).port}`] as const;
    });
    return Object.fromEntries(await Promise.all(places));
  }

  async function ask(
    heard: Heard,
    { sslmode, timeout }: { readonly sslmode: string; readonly timeout: number },
  ): Promise<Readonly<Record<string, WayReport>>> {
    const address = { host: POOLER, port: 5432, user: `navigator.${REF}`, parameters: { sslmode } };
    const asking = { signal: new AbortController().signal, timeout, addresses: await listen(heard) };
    const reports = await askWays({ address, database: "postgres", password: "c4nary" }, asking);
    return Object.fromEntries(reports.map((report) => [`${report.way.host}:${report.way.port}`, report]));
  }

  it("are all asked before the first has answered", async () => {
    const asked = new Map<string, Socket>();
    const reports = await ask(
      (way, socket, bytes) => {
        assert.equal(bytes.readInt32BE(4), TLS_REQUEST, way);
        asked.set(way, socket);
        // A way that waited for another's answer would end by its time-out, and never be among these.
        if (asked.size === WAYS.length) for (const each of asked.values()) each.end("N");
      },
      { sslmode: "require", timeout: 60_000 },
    );
    assert.deepEqual([...asked.keys()].toSorted(), WAYS.toSorted());
    for (const way of WAYS)
      assert.equal(reports[way]?.login.mode, "database/tls-required", JSON.stringify(reports[way]));
  });

  it("log in at a pooler that counts refusals when the declared way is answered, or has had its time", async () => {
    const order: string[] = [];
    const [declared = "", other = ""] = WAYS;
    const reports = await ask(
      (way, socket) => {
        order.push(way);
        if (way !== declared) socket.end(refusal("57P03", "the database system is starting up"));
      },
      { sslmode: "disable", timeout: 400 },
    );
    assert.deepEqual([order.includes(declared), order.at(-1)], [true, other]);
    assert.match(reports[declared]?.login.reason ?? "", /gave no answer in time/);
    for (const way of WAYS.slice(1)) assert.match(reports[way]?.login.reason ?? "", /starting up/, way);
  });

  it("send no login at all to a pooler that has refused the declared way's", async () => {
    const order: string[] = [];
    const [declared = "", other = ""] = WAYS;
    const reports = await ask(
      (way, socket) => {
        order.push(way);
        socket.end(refusal("28P01", 'password authentication failed for user "navigator"'));
      },
      { sslmode: "disable", timeout: 60_000 },
    );
    assert.ok(order.includes(declared) && !order.includes(other), order.join(", "));
    assert.match(reports[other]?.login.reason ?? "", /^not asked: .* has just refused this user/);
  });

  for (const [what, known, outcome, reason] of [
    [
      "is not there where others are",
      ["example.com"],
      "fail",
      /^db\.\S+ has no address: there is no such project/,
    ],
    [
      "is not decided where no name is resolved at all",
      [],
      "not-decided",
      /^this machine resolves no name: neither db\./,
    ],
  ] as const) {
    it(`say that a project ${what}, and speak of a URL only where one was typed`, async () => {
      const resolve = async (name: string) => {
        if ((known as readonly string[]).includes(name)) return [{ address: "192.0.2.1", family: 4 }];
        throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
      };
      for (const typed of [true, false]) {
        const host = "db.abcdefghijklmnopqrst.supabase.co";
        const address = { host, port: 5432, user: "postgres", parameters: {} };
        const asking = { signal: new AbortController().signal, timeout: 200, resolve };
        const reports = await askWays({ address, database: "shop", password: "c4nary", typed }, asking);
        const login = reports.find(({ declared }) => declared)?.login;
        assert.equal(login?.outcome, outcome);
        assert.match(login.reason, reason);
        const hints = typed && outcome === "fail";
        assert.equal(login.correctiveAction?.includes("a raw `@`") ?? false, hints);
      }
    });
  }

  it("wait for no name server longer than for any other step", async () => {
    const [report] = await askWays(
      {
        address: { host: "db.shop.example", port: 5432, user: "shop", parameters: {} },
        ...{ database: "shop", password: "c4nary" },
      },
      { signal: new AbortController().signal, timeout: 200, resolve: () => new Promise(() => {}) },
    );
    assert.deepEqual(report?.names, { ipv4: [], ipv6: [], problem: "EAI_AGAIN" });
    assert.deepEqual(
      [report?.login.outcome, report?.login.reason],
      ["not-decided", "no name server answered for db.shop.example"],
    );
  });
});
