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

  it("are some in each second where they never end, with a sentence for the others", async () => {
    let asked = 0;
    const now = (): number => {
      asked += 1;
      return Math.floor(asked / 10) * 1000;
    };
    const chunk = "line\n".repeat(10_000);
    const lines = await linesOf(
      Array.from({ length: 40 }, () => chunk),
      now,
    );
    const said = lines.filter((line) => line.includes("lines are left out"));
    assert.ok(said.length > 1, String(said.length));
    const leftOut = said
      .map((line) => Number(/(\d+) lines/.exec(line)?.[1]))
      .reduce((one, other) => one + other);
    assert.equal(lines.length - said.length + leftOut, 400_000);
    assert.ok(lines.length < 70_000, String(lines.length));
  });

  it("are left out by their length too", async () => {
    const long = `${"x".repeat(60_000)}\n`;
    const lines = await linesOf(
      Array.from({ length: 1_000 }, () => long),
      () => 1_000,
    );
    assert.ok(lines.join("").length < 34 * 1024 ** 2, String(lines.join("").length));
    assert.match(lines.at(-1) ?? "", /\d+ lines are left out/);
  });
});
