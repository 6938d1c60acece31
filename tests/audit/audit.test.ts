import assert from "node:assert/strict";
import { type Audit, type AuditOptions, auditFolder, type Reader } from "../../audit";
import { type Fact, known } from "../../domain";
import { type Files, inFolder } from "./written-folder";

/** A made-up reader of `NAME=value` lines: the audit is tested here, not a format. `!` marks a secret. */
const LINES: Reader = {
  name: "lines",
  accepts: (path) => path.endsWith(".lines"),
  read: ({ path, text }) => ({
    problems: [],
    facts: text.split("\n").flatMap((line, index): Fact[] => {
      const [, mark, name, value] = /^(!?)(\w+)=(.*)$/.exec(line) ?? [];
      const environment = /^([a-z]+)\.lines$/.exec(path)?.[1];
      if (name === undefined || value === undefined) return [];
      const place = { source: "file", file: path, line: index + 1, column: 1 } as const;
      const subject = environment === "all" || environment === undefined ? {} : { environment };
      if (name === "START") return [{ kind: "start-command", command: known(value), place, ...subject }];
      return [{ kind: "variable", name, value: known(value), secret: mark === "!", place, ...subject }];
    }),
  }),
};

const audited = (files: Files, options: AuditOptions = {}): Audit =>
  inFolder(files, (folder) => auditFolder(folder, { readers: [LINES], ...options }));

const told = ({ findings }: Audit): readonly string[] =>
  findings.map(({ rule, severity, place, environments }) => {
    const at = place.source === "file" ? `${place.file}:${place.line}` : place.source;
    return [severity, rule, at, ...environments].join(" ");
  });

describe("an audit", () => {
  it("tells one finding of several environments once, with their names", () => {
    const found = audited({
      "all.lines": "START=uvicorn main:app --host 127.0.0.1 --port $PORT",
      "staging.lines": "PORT=8000",
      "production.lines": "PORT=8000",
    });
    assert.deepEqual(told(found), ["error service/loopback-bind all.lines:1 production staging"]);
    assert.deepEqual(found.services[0]?.environments, ["production", "staging"]);
  });

  it("tells a line that several services are given once, with their names", () => {
    const { findings } = inFolder(
      {
        ".env": "API_KEY=change-me\n",
        "compose.yaml":
          "services:\n  web: { build: ./web, env_file: .env }\n  worker: { build: ./worker, env_file: .env }\n",
        "web/Dockerfile": "FROM python:3.12\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
        "worker/Dockerfile": "FROM python:3.12\nCMD python worker.py\n",
      },
      (folder) => auditFolder(folder),
    );
    const [finding, ...others] = findings;
    assert.deepEqual([finding?.rule, others], ["environment/placeholder", []]);
    assert.deepEqual([finding?.services.slice(0, 2), finding?.service], [["web", "worker"], "web"]);
  });

  it("finds nothing in the same repository with the right bind", () => {
    const found = audited({
      "all.lines": "START=uvicorn main:app --host 0.0.0.0 --port $PORT",
      "staging.lines": "PORT=8000",
    });
    assert.deepEqual(told(found), []);
  });

  it("compares ports within an environment, and not with another's", () => {
    const found = audited({
      "all.lines": "START=uvicorn main:app --host 0.0.0.0 --port 8000",
      "staging.lines": "PORT=8000",
      "production.lines": "PORT=10000",
    });
    const disagreements = found.findings.filter(({ rule }) => rule === "port/agreement");
    assert.ok(disagreements.length > 0);
    for (const { environments } of disagreements) assert.deepEqual(environments, ["production"]);
  });

  it("has no error for what stands on a developer's machine", () => {
    const found = audited({ "local.lines": "API_KEY=your-api-key", "staging.lines": "API_KEY=your-api-key" });
    assert.deepEqual(told(found), [
      "error environment/placeholder staging.lines:1 staging",
      "warning environment/placeholder local.lines:1 local",
    ]);
  });

  it("finds no placeholder in an example, where they belong", () => {
    assert.deepEqual(
      told(audited({ "example.lines": "", ".env.example.lines": "API_KEY=your-api-key" })),
      [],
    );
  });

  it("shows a finding's line with its secrets masked", () => {
    const canary = "kX9canary7Qz";
    const url = `postgresql://postgres:${canary}@aws-0-us-west-1.pooler.supabase.com:6543/postgres`;
    const found = audited({ "staging.lines": `!DATABASE_URL=${url}\n!TOKEN=${canary}` });
    assert.ok(told(found).some((row) => row.startsWith("error database/pooler-tenant staging.lines:1")));
    const masked = url.replace(canary, "***");
    assert.ok(found.findings.some(({ excerpt }) => excerpt === `!DATABASE_URL=${masked}`));
    assert.ok(!JSON.stringify([...found.leftOut, found]).includes(canary));
  });

  it("reports a reader that fails as a file that was not read, without its words", () => {
    const failing: Reader = { ...LINES, read: ({ text }) => assert.fail(text) };
    const found = audited({ "a.lines": "SECRET=kX9canary7Qz" }, { readers: [failing] });
    assert.deepEqual(found.files, [
      {
        path: "a.lines",
        readers: ["lines"],
        facts: 0,
        problems: [{ file: "a.lines", reason: "the reader lines failed (AssertionError)" }],
      },
    ]);
  });

  it("does not open a file that no reader takes, and counts one that is too large", () => {
    const found = audited({ "a.txt": "PORT=1", "b.lines": "x".repeat(1_000_001), "c.lines": "A=1" });
    assert.deepEqual(
      found.files.map(({ path, facts }) => [path, facts]),
      [["c.lines", 1]],
    );
    assert.equal(found.leftOut.get("large"), 1);
  });

  it("shows each environment's ports, database and mode in the matrix", () => {
    const url =
      "postgresql://postgres.abcdefghijklmnopqrst:kX9canary7Qz@aws-0-us-west-1.pooler.supabase.com:6543/postgres";
    const { matrix } = audited({
      "all.lines": "START=uvicorn main:app --host 0.0.0.0 --port $PORT",
      "staging.lines": `PORT=8000\nDATABASE_URL=${url}`,
    });
    assert.deepEqual(
      matrix.map(({ service: _, ...row }) => row),
      [
        {
          environment: "staging",
          ports: [
            { what: "variable PORT", port: "8000", file: "staging.lines" },
            { what: "start command's port", port: "$PORT", file: "all.lines" },
          ],
          databases: [{ endpoint: "aws-0-us-west-1.pooler.supabase.com:6543", mode: "transaction" }],
          drivers: [],
          runs: true,
        },
      ],
    );
  });
});
