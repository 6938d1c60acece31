import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { AUDIT_RULES, type Audit, type AuditFinding, type MatrixRow } from "../../../audit";
import { auditAnnotations } from "../../../cli/audit/github";
import { auditJson } from "../../../cli/audit/json";
import { auditMarkdown } from "../../../cli/audit/markdown";
import { matrixCells, nonEmptyRows } from "../../../cli/audit/matrix";
import { auditSarif } from "../../../cli/audit/sarif";
import { auditReport } from "../../../cli/audit/terminal";
import { nothingRead } from "../../../cli/audit/words";
import { widthOf } from "../../../cli/terminal-output";

const FINDING: AuditFinding = {
  rule: "port/agreement",
  severity: "error",
  place: { source: "file", file: "my app/Dockerfile", line: 3, column: 8 },
  what: "EXPOSE",
  expected: "8000",
  got: "10000",
  fix: "Set it to 8000.",
  service: "shop",
  services: ["shop"],
  environments: ["production", "staging"],
  title: "Every place names one port",
  why: "Render times out.",
  excerpt: "EXPOSE 10000",
  related: [{ source: "file", file: "Procfile", line: 1 }],
};

const AUDIT: Audit = {
  services: [{ name: "shop", folder: ".", environments: ["production", "staging"] }],
  findings: [FINDING],
  waived: [],
  undecided: [
    {
      rule: "port/standard",
      service: "shop",
      environments: [],
      place: { source: "file", file: "app.py", line: 1 },
      why: "it is computed",
    },
  ],
  matrix: [
    {
      service: "shop",
      environment: "staging",
      ports: [{ what: "EXPOSE", port: "10000", file: "my app/Dockerfile" }],
      databases: [{ endpoint: "db:5432", mode: "session" }],
      drivers: [{ name: "asyncpg", settings: { statement_cache_size: "0" } }],
    },
  ],
  files: [
    { path: "my app/Dockerfile", readers: ["dockerfile"], facts: 2, problems: [] },
    {
      path: "render.yaml",
      readers: ["render-yaml"],
      facts: 0,
      problems: [{ file: "render.yaml", line: 4, reason: "it is no YAML" }],
    },
  ],
  leftOut: new Map([["environmentIgnored", 2]]),
  notRead: [{ file: "config/deploy.yml", tool: "Kamal" }],
  problems: [],
};

const withFinding = (change: Partial<AuditFinding>): Audit => ({
  ...AUDIT,
  findings: [{ ...FINDING, ...change }],
});

describe("the audit's JSON", () => {
  it("has every finding with its place and words, under a version", () => {
    const document = JSON.parse(auditJson(AUDIT)) as {
      version: number;
      findings: object[];
      leftOut: object[];
    };
    assert.equal(document.version, 1);
    assert.deepEqual(document.findings, [
      {
        rule: "port/agreement",
        severity: "error",
        service: "shop",
        services: ["shop"],
        environment: "production",
        environments: ["production", "staging"],
        file: "my app/Dockerfile",
        line: 3,
        column: 8,
        message: "EXPOSE: expected 8000, got 10000.",
        why: "Render times out.",
        fix: "Set it to 8000.",
        excerpt: "EXPOSE 10000",
        related: ["Procfile:1"],
      },
    ]);
    assert.deepEqual(document.leftOut, [{ reason: "env files that git ignores", count: 2 }]);
  });
});

describe("the audit's SARIF", () => {
  const run = (audit: Audit) => JSON.parse(auditSarif(audit)).runs[0];

  it("points at the rule, the place and the places beside it", () => {
    const [result] = run(AUDIT).results;
    assert.equal(AUDIT_RULES[result.ruleIndex]?.id, result.ruleId);
    assert.equal(run(AUDIT).tool.driver.rules[result.ruleIndex].id, "port/agreement");
    assert.deepEqual(result.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: "my%20app/Dockerfile", uriBaseId: "SRCROOT" },
          region: { startLine: 3, startColumn: 8 },
        },
      },
    ]);
    assert.equal(result.relatedLocations[0].physicalLocation.artifactLocation.uri, "Procfile");
  });

  it("tells what could not be read as a notification", () => {
    const [notification] = run(AUDIT).invocations[0].toolExecutionNotifications;
    assert.equal(notification.message.text, "it is no YAML.");
  });

  it("keeps what is waived as suppressed", () => {
    const waiver = {
      rule: "port/agreement",
      until: "2030-01-01",
      reason: "moving",
      file: "a",
      line: 1,
      about: { file: "a", line: 2 },
    };
    const [result] = run({ ...AUDIT, findings: [], waived: [{ finding: FINDING, waiver }] }).results;
    assert.deepEqual(result.suppressions, [{ kind: "inSource", justification: "moving" }]);
  });
});

