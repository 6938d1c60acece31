import assert from "node:assert/strict";
import type { VerificationInputs } from "../../components/verification";
import type { Postgres } from "../../rehearsal/postgres";
import { LyingService, trustingPostgres } from "./lying-service";

interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const text = (body: string, type = "text/plain", more: Readonly<Record<string, string>> = {}): Said => ({
  headers: { "content-type": type, ...more },
  body,
});
const json = (value: unknown): Said => text(JSON.stringify(value), "application/json");
const page = (title: string): Said =>
  text(`<!doctype html><html><head><title>${title}</title></head><body>…</body></html>`, "text/html");

const DAY = 86_400_000;
type Outcome = "pass" | "fail" | "not-decided" | "no pass";

/** What the health check says after the deploy is live; what that comes to, and what is said of it. */
const CASES: readonly (readonly [what: string, said: readonly Said[], Outcome, words?: RegExp])[] = [
  [
    "a status of 500 in a body of JSON",
    [json({ statusCode: 500, message: "Internal server error" })],
    "fail",
    /statusCode/,
  ],
  ["that it is not ready, in a field", [json({ ready: false })], "no pass", /ready/],
  ["that it is not ready, in words", [json({ status: "not ready" })], "no pass", /not ready/],
  ["that it still starts", [json({ status: "starting" })], "no pass", /starting/],
  ["that it is not ready, in plain text", [text("not ready\n")], "no pass", /not ready/],
  ["JSON behind a byte order mark", [text('\uFEFF{"status":"down"}', "application/json")], "fail", /down/],
  ["JSON as plain text", [text('{"status":"down"}')], "fail", /down/],
  ["JSON of no named type", [{ body: '{"healthy":false}' }], "fail", /healthy/],
  ["names with capitals", [json({ Status: "Unhealthy", Entries: {} })], "fail", /Unhealthy/],
  ["errors of GraphQL without data", [json({ errors: [{ message: "database is down" }] })], "fail", /errors/],
  ["a listing of a folder", [page("Index of /")], "no pass", /Index of \//],
  ["a listing of Python's server", [page("Directory listing for /")], "no pass", /Directory listing/],
  [
    "the first page of a server that has no application",
    [page("Welcome to nginx!")],
    "no pass",
    /Welcome to nginx!/,
  ],
  ["an error's page with 200", [page("500: Internal Server Error")], "no pass", /500: Internal Server Error/],
  [
    "an answer that was made before the deploy",
    [{ headers: { date: new Date(Date.now() - DAY).toUTCString() } }],
    "not-decided",
    /before the deploy/,
  ],
  ["less than it announces", [{ headers: { "content-length": "1000" }, body: "ok" }], "no pass"],
  [
    "a challenge of Cloudflare to who asks",
    [{ status: 403, headers: { server: "cloudflare", "cf-mitigated": "challenge" } }],
    "not-decided",
    /challenge/,
  ],
  ["that it is asked too often", [{ status: 429, headers: { "retry-after": "1" } }], "not-decided", /429/],
  // It is asked again: the answers between are the service's.
  ["that it is asked too often, by turns", [{}, { status: 429 }, {}, {}], "pass"],
  ["that it is degraded", [json({ status: "Degraded" })], "pass", /Degraded/],
  [
    "a way to another host",
    [{ status: 301, headers: { location: "https://www.acme-orchard.com/" } }],
    "pass",
    /www\.acme-orchard\.com/,
  ],
  [
    "what is in order by words of faults",
    [json({ status: "UP", ready: true, statusCode: 200, errors: [], data: null, down: 0 })],
    "pass",
  ],
  ["a page whose title begins alike", [page("Index of Economic Freedom")], "pass"],
  ["a page of a product of that name", [page("500 Startups | Welcome to our nginx course")], "pass"],
  [
    "`identity`, a byte order mark and a good word",
    [text("\uFEFFOK", "text/plain; charset=utf-8", { "content-encoding": "identity" })],
    "pass",
  ],
];

describe("A verification of a service whose health check says", function () {
  this.timeout(10 * 60_000);
  let postgres: Postgres;
  let service: LyingService | undefined;
  before(async () => {
    postgres = await trustingPostgres();
  });
  after(() => postgres.stop());
  afterEach(() => service?.close());

  for (const [what, said, expected, words] of CASES)
    it(`${what}: ${expected}`, async () => {
      service = await LyingService.open(postgres, { SAYS: JSON.stringify(said) });
      const change: Partial<VerificationInputs> = said.length > 1 ? { stability: 800 } : {};
      const { outcome, checks } = await service.verified(change);
      const all = JSON.stringify(checks.filter(({ kind }) => kind === "endpoint" || kind === "stability"));
      if (expected === "no pass") assert.notEqual(outcome, "pass", all);
      else assert.equal(outcome, expected, all);
      if (words !== undefined) assert.match(all, words);
    });
});
