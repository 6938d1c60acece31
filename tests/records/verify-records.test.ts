import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { moveRecord, readRecord, recordFailure, type Verifying, verifyRecords } from "../../records";
import { at, diagnosis, inFracas, STAGING } from "./failures";

const CORRECTIVE = "0f3c2a1";
const passed = (time: string, commit?: string) => ({
  ...STAGING,
  verification: "dep-2",
  passedAt: at(time)(),
  ...(commit !== undefined && { commit }),
});

async function corrected(folder: string, commit = CORRECTIVE): Promise<void> {
  await recordFailure(folder, diagnosis(), STAGING, at("09:00:00"));
  await moveRecord(folder, "FR-0001", "analysed", { by: "Ada" }, at("09:10:00"));
  await moveRecord(folder, "FR-0001", "corrected", { by: "Ada", commit }, at("09:20:00"));
}

const says = (answer: boolean | undefined): Verifying => ({ contains: () => answer, clock: at("10:00:01") });

describe("a verification that passed", () => {
  for (const [title, verification, contains, words] of [
    [
      "ran the corrective commit itself",
      passed("10:00:00", `${CORRECTIVE}99`),
      undefined,
      /on commit 0f3c2a199, the corrective one$/,
    ],
    [
      "ran a commit that holds the corrective one",
      passed("09:15:00", "aaaaaaa"),
      true,
      /which holds 0f3c2a1$/,
    ],
    [
      "passed after the correction, and git knows no better",
      passed("10:00:00", "aaaaaaa"),
      undefined,
      /after the correction$/,
    ],
    [
      "passed after the correction, of an unknown commit",
      passed("10:00:00"),
      undefined,
      /after the correction$/,
    ],
  ] as const) {
    it(`verifies where it ${title}`, () =>
      inFracas(async (folder) => {
        await corrected(folder);
        assert.deepEqual(await verifyRecords(folder, verification, says(contains)), {
          verified: ["FR-0001"],
          left: [],
        });
        const { status, history } = readRecord(folder, "FR-0001") ?? assert.fail();
        assert.equal(status, "verified");
        const { evidence, ...step } = history.at(-1) ?? assert.fail();
        assert.match(evidence, words);
        assert.deepEqual(step, {
          at: "2026-03-01T10:00:01.000Z",
          from: "corrected",
          to: "verified",
          by: "portcullis",
          verification: "dep-2",
        });
      }));
  }

  for (const [title, verification, contains, why] of [
    [
      "ran a commit without the corrective one",
      passed("10:00:00", "aaaaaaa"),
      false,
      /does not hold the corrective commit/,
    ],
    [
      "passed before the correction, and git knows no better",
      passed("09:15:00", "aaaaaaa"),
      undefined,
      /before the correction/,
    ],
    ["passed before the failure was last seen", passed("08:00:00", CORRECTIVE), true, /last seen at/],
  ] as const) {
    it(`leaves a record, and says why, where it ${title}`, () =>
      inFracas(async (folder) => {
        await corrected(folder);
        const { verified, left } = await verifyRecords(folder, verification, says(contains));
        assert.deepEqual([verified, left.map(({ id }) => id)], [[], ["FR-0001"]]);
        assert.match(left[0]?.why ?? "", why);
        assert.equal(readRecord(folder, "FR-0001")?.status, "corrected");
      }));
  }

  for (const [what, changed] of [
    ["environment", { environment: "production" }],
    ["service", { service: "another" }],
  ] as const) {
    it(`of another ${what} verifies nothing`, () =>
      inFracas(async (folder) => {
        await corrected(folder);
        const answer = await verifyRecords(folder, { ...passed("10:00:00"), ...changed }, says(true));
        assert.deepEqual(answer, { verified: [], left: [] });
      }));
  }

  it("verifies nothing that is not corrected", () =>
    inFracas(async (folder) => {
      await recordFailure(folder, diagnosis(), STAGING, at("09:00:00"));
      await verifyRecords(folder, passed("10:00:00"), says(true));
      assert.equal(readRecord(folder, "FR-0001")?.status, "open");
    }));

  it("makes no folder where there is none", () =>
    inFracas(async (folder) => {
      await verifyRecords(folder, passed("10:00:00"));
      assert.equal(existsSync(folder), false);
    }));

  it("asks git which commit came first", () =>
    inFracas(async (folder) => {
      const repository = path.dirname(folder);
      const git = (...rest: readonly string[]) =>
        execFileSync(
          "git",
          ["-C", repository, "-c", "user.name=t", "-c", "user.email=t@example.com", ...rest],
          { encoding: "utf8" },
        ).trim();
      const commit = (message: string) => {
        git("commit", "-q", "--allow-empty", "-m", message);
        return git("rev-parse", "HEAD");
      };
      git("init", "-q");
      const [before, corrective, after] = [commit("before"), commit("corrective"), commit("after")];
      mkdirSync(folder);
      await corrected(folder, corrective.slice(0, 8));
      const early = await verifyRecords(folder, passed("10:00:00", before));
      assert.match(early.left[0]?.why ?? "", /does not hold/);
      assert.deepEqual((await verifyRecords(folder, passed("10:00:00", after))).verified, ["FR-0001"]);
    }));
});
