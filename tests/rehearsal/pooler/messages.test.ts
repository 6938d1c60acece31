import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { PassThrough } from "node:stream";
import fc from "fast-check";
import {
  HandshakeTimeoutError,
  MalformedMessage,
  Messages,
  message,
  parseFirstPacket,
  startup,
} from "../../../rehearsal/pooler/messages";

/** A stream in place of the socket: only where its bytes are cut matters here. */
const streamOf = (): Socket => new PassThrough() as unknown as Socket;

const someMessage = fc
  .tuple(fc.constantFrom(..."QPBESdcfXZT"), fc.uint8Array({ maxLength: 300 }))
  .map(([type, body]) => message(type, Buffer.from(body)));

describe("The pooler's messages", () => {
  it("come out whole and in order, wherever the network cut their bytes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someMessage, { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }),
        fc.nat(4),
        async (sent, cuts, taken) => {
          const socket = streamOf();
          const messages = new Messages(socket);
          messages.start();
          const bytes = Buffer.concat(sent);
          for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
            const size = cuts[turn % cuts.length] ?? 1;
            socket.write(bytes.subarray(at, at + size));
            at += size;
          }
          const received: Buffer[] = [];
          // Some are taken one by one, as by a login, and the rest are received, as by a relay.
          while (received.length < Math.min(taken, sent.length))
            received.push((await messages.take()) ?? assert.fail("a message is missing"));
          messages.handTo((bytes) => received.push(bytes));
          socket.end();
          await new Promise((resolve) => socket.once("close", resolve));
          assert.deepEqual(received, sent);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("may be as long as a value of 64 MB, which is copied once", async () => {
    const socket = streamOf();
    const messages = new Messages(socket);
    messages.start();
    const arrived = new Promise<Buffer>((resolve) => messages.handTo(resolve));
    const sent = message("D", Buffer.alloc(64 * 1024 * 1024, "x"));
    for (let at = 0; at < sent.length; at += 65_536) socket.write(sent.subarray(at, at + 65_536));
    assert.ok(sent.equals(await arrived));
  });

  it("are refused by their stated length before their bytes are waited for", async () => {
    for (const [started, bytes] of [
      [false, Buffer.from([0, 0, 4, 1])],
      [false, Buffer.from([0, 0, 0, 7])],
      [true, Buffer.from([112, 0, 1, 0, 0])],
      [true, Buffer.from([112, 0, 0, 0, 3])],
    ] as const) {
      const socket = streamOf();
      const messages = new Messages(socket);
      if (started) messages.start();
      socket.write(bytes);
      await assert.rejects(messages.take(), MalformedMessage);
    }
  });

  it("that do not come in time are a silence, and after the end there are none", async () => {
    const socket = streamOf();
    const messages = new Messages(socket);
    socket.write(startup({ user: "u" }).subarray(0, 5));
    await assert.rejects(messages.take(1), HandshakeTimeoutError);
    socket.end();
    assert.equal(await messages.take(), undefined);
  });

  it("give what was read and not taken to whoever takes the socket over", async () => {
    const socket = streamOf();
    const messages = new Messages(socket);
    const first = startup({ user: "u" });
    socket.write(Buffer.concat([first, Buffer.from("more")]));
    assert.deepEqual(await messages.take(), first);
    assert.equal(messages.release().toString(), "more");
  });

  it("carry any startup parameters there and back", () => {
    const word = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !text.includes("\0"));
    fc.assert(
      fc.property(fc.dictionary(word, word, { noNullPrototype: true }), (parameters) => {
        const opening = parseFirstPacket(startup(parameters));
        assert.equal(opening.kind, "startup");
        assert.deepEqual(opening.kind === "startup" && { ...opening.parameters }, { ...parameters });
      }),
    );
  });
});