describe("the audit's annotations for GitHub", () => {
  it("are one workflow command a finding", () => {
    assert.equal(
      auditAnnotations(AUDIT),
      "::error file=my app/Dockerfile,line=3,col=8,title=port/agreement (shop%2C in production and staging)" +
        "::EXPOSE: expected 8000, got 10000. Set it to 8000.",
    );
  });

  it("let no text end the command or begin another", () => {
    const text = auditAnnotations(
      withFinding({ got: "1\n::set-output name=a::b", place: { source: "file", file: "a,b:c" } }),
    );
    assert.equal(text.split("\n").length, 1);
    assert.match(text, /file=a%2Cb%3Ac,.*got 1%0A::set-output/);
  });
});

describe("the audit's Markdown", () => {
  it("has the findings and the matrix as tables", () => {
    const text = auditMarkdown(AUDIT);
    assert.match(text, /^### portcullis audit: 1 error\n/);
    assert.match(text, /\| error \| my app\/Dockerfile:3:8<br>shop, in production and staging \|/);
    assert.match(
      text,
      /\| shop \| staging \| 10000 {2}EXPOSE, my app\/Dockerfile \| db:5432 \| asyncpg statement\\_cache\\_size=0 \|/,
    );
  });

  it("shows what stands in back-ticks as code, letter by letter", () => {
    const text = auditMarkdown(withFinding({ got: "`a_b|<c>`, not ` alone" }));
    assert.match(text, /got <code>a&#95;b&#124;&#60;c&#62;<\/code>, not \\` alone\./);
  });

  it("lets no text leave its cell or become HTML, a link or a mention", () => {
    const text = auditMarkdown(withFinding({ got: "a|b\n<img> [x](y) @team" }));
    assert.match(text, /got a\\\|b<br>&lt;img> \\\[x\\\]\(y\) &#64;team\./);
  });
});

describe("the audit's report", () => {
  it("says place, line, why and fix, then the matrix, what was read and what was not", () => {
    const text = auditReport(AUDIT);
    const parts = [
      "shop, in production and staging",
      "my app/Dockerfile:3:8",
      "│ EXPOSE 10000",
      "EXPOSE: expected 8000, got 10000.",
      "also: Procfile:1",
      "why: Render times out.",
      "fix: Set it to 8000.",
      "db:5432",
      "my app/Dockerfile (dockerfile: 2 facts)",
      "render.yaml:4: it is no YAML",
      "env files that git ignores: 2 (--include '.env*' reads them)",
      "app.py:1: it is computed (port/standard)",
      "1 error in 1 file",
    ];
    let from = 0;
    for (const part of parts) {
      const at = text.indexOf(part, from);
      assert.ok(at >= from, `${part} is missing, or out of order, in:\n${text}`);
      from = at;
    }
  });

  it("fits the terminal: sentences are wrapped, and a matrix that is too wide becomes paragraphs", () => {
    const why = "one word and another ".repeat(10).trim();
    const text = auditReport({ ...AUDIT, findings: [{ ...FINDING, why }] }, { width: 64 });
    // Where CI is set, a report has colours, which take no room on the terminal.
    const lines = stripVTControlCharacters(text).split("\n");
    const tooWide = lines.filter((line) => line.length > 64);
    assert.deepEqual(tooWide, []);
    assert.match(text, /\n {6}why: one word.*\n {11}\w/);
    assert.match(
      text,
      /shop, staging:\n {2}ports {5}10000 {2}EXPOSE, my app\/Dockerfile\n {2}database {2}db:5432/,
    );
    assert.match(auditReport(AUDIT, { width: 400 }), /│ shop +│ staging +│/);
  });

  it("gives a reason once, and wraps the lists below too", () => {
    const long = "a reason that nobody would write in so many words, and that no terminal has room for";
    const second = { ...FINDING, what: "EXPOSE of another image" };
    const audit = {
      ...AUDIT,
      findings: [FINDING, second],
      undecided: AUDIT.undecided.map((row) => ({ ...row, why: long })),
      leftOut: new Map([["tests", 3]] as const),
      leftOutNames: new Map([["tests", ["docs", "e2e"]]] as const),
    };
    const text = stripVTControlCharacters(auditReport(audit, { width: 64 }));
    assert.equal(text.match(/why: Render times out\./g)?.length, 1);
    assert.deepEqual(
      text.split("\n").filter((line) => line.length > 64),
      [],
    );
    assert.match(text, /tests, fixtures, examples and documentation: 3 \(docs,\s+e2e, …\)/);
  });

  it("lets no file move the cursor or hide a word", () => {
    const text = auditReport(withFinding({ excerpt: "a\u001b[8mb\u0007\u202ec" }));
    assert.ok(text.includes("a\uFFFD[8mb\uFFFD\uFFFDc"));
  });
});

describe("an audit that read nothing", () => {
  it("is not clean, and says what to type where git ignores the env files", () => {
    assert.equal(nothingRead(AUDIT), undefined);
    assert.match(
      nothingRead({ ...AUDIT, files: [] }) ?? "",
      /no file that a reader knows.*2 env files: --include/,
    );
    const empty = { path: "a", readers: ["b"], facts: 0, problems: [] };
    assert.match(nothingRead({ ...AUDIT, files: [empty] }) ?? "", /no fact in 1 file/);
  });
});

describe("the width of a report", () => {
  for (const [what, columns, set, width] of [
    ["the terminal's", 80, undefined, 80],
    ["none in a pipe", undefined, undefined, undefined],
    ["that of COLUMNS in a pipe", undefined, "60", 60],
    ["that of COLUMNS before the terminal's", 80, "60", 60],
    ["none where the terminal says 0", 0, undefined, undefined],
    ["the terminal's where COLUMNS is no number", 80, "wide", 80],
    ["the terminal's where COLUMNS is 0", 80, "0", 80],
  ] as const) {
    it(`is ${what}`, () => assert.equal(widthOf({ columns }, { COLUMNS: set }), width));
  }
});

describe("what could not be decided", () => {
  const [row] = AUDIT.undecided;
  const audit: Audit = {
    ...AUDIT,
    undecided: row === undefined ? [] : [row, { ...row, rule: "port/agreement" }, { ...row, why: "another" }],
  };

  it("is counted by place and reason, in Markdown as in the terminal", () => {
    assert.match(auditMarkdown(audit), /2 places undecided/);
    const lines = auditReport(audit).split("could not be decided:\n")[1]?.split("\n\n")[0]?.split("\n");
    assert.deepEqual(lines, [
      "  app.py:1: it is computed (port/standard, port/agreement)",
      "  app.py:1: another (port/standard)",
    ]);
  });
});

describe("the rows of the matrix", () => {
  const row = (service: string, runs: boolean, more: Partial<MatrixRow> = {}): MatrixRow => ({
    ...{ service, environment: null, ports: [], databases: [], drivers: [], runs },
    ...more,
  });
  const port = { what: "variable PORT", port: "9000", file: ".env" };
  const ports = [port];
  const databases = [{ endpoint: "db:5432", mode: "session" }];
  for (const [what, rows, shown] of [
    ["have a worker, which opens no port", [row("api", true, { ports }), row("jobs", true)], ["api", "jobs"]],
    [
      "have no folder of which only variables are known, beside a service",
      [row("api", true, { ports }), row("scripts", false, { ports }), row("notes", false)],
      ["api"],
    ],
    ["have it where nothing else runs", [row("api", false, { ports })], ["api"]],
    [
      "have it where it names a database",
      [row("api", true, { ports }), row("root", false, { databases })],
      ["api", "root"],
    ],
    [
      "have each environment of a service",
      [row("api", true, { ports }), row("api", false, { ports, environment: "local" })],
      ["api", "api"],
    ],
  ] as const) {
    it(what, () =>
      assert.deepEqual(
        nonEmptyRows(rows).map(({ service }) => service),
        shown,
      ),
    );
  }

  it("have at most twelve lines, and how many more there are, so that a table takes no longer by its cube", () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...port, port: `${at}` }));
    const linesOf = (count: number) => matrixCells(row("api", true, { ports: many(count) }))[2]?.split("\n");
    assert.equal(linesOf(13)?.length, 13);
    assert.deepEqual(linesOf(5000)?.slice(11), [
      "11  variable PORT, .env",
      "and 4988 more: --json lists them",
    ]);
  });
});
