import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { isBinary, plainBytes } from "../../../diagnosis";

const TEXT = "==> Exited with status 1\n😞 naïve\n".repeat(500);

async function* chunksOf(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array, size = 777): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of plainBytes(chunksOf(bytes, size))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const bigEndian = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, "utf16le").swap16();

describe("The bytes of a log", () => {
  for (const [form, bytes] of [
    ["UTF-8", Buffer.from(TEXT)],
    ["gzip", gzipSync(TEXT)],
    ["UTF-16, as PowerShell writes it", Buffer.from(`\uFEFF${TEXT}`, "utf16le")],
    ["UTF-16 of the other order", bigEndian(TEXT)],
  ] as const) {
    for (const size of [2, 777, 1_000_000]) {
      it(`are its text in ${form}, in pieces of ${size} bytes`, async () =>
        assert.equal((await read(bytes, size)).toString(), TEXT));
    }
  }

  it("are its text in UTF-16 of either order that has no mark", async () => {
    const plain = TEXT.replaceAll("😞", "!");
    const little = Buffer.from(plain, "utf16le");
    assert.equal((await read(little)).toString(), plain);
    assert.equal((await read(Buffer.from(little).swap16())).toString(), plain);
  });

  it("are of no text where they are a program's, an image's or random", () => {
    const program = Buffer.concat([
      Buffer.from("\u007fELF\u0002\u0001\u0001"),
      Buffer.alloc(200),
      Buffer.from(TEXT),
    ]);
    assert.ok(isBinary(program.subarray(0, 1_000)));
    assert.ok(isBinary(gzipSync(TEXT.split("").toReversed().join("")).subarray(2)));
    for (const text of [TEXT, "\u001b[31mred\u001b[0m\r\n".repeat(50), "a\tb\n".repeat(50), ""])
      assert.ok(!isBinary(Buffer.from(text)), text.slice(0, 20));
    // A text of another encoding is a text all the same.
    assert.ok(!isBinary(Buffer.from("Größe überschritten\n".repeat(20), "latin1")));
  });

  it("are as they stand where they are of no such form", async () => {
    const marks = [0x1f, 0xff, 0xfe].map((one) => fc.constant(one));
    const plain = fc
      .tuple(
        fc.oneof(fc.integer({ min: 0, max: 255 }), ...marks),
        fc.integer({ min: 0, max: 255 }),
        fc.uint8Array(),
      )
      .filter(([one, two]) => !["31 139", "255 254", "254 255"].includes(`${one} ${two}`))
      .map(([one, two, rest]) => Uint8Array.of(one, two, ...rest));
    await fc.assert(
      fc.asyncProperty(plain, fc.integer({ min: 1, max: 9 }), async (bytes, size) =>
        assert.deepEqual([...(await read(bytes, size))], [...bytes]),
      ),
    );
  });

  it("end in an error where what is packed is broken", async () => {
    const packed = gzipSync(TEXT);
    await assert.rejects(read(packed.subarray(0, 60)), { code: "Z_BUF_ERROR" });
    await assert.rejects(read(Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])), {
      code: "Z_DATA_ERROR",
    });
  });

  it("end where their source ends in an error", async () => {
    async function* failing(): AsyncIterable<Uint8Array> {
      yield gzipSync(TEXT).subarray(0, 50);
      throw new Error("gone");
    }
    await assert.rejects(async () => {
      for await (const _ of plainBytes(failing()));
    }, /gone/);
  });
});
