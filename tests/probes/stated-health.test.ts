import assert from "node:assert/strict";
import { StatedHealth } from "../../probes/stated-health";
import { StatedPage } from "../../probes/stated-page";

/** What a health check's JSON says, what is against the service in it, and what is said of a part that is down. */
const CASES: readonly (readonly [body: string, problem: string | undefined, remark: string | undefined])[] = [
  ['{"status":"ok"}', undefined, undefined],
  ['{"status":"down"}', "`status`: `down`", undefined],
  ['{"ok":false,"database":{"status":"down"}}', "`ok`: `false`", "`database.status`: `down`"],
  // A part of its own, by a word of `status` or of `healthy` and `ok`.
  ['{"status":"ok","database":{"status":"down"}}', undefined, "`database.status`: `down`"],
  [
    '{"status":"UP","components":{"db":{"status":"DOWN"},"disk":{"status":"UP"}}}',
    undefined,
    "`components.db.status`: `DOWN`",
  ],
  [
    '{"status":"Healthy","entries":{"npgsql":{"status":"Unhealthy"}}}',
    undefined,
    "`entries.npgsql.status`: `Unhealthy`",
  ],
  ['{"status":"ok","redis":{"healthy":false}}', undefined, "`redis.healthy`: `false`"],
  // draft-inadarei-api-health-check-06, 4: lists by component.
  [
    '{"status":"pass","checks":{"db:connections":[{"status":"fail"}],"cpu":[{"status":"warn"}]}}',
    undefined,
    "`checks.db:connections[0].status`: `fail`",
  ],
  // Parts as words, in an object of parts.
  ['{"status":"ok","checks":{"redis":"fail","db":"ok"}}', undefined, "`checks.redis`: `fail`"],
  ['{"status":"ok","services":{"db":false}}', undefined, "`services.db`: `false`"],
  // Two of them: the first, and how many more.
  ['{"status":"ok","checks":{"redis":"fail","db":"down"}}', undefined, "`checks.redis`: `fail`, and 1 more"],
  // Settings, counts and data are no parts.
  ['{"status":"ok","debug":false,"features":{"beta":false},"error":null}', undefined, undefined],
  ['{"status":"ok","jobs":[{"state":"failed"}],"failed":0,"build":{"dirty":false}}', undefined, undefined],
  ['{"status":"ok","message":"down the road","checks":{"db":"ok","cache":"skipped"}}', undefined, undefined],
  ['{"checks":[]}', undefined, undefined],
  ['"down"', undefined, undefined],
  ['{"status":"ok","database":{"status":"down"', undefined, "`database.status`: `down`"],
];

describe("What a health check's JSON says of the service", () => {
  for (const [body, problem, remark] of CASES) {
    it(`is read in ${body}`, () => {
      const read = new StatedHealth();
      for (const byte of Buffer.from(body)) read.add(Buffer.from([byte]));
      assert.equal(read.problem(), problem && `its JSON says ${problem}`);
      assert.equal(read.remark(), remark && `its JSON says ${remark}`);
    });
  }
});

describe("A health check that answers with a page", () => {
  for (const [path, said] of [
    ["/health", true],
    ["/api/healthz", true],
    ["/", false],
    ["/login", false],
    ["/en/index.html", false],
  ] as const) {
    it(`${said ? "is said to be one" : "is what is asked for"} at ${path}`, () => {
      const page = new StatedPage(path);
      page.add(Buffer.from("<!doctype html><html></html>"));
      assert.equal(page.problem(), undefined);
      assert.equal(
        page.remark(),
        said ? "it is a page, as an application with one page answers at each path" : undefined,
      );
    });
  }
});
