import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { moveRecord, readRecord, readRecords, recordFailure, verifyRecords } from "../../records";
import { at, diagnosis, inFracas, NO_PORT, STAGING } from "./failures";

const ROOT = path.join(__dirname, "../..");

/** The exit code, or the signal, of a real process that writes into the folder. */
async function writer(folder: string, ...rest: readonly string[]): Promise<unknown> {
  const script = path.join(__dirname, "writer.ts");
  const child = spawn(process.execPath, ["-r", "tsx/cjs", script, folder, ...rest], {
    cwd: ROOT,
    stdio: "inherit",
  });
  const [code, signal] = await once(child, "exit");
  return code ?? signal;
}

const recordOf = (folder: string, id: string) => readRecord(folder, id) ?? assert.fail(`there is no ${id}`);

/** Brings FR-0001 to `verified`, at ten o'clock. */
async function verified(folder: string): Promise<void> {
  await recordFailure(folder, diagnosis(), STAGING, at("09:00:00"));
  await moveRecord(folder, "FR-0001", "analysed", { by: "Ada" }, at("09:10:00"));
  await moveRecord(folder, "FR-0001", "corrected", { by: "Ada", commit: "0f3c2a1" }, at("09:20:00"));
  const passed = { ...STAGING, verification: "dep-2", passedAt: at("10:00:00")() };
  const done = await verifyRecords(folder, passed, { clock: at("10:00:00") });
  assert.deepEqual(done.verified, ["FR-0001"]);
}

