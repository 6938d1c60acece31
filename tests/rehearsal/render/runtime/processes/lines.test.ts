import assert from "node:assert/strict";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { readLines } from "../../../../../rehearsal/render/runtime/processes/lines";

async function linesOf(chunks: readonly (string | Buffer)[], now?: () => number): Promise<string[]> {
  const stream = new PassThrough();
  const lines: string[] = [];
  readLines(stream, (line) => void lines.push(line), now);
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  await once(stream, "close");
  return lines;
}

describe("The lines of a process's output", () => {
  it("are whole, whatever pieces they come in, the last one without its end too", async () => {
    const euro = Buffer.from("€");
    assert.deepEqual(await linesOf(["a\r\nb", "c\n", euro.subarray(0, 1), euro.subarray(1), "\n\nend"]), [
      ...["a", "bc", "€", "", "end"],
    ]);
  });

  it("are cut where one does not end", async () => {
    const lines = await linesOf(["x".repeat(200_000)]);
    assert.ok(lines.length > 3 && lines.every(({ length }) => length <= 65_536), String(lines.length));
    assert.equal(lines.join("").length, 200_000);
  });

  it("are counted and left out where more come in a second than can be kept", async () => {
    const many = Array.from({ length: 10 }, () => "line\n".repeat(10_000));
    const lines = await linesOf(many, () => 1_000);
    assert.equal(lines.length, 50_001);
    assert.match(lines.at(-1) ?? "", /^==> \[embedded Render\] 50000 lines are left out/);
  });
});
