import assert from "node:assert/strict";
import { once } from "node:events";
import type { Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import fc from "fast-check";
import type { Pooler } from "../../../rehearsal/pooler";
import { message, startup } from "../../../rehearsal/pooler/messages";
import { until } from "../../until";
import { connected, Ground, REFERENCE, urlOf } from "./ground";
import { bareSocket, loggedInSocket, offeredSocket, provenSocket, query, untilClosed } from "./raw-client";

const USER = `navigator.${REFERENCE}`;
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const length = (bytes: number): Buffer => {
  const word = Buffer.alloc(4);
  word.writeUInt32BE(bytes);
  return word;
};
const saslFirst = (mechanism: string, data: string): Buffer =>
  message("p", `${mechanism}\0`, length(data.length), data);

describe("A client that does not keep to the protocol", () => {
  let ground: Ground;
  let pooler: Pooler;
  before(async () => {
    ground = await Ground.make();
    pooler = await ground.pooler({
      poolSize: 3,
      handshakeMilliseconds: 3_000,
      authenticationMilliseconds: 3_000,
    });
  });
  after(() => ground.end());

  /** Clients that were connected before, and later ones, are served as if nothing had happened. */
  async function harmsNobody(mischief: (port: number) => Promise<void>): Promise<void> {
    const served = async (port: number): Promise<void> => {
      const bystander = await connected(urlOf(port));
      await bystander.query("BEGIN");
      await mischief(port);
      assert.equal((await bystander.query("SELECT 1 AS one")).rows[0].one, 1);
      await bystander.end();
      const next = await connected(urlOf(port));
      assert.equal((await next.query("SELECT 2 AS two")).rows[0].two, 2);
      await next.end();
    };
    await Promise.all([pooler.sessionPort, pooler.transactionPort].map(served));
  }

  const OPENINGS: readonly { name: string; bytes: Buffer; answer: RegExp }[] = [
    {
      name: "random bytes",
      bytes: Buffer.from("\xff\xfe\xfdgarbage", "latin1"),
      answer: /08P01.*too large/s,
    },
    { name: "HTTP", bytes: Buffer.from("GET / HTTP/1.1\r\n\r\n"), answer: /08P01.*too large/s },
    {
      name: "a startup packet of 1 MB",
      bytes: Buffer.concat([length(1_048_576), Buffer.alloc(1_048_576 - 4)]),
      answer: /\(ESTARTUPPACKETTOOLARGE\) Startup packet too large: 1048576 bytes/,
    },
    { name: "a length of zero", bytes: Buffer.alloc(64), answer: /08P01/ },
    { name: "a length of five", bytes: Buffer.concat([length(5), Buffer.alloc(1)]), answer: /08P01/ },
    { name: "no parameters", bytes: startup({}), answer: /EINVALIDUSERINFO/ },
    {
      name: "a user with a quote",
      bytes: startup({ user: `x'; --.${REFERENCE}` }),
      answer: /EINVALIDUSERINFO/,
    },
    { name: "a tenant named __proto__", bytes: startup({ user: "x.__proto__" }), answer: /ENOTFOUND/ },
    {
      name: "bytes stuffed behind the request for TLS",
      bytes: Buffer.concat([SSL_REQUEST, startup({ user: USER })]),
      answer: /^$/,
    },
  ];
  for (const { name, bytes, answer } of OPENINGS)
    it(`is refused when it opens with ${name}`, () =>
      harmsNobody(async (port) => {
        const socket = await bareSocket(port);
        socket.write(bytes);
        assert.match(await untilClosed(socket), answer);
      }));

  it("is disconnected when it sends half a packet and then nothing", () =>
    harmsNobody(async (port) => {
      const socket = await bareSocket(port);
      socket.write(startup({ user: USER }).subarray(0, 9));
      assert.equal(await untilClosed(socket), "");
    }));

  it("is disconnected when it asks for TLS and then says nothing, or nonsense", () =>
    harmsNobody(async (port) => {
      for (const next of [Buffer.alloc(0), Buffer.from("this is not a ClientHello")]) {
        const socket = await bareSocket(port);
        socket.write(SSL_REQUEST);
        await once(socket, "data");
        socket.write(next);
        await untilClosed(socket);
      }
    }));

  it("is disconnected when it falls silent inside TLS", () =>
    harmsNobody(async (port) => {
      const raw = await bareSocket(port);
      raw.write(SSL_REQUEST);
      await once(raw, "data");
      const socket = connectTls({ socket: raw, ca: pooler.caCertificate, servername: "localhost" });
      await once(socket, "secureConnect");
      socket.write(startup({ user: USER }).subarray(0, 9));
      await untilClosed(socket);
    }));

  it("is told that the login took too long", () =>
    harmsNobody(async (port) => {
      assert.match(
        await untilClosed(await offeredSocket(port, USER)),
        /08006.*\(EAUTHTIMEOUT\) timeout while waiting for message/s,
      );
    }));

  const LOGINS: readonly { name: string; bytes: Buffer; answer: RegExp }[] = [
    { name: "another mechanism", bytes: saslFirst("PLAIN", "n,,n=,r=abc"), answer: /08P01.*EAUTHPROTOCOL/s },
    { name: "channel binding", bytes: saslFirst("SCRAM-SHA-256", "p=tls-unique,,n=,r=abc"), answer: /08P01/ },
    { name: "no nonce", bytes: saslFirst("SCRAM-SHA-256", "n,,n="), answer: /08P01/ },
    { name: "no header", bytes: saslFirst("SCRAM-SHA-256", "nonsense"), answer: /08P01/ },
    { name: "an empty message", bytes: message("p"), answer: /08P01/ },
    { name: "a query", bytes: query("SELECT 1"), answer: /08P01/ },
    {
      name: "a message of 1 GB",
      bytes: Buffer.concat([Buffer.from("p"), length(2 ** 30)]),
      answer: /08P01.*EAUTHPROTOCOL/s,
    },
    { name: "a length of zero", bytes: Buffer.concat([Buffer.from("p"), length(0)]), answer: /08P01/ },
  ];
  for (const { name, bytes, answer } of LOGINS)
    it(`is refused when it answers the offer of SCRAM with ${name}`, () =>
      harmsNobody(async (port) => {
        const socket = await offeredSocket(port, USER);
        socket.write(bytes);
        assert.match(await untilClosed(socket), answer);
      }));

  const PROOFS = [
    "c=biws,r=NONCE,p=",
    "c=biws,r=NONCE,p=!!!!",
    "c=eSws,r=NONCE,p=PROOF",
    "c=biws,r=other,p=PROOF",
    "c=biws",
  ];
  for (const form of PROOFS)
    it(`is refused with the proof ${form}`, () =>
      harmsNobody(async (port) => {
        const socket = await offeredSocket(port, USER);
        socket.write(saslFirst("SCRAM-SHA-256", "n,,n=,r=abc"));
        const nonce = /r=([^,]+)/.exec(String((await once(socket, "data"))[0]))?.[1] ?? "";
        const proof = Buffer.alloc(32, 7).toString("base64");
        socket.write(message("p", form.replace("NONCE", nonce).replace("PROOF", proof)));
        assert.match(await untilClosed(socket), /08P01.*EAUTHPROTOCOL/s);
      }));

  it("leaves nothing behind when its connection is cut at any point of the login", async () => {
    for (const port of [pooler.sessionPort, pooler.transactionPort]) {
      const stages: (() => Promise<Socket>)[] = [
        () => bareSocket(port),
        () => offeredSocket(port, USER),
        async () => {
          const socket = await offeredSocket(port, USER);
          socket.write(saslFirst("SCRAM-SHA-256", "n,,n=,r=abc"));
          await once(socket, "data");
          return socket;
        },
        () => provenSocket(urlOf(port)),
        () => loggedInSocket(urlOf(port)),
      ];
      for (const stage of stages) for (let round = 0; round < 5; round += 1) (await stage()).destroy();
      // More rounds than the pool has places: a place that is not given back would be missed.
      await Promise.all(
        [1, 2, 3].map(async () => {
          await until(() =>
            connected(urlOf(port)).then(
              (client) => client.end().then(() => true),
              () => false,
            ),
          );
        }),
      );
    }
    await until(async () => (await ground.backends()) <= 3);
  });

  it("is disconnected after a message in its session that is malformed", () =>
    harmsNobody(async (port) => {
      const socket = await loggedInSocket(urlOf(port));
      socket.write(Buffer.concat([Buffer.from("Q"), length(2)]));
      await untilClosed(socket);
    }));

  it("cannot cancel with a key that is nobody's", () =>
    harmsNobody(async (port) => {
      const socket = await bareSocket(port);
      socket.write(Buffer.concat([length(16), Buffer.from([4, 210, 22, 46]), Buffer.alloc(8, 1)]));
      assert.equal(await untilClosed(socket), "");
    }));

  it("whatever it sends", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, afterOffer) => {
        const port = pooler.transactionPort;
        const socket = afterOffer ? await offeredSocket(port, USER) : await bareSocket(port);
        socket.end(bytes);
        assert.doesNotMatch(await untilClosed(socket), /EINTERNAL/);
      }),
      { numRuns: 60 },
    );
    await (await connected(urlOf(pooler.transactionPort))).end();
  });
});