describe("recording a failure", () => {
  it("waits for no pipe that has a record's name, and says that it is no file", () =>
    inFracas(async (folder) => {
      mkdirSync(folder, { recursive: true });
      execFileSync("mkfifo", [path.join(folder, "FR-0001.yaml")]);
      const { id, problems } = await recordFailure(folder, diagnosis(), STAGING, at("09:00:00"));
      assert.equal(id, "FR-0002");
      assert.deepEqual(
        problems.map(({ message }) => /got what is no file/.test(message)),
        [true],
      );
    }));

  it("files it once, with what was seen, where, when and why", () =>
    inFracas(async (folder) => {
      const fact = {
        place: { source: "file", file: ".env.staging", line: 3 },
        what: "variable PORT: expected 8000, got 1",
      } as const;
      const context = {
        ...STAGING,
        commit: "abc1234",
        deploy: "dep-1",
        log: "deploy.log",
        failedAt: at("08:59:00")(),
      };
      const recorded = await recordFailure(
        folder,
        diagnosis({ contributing: [fact] }),
        context,
        at("09:00:00"),
      );
      assert.deepEqual(recorded, {
        id: "FR-0001",
        outcome: "filed",
        file: path.join(folder, "FR-0001.yaml"),
        problems: [],
      });
      const { fingerprint, what, rootCause, correctiveAction, ...record } = recordOf(folder, "FR-0001");
      assert.match(fingerprint, /^v1-/);
      assert.match(what, /InvalidPasswordError/);
      assert.deepEqual([rootCause, correctiveAction], [diagnosis().rootCause, diagnosis().correctiveAction]);
      assert.deepEqual(record, {
        version: 1,
        id: "FR-0001",
        status: "open",
        where: ".env.staging:3",
        environment: "staging",
        service: "shop-staging",
        deploy: "dep-1",
        commit: "abc1234",
        firstSeen: "2026-03-01T08:59:00.000Z",
        lastSeen: "2026-03-01T08:59:00.000Z",
        count: 1,
        failureMode: "database/credentials",
        certainty: "certain",
        preventiveRule: "database/placeholder",
        evidence: diagnosis().evidence,
        contributing: [{ file: ".env.staging", line: 3, what: fact.what }],
        seen: [{ at: "2026-03-01T08:59:00.000Z", deploy: "dep-1", commit: "abc1234" }],
        history: [
          {
            at: "2026-03-01T09:00:00.000Z",
            from: "new",
            to: "open",
            by: "portcullis",
            evidence: "deploy.log, line 12",
          },
        ],
      });
    }));

  it("counts the same failure on its record, the newest occurrences one by one", () =>
    inFracas(async (folder) => {
      for (let index = 0; index < 25; index += 1) {
        const evidence = [
          { line: 7, text: `2026-03-01T0${index % 10}:00:00Z lost 10.0.0.${index}:54${index}` },
        ];
        const context = { ...STAGING, deploy: `dep-${index}` };
        const clock = at(`09:00:${String(index).padStart(2, "0")}`);
        const { id, outcome } = await recordFailure(folder, diagnosis({ evidence }), context, clock);
        assert.deepEqual([id, outcome], ["FR-0001", index === 0 ? "filed" : "counted"]);
      }
      const { count, firstSeen, lastSeen, seen, history } = recordOf(folder, "FR-0001");
      assert.deepEqual([count, seen.length, seen.at(-1)?.deploy, history.length], [25, 20, "dep-24", 1]);
      assert.deepEqual([firstSeen, lastSeen], ["2026-03-01T09:00:00.000Z", "2026-03-01T09:00:24.000Z"]);
    }));

  it("counts the failure of one deploy once, however often its log is read", () =>
    inFracas(async (folder) => {
      const context = { ...STAGING, deploy: "dep-1" };
      await recordFailure(folder, diagnosis(), context);
      const text = readFileSync(path.join(folder, "FR-0001.yaml"));
      assert.equal((await recordFailure(folder, diagnosis(), context)).outcome, "known");
      assert.deepEqual(readFileSync(path.join(folder, "FR-0001.yaml")), text);
    }));

  it("completes what a verification filed without the log, once that is read", () =>
    inFracas(async (folder) => {
      const context = { ...STAGING, deploy: "dep-1" };
      const unread = diagnosis({
        evidence: [],
        certainty: "unknown",
        rootCause: "no answer",
        preventiveRule: undefined,
      });
      await recordFailure(folder, unread, context);
      assert.equal((await recordFailure(folder, diagnosis(), context)).outcome, "known");
      const { count, evidence, rootCause, preventiveRule } = recordOf(folder, "FR-0001");
      assert.deepEqual(
        [count, evidence, rootCause, preventiveRule],
        [1, diagnosis().evidence, diagnosis().rootCause, "database/placeholder"],
      );
      // What a person has read by then is that person's.
      await moveRecord(folder, "FR-0001", "analysed", { by: "Ada", rootCause: "rotated" });
      assert.equal((await recordFailure(folder, diagnosis(), context)).outcome, "known");
      assert.equal(recordOf(folder, "FR-0001").rootCause, "rotated");
      assert.deepEqual(readRecords(folder).records.length, 1);
    }));

  for (const changed of [{ environment: "production" }, { service: "another" }]) {
    it(`files the same failure apart for another ${Object.keys(changed)}`, () =>
      inFracas(async (folder) => {
        await recordFailure(folder, diagnosis(), STAGING);
        assert.equal((await recordFailure(folder, diagnosis(), { ...STAGING, ...changed })).id, "FR-0002");
      }));
  }

  it("writes nothing that it could not read again", () =>
    inFracas(async (folder) => {
      const context = { ...STAGING, environment: "" };
      await assert.rejects(recordFailure(folder, diagnosis(), context), /FR-0001\.yaml:\d+: `environment`: /);
      assert.deepEqual(readdirSync(folder), []);
    }));

  it("masks what is secret and keeps no control character", () =>
    inFracas(async (folder) => {
      const secret = "c4nary-of-the-test";
      const text = `\u001b[31mpostgresql://app:${secret}1@db:5432/x refused ${secret}\u001b[0m\r\u202e`;
      const place = { source: "file", file: "a.env" } as const;
      const leaky = diagnosis({
        evidence: [{ line: 1, text }],
        rootCause: `the key eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoic2VydmljZSJ9.${secret} is wrong`,
        correctiveAction: `Authorization: Bearer ${secret}`,
        contributing: [{ place, what: `password=${secret}` }],
      });
      await recordFailure(folder, leaky, { ...STAGING, secrets: [secret], log: `${secret}.log` });
      const written = readFileSync(path.join(folder, "FR-0001.yaml"), "utf8");
      assert.ok(!written.includes("c4nary"), written);
      assert.doesNotMatch(written, /[^\P{Cc}\n]|\p{Bidi_Control}|\\e|\\x1b/u);
      assert.equal(
        recordOf(folder, "FR-0001").evidence[0]?.text,
        "postgresql://app:***@db:5432/x refused ***",
      );
    }));

  it("leaves a file of the same failure that it cannot read as it is, says so, and files no second record", () =>
    inFracas(async (folder) => {
      mkdirSync(folder);
      const { fingerprint } = await inFracas(async (other) => {
        await recordFailure(other, diagnosis(), STAGING);
        return recordOf(other, "FR-0001");
      });
      const broken = `fingerprint: ${fingerprint}\nstatus: [\n`;
      writeFileSync(path.join(folder, "FR-0007.yaml"), broken);
      await assert.rejects(recordFailure(folder, diagnosis(), STAGING), /FR-0007\.yaml:\d: expected YAML/);
      assert.equal(readFileSync(path.join(folder, "FR-0007.yaml"), "utf8"), broken);
      assert.deepEqual(readdirSync(folder), ["FR-0007.yaml"]);
      // A record of another failure stops nothing.
      writeFileSync(path.join(folder, "FR-0007.yaml"), "fingerprint: 0\nstatus: [\n");
      assert.equal((await recordFailure(folder, diagnosis(), STAGING)).id, "FR-0008");
    }));
});

