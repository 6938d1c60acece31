import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { credentialsOf } from "../../credentials";
import { batches, REPORTS, reportsOf, wantedModes } from "./expected";

describe("The failure reports of others", () => {
  it("are searched by a detector that finds a token where there is one", async () => {
    const token = ["ghp", "wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx"].join("_");
    assert.equal((await credentialsOf("some.log", `using ${token}`)).length, 1);
  });

  for (const batch of batches()) {
    it(`of ${batch} are each a file with a well-formed expectation`, () => {
      const files = readdirSync(path.join(REPORTS, batch)).filter((name) => name !== "expected.yaml");
      assert.deepEqual(
        reportsOf(batch)
          .map(({ file }) => file)
          .toSorted(),
        files.toSorted(),
      );
    });

    it(`of ${batch} ask for modes that wanted.yaml explains`, () => {
      const known = wantedModes();
      const asked = reportsOf(batch).flatMap(({ wanted }) => wanted ?? []);
      assert.deepEqual(
        asked.filter((name) => known[name] === undefined),
        [],
      );
    });

    it(`of ${batch} hold nothing that looks like a real credential`, async () => {
      const found: string[] = [];
      for (const { file } of reportsOf(batch)) {
        const text = readFileSync(path.join(REPORTS, batch, file), "utf8");
        found.push(...(await credentialsOf(`${batch}/${file}`, text)));
      }
      assert.deepEqual(found, []);
    });
  }

  it("are of no project that stands in both sealed and open batches", () => {
    const sealed = new Set([
      "batch-08",
      "batch-12",
      "batch-16",
      "batch-17",
      "batch-22",
      "batch-23",
      "batch-33",
      "batch-34",
      "batch-36",
      "batch-37",
      "batch-38",
      "batch-42",
      "batch-43",
      "batch-47",
      "batch-48",
      "batch-53",
      "batch-54",
      "batch-55",
      "batch-56",
    ]);
    const project = (source: string): string =>
      /^https:\/\/github\.com\/[^/]+\/[^/]+/.exec(source)?.[0] ?? source;
    const projects = (isSealed: boolean) =>
      batches()
        .filter((batch) => sealed.has(batch) === isSealed)
        .flatMap((batch) => reportsOf(batch).map(({ source }) => project(source)));
    const open = new Set(projects(false));
    assert.deepEqual(
      projects(true).filter((name) => open.has(name)),
      [],
    );
  });
});