describe("a failure that comes back", () => {
  it("reopens its record where that was verified, and the history says on what", () =>
    inFracas(async (folder) => {
      await verified(folder);
      const { outcome } = await recordFailure(
        folder,
        diagnosis(),
        { ...STAGING, deploy: "dep-3" },
        at("11:00:00"),
      );
      assert.equal(outcome, "reopened");
      const { status, count, history } = recordOf(folder, "FR-0001");
      assert.deepEqual([status, count, history.length], ["open", 2, 5]);
      assert.match(
        history.at(-1)?.evidence ?? "",
        /^seen again at .*11:00.* \(dep-3\), after it was verified$/,
      );
    }));

  it("reopens a closed one", () =>
    inFracas(async (folder) => {
      await verified(folder);
      await moveRecord(folder, "FR-0001", "closed", { by: "Ada" }, at("10:30:00"));
      assert.equal((await recordFailure(folder, diagnosis(), STAGING, at("11:00:00"))).outcome, "reopened");
    }));

  it("does not where it is only read of later and is older than the verification", () =>
    inFracas(async (folder) => {
      await verified(folder);
      const context = { ...STAGING, failedAt: at("09:30:00")() };
      assert.equal((await recordFailure(folder, diagnosis(), context, at("11:00:00"))).outcome, "counted");
      assert.equal(recordOf(folder, "FR-0001").status, "verified");
    }));

  it("reopens a corrected one where the corrective commit fails in the same way, and no earlier one", () =>
    inFracas(async (folder) => {
      await recordFailure(folder, diagnosis(), STAGING, at("09:00:00"));
      await moveRecord(folder, "FR-0001", "analysed", { by: "Ada" }, at("09:10:00"));
      await moveRecord(folder, "FR-0001", "corrected", { by: "Ada", commit: "0f3c2a1" }, at("09:20:00"));
      const again = (commit: string) =>
        recordFailure(folder, diagnosis(), { ...STAGING, commit }, at("09:30:00"));
      assert.equal((await again("1111111")).outcome, "counted");
      assert.equal((await again(`0f3c2a1${"0".repeat(33)}`)).outcome, "reopened");
    }));
});

describe("a failure that follows from another of the same deploy", () => {
  const context = { ...STAGING, deploy: "dep-1" };

  for (const [follower, primary] of [
    ["health-check/failed", "process/exited"],
    ["port/none-open", "process/command-not-found"],
    ["platform/cause-unknown", "port/loopback-bind"],
  ] as const) {
    it(`follows where any row of its mode may be early: ${follower} from ${primary}`, () =>
      inFracas(async (folder) => {
        for (const failureMode of [primary, follower]) {
          const text = `a line of ${failureMode}`;
          await recordFailure(folder, diagnosis({ failureMode, evidence: [{ line: 1, text }] }), context);
        }
        assert.equal(recordOf(folder, "FR-0002").followsFrom, "FR-0001");
      }));
  }

  it("points to the primary record, whichever was recorded first", async () => {
    for (const [order, primary, follower] of [
      [[diagnosis(), NO_PORT], "FR-0001", "FR-0002"],
      [[NO_PORT, diagnosis()], "FR-0002", "FR-0001"],
    ] as const) {
      await inFracas(async (folder) => {
        for (const one of order) await recordFailure(folder, one, context);
        assert.equal(recordOf(folder, follower).followsFrom, primary);
        assert.equal(recordOf(folder, primary).followsFrom, undefined);
      });
    }
  });

  it("is moved along with the primary record, and reopened with it", () =>
    inFracas(async (folder) => {
      await recordFailure(folder, diagnosis(), context, at("09:00:00"));
      await recordFailure(folder, NO_PORT, context, at("09:00:00"));
      await moveRecord(folder, "FR-0001", "analysed", { by: "Ada" }, at("09:10:00"));
      await moveRecord(folder, "FR-0001", "corrected", { by: "Ada", commit: "0f3c2a1" }, at("09:20:00"));
      const passed = { ...STAGING, verification: "dep-2", passedAt: at("10:00:00")() };
      await verifyRecords(folder, passed, { clock: at("10:00:00") });
      const { status, history } = recordOf(folder, "FR-0002");
      assert.equal(status, "verified");
      assert.deepEqual(
        history.map(({ to, evidence }) => [to, evidence]),
        [
          ["open", "the log, line 40"],
          ...["analysed", "corrected", "verified"].map((to) => [to, "as FR-0001, from which it follows"]),
        ],
      );
      await recordFailure(folder, diagnosis(), { ...STAGING, deploy: "dep-3" }, at("11:00:00"));
      assert.equal(recordOf(folder, "FR-0002").status, "open");
    }));

  it("points to none where the deploy is another's", () =>
    inFracas(async (folder) => {
      await recordFailure(folder, diagnosis(), context);
      await recordFailure(folder, NO_PORT, { ...STAGING, deploy: "dep-2" });
      assert.equal(recordOf(folder, "FR-0002").followsFrom, undefined);
    }));
});

describe("several tasks of one process", () => {
  it("lose nothing", () =>
    inFracas(async (folder) => {
      await Promise.all(Array.from({ length: 12 }, () => recordFailure(folder, diagnosis(), STAGING)));
      assert.equal(recordOf(folder, "FR-0001").count, 12);
    }));
});

describe("several processes that write into one folder", () => {
  it("lose nothing", () =>
    inFracas(async (folder) => {
      const names = ["north", "east", "south", "west"];
      assert.deepEqual(await Promise.all(names.map((name) => writer(folder, "6", name))), [0, 0, 0, 0]);
      const { records, problems } = readRecords(folder);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        records.map(({ id }) => id),
        Array.from({ length: 25 }, (_, index) => `FR-${String(index + 1).padStart(4, "0")}`),
      );
      const counts = Object.fromEntries(
        ["database/credentials", "import/missing-module"].map((mode) => [
          mode,
          records.filter(({ failureMode }) => failureMode === mode).map(({ count }) => count),
        ]),
      );
      assert.deepEqual(counts, { "database/credentials": [24], "import/missing-module": Array(24).fill(1) });
      assert.deepEqual(
        readdirSync(folder).filter((name) => !name.startsWith("FR-")),
        [],
      );
    }));

  for (const [call, records] of [
    ["linkSync", []],
    ["renameSync", ["FR-0001"]],
  ] as const) {
    it(`leave no half file where one is killed before ${call}`, () =>
      inFracas(async (folder) => {
        if (call === "renameSync") await recordFailure(folder, diagnosis(), STAGING, at("09:00:00"));
        assert.equal(await writer(folder, "1", "north", call), "SIGKILL");
        const before = readRecords(folder);
        assert.deepEqual([before.records.map(({ id }) => id), before.problems], [records, []]);
        // The lock of the killed one, an hour later.
        utimesSync(path.join(folder, ".lock"), 0, 0);
        await recordFailure(folder, diagnosis({ failureMode: "disk/full" }), STAGING);
        assert.equal(readRecords(folder).records.length, records.length + 1);
        assert.deepEqual(
          readdirSync(folder).filter((name) => !name.startsWith("FR-")),
          [],
        );
      }));
  }
});

describe("a folder of records", () => {
  it("of which there is none holds nothing, and reading it makes none", () =>
    inFracas((folder) => {
      assert.deepEqual(readRecords(folder), { records: [], problems: [] });
      assert.equal(existsSync(folder), false);
    }));

  it("tells a file whose name and id differ", () =>
    inFracas(async (folder) => {
      await recordFailure(folder, diagnosis(), STAGING);
      writeFileSync(path.join(folder, "FR-0002.yaml"), readFileSync(path.join(folder, "FR-0001.yaml")));
      assert.match(readRecords(folder).problems.join(), /FR-0002\.yaml: expected `id: FR-0002`.*got FR-0001/);
    }));

  it("keeps what a newer version wrote, through every change", () =>
    inFracas(async (folder) => {
      await recordFailure(folder, diagnosis(), STAGING);
      appendFileSync(path.join(folder, "FR-0001.yaml"), "costs: 3 # hours\n");
      await recordFailure(folder, diagnosis(), STAGING);
      await moveRecord(folder, "FR-0001", "analysed", { by: "Ada" });
      assert.match(readFileSync(path.join(folder, "FR-0001.yaml"), "utf8"), /\ncosts: 3 # hours\n/);
    }));

  it("of a thousand is read, and written into, whole", () =>
    inFracas(async (folder) => {
      await recordFailure(folder, diagnosis(), STAGING);
      const text = readFileSync(path.join(folder, "FR-0001.yaml"), "utf8");
      for (let number = 2; number <= 1_000; number += 1) {
        const id = `FR-${String(number).padStart(4, "0")}`;
        const other = text.replace("id: FR-0001", `id: ${id}`).replace(/v1-.*/, `v1-${number}`);
        writeFileSync(path.join(folder, `${id}.yaml`), other);
      }
      assert.equal(readRecords(folder).records.length, 1_000);
      assert.equal((await recordFailure(folder, diagnosis(), STAGING)).outcome, "counted");
    }));
});
