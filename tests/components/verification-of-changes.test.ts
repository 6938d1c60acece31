import assert from "node:assert/strict";
import type { VerificationInputs } from "../../components/verification/inputs";
import { type Deployed, DeployedKinds, WEB } from "./deployed-kind";

interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Case {
  /** By path: each answer once, and the last one from then on. */
  readonly answers?: Readonly<Record<string, Said | readonly Said[]>>;
  readonly expected: "pass" | "fail" | "not-decided";
  readonly words?: RegExp;
  readonly not?: RegExp;
  /** @default it answers */
  readonly program?: string;
  readonly change?: Partial<VerificationInputs>;
  readonly first?: (service: Deployed) => Promise<unknown>;
  readonly meanwhile?: (words: string, service: Deployed) => unknown;
}

const to = (location: string, status = 302): Said => ({ status, headers: { location } });
const BUSY: Said = { status: 429, headers: { "retry-after": "0" } };
const VERSION = {
  ...{ name: "version", method: "GET", path: "/version", headers: {}, timeout: 10_000 },
  expect: { status: 200, jsonPath: { path: "version", equals: 2 } },
};
const version = (number: number): Said => ({ body: JSON.stringify({ version: number }) });
/** Once, when the stability time begins. */
const asWatched = (act: (service: Deployed) => unknown) => {
  let done = false;
  return (words: string, service: Deployed): unknown => {
    if (done || !words.includes("stability: asking")) return undefined;
    done = true;
    return act(service);
  };
};

const CASES: Readonly<Record<string, Case>> = {
  "is healthy until the middle of the stability time": {
    meanwhile: asWatched((service) => setTimeout(() => service.become(500), 1_500)),
    change: { stability: 600_000 },
    expected: "fail",
    words: /within 600 s: GET \/health: expected 200 to 399, got 500/,
  },
  "says once in the stability time that it is asked too often": {
    answers: { "/health": [{}, {}, BUSY, {}] },
    expected: "pass",
    words: /was healthy for 1\.5 s/,
  },
  "says by turns that it is asked too often": {
    answers: { "/health": [{}, BUSY, {}, BUSY, {}, BUSY, {}] },
    expected: "pass",
  },
  "says from then on that it is asked too often": {
    answers: { "/health": [{}, {}, BUSY] },
    expected: "not-decided",
    words: /429: it is asked too often/,
  },
  "gives no answer once in the stability time": {
    answers: { "/health": [{}, {}, { status: 200, headers: { "content-length": "99" }, body: "o" }, {}] },
    expected: "not-decided",
  },
  "leads its health check to a path that answers": {
    answers: { "/health": to("/health/live") },
    expected: "pass",
  },
  "leads its health check to a path that fails": {
    answers: { "/health": to("/health/", 301), "/health/": { status: 500, body: "no such table: users" } },
    expected: "fail",
    words: /GET \/health: .*301.*\/health\/.*500/,
  },
  "leads its health check over two paths to one that fails": {
    answers: { "/health": to("/a"), "/a": to("/b", 307), "/b": { status: 503 } },
    expected: "fail",
    words: /GET \/health: .*\/b.*503/,
  },
  "leads its health check to a path that is not there": {
    answers: { "/health": to("/docs"), "/docs": { status: 404 } },
    expected: "pass",
    words: /\/docs.*404/,
  },
  "leads its health check round in a circle": {
    answers: { "/health": to("/a"), "/a": to("/health") },
    expected: "fail",
    words: /GET \/health: .*302.*(?:circle|to itself|never arrives)/,
  },
  "leads its health check over another path to a page that asks for a sign-in": {
    answers: { "/health": to("/app"), "/app": to("/login?next=/app") },
    expected: "fail",
    words: /\/login, which asks for a sign-in/,
  },
  "leads its health check to another host": {
    answers: { "/health": to("https://www.acme-orchard.invalid/health") },
    expected: "pass",
    words: /www\.acme-orchard\.invalid/,
  },
  "leads its health check round in a circle that a cookie ends": {
    answers: {
      "/health": { ...to("/a"), headers: { location: "/a", "set-cookie": "seen=1" } },
      "/a": to("/health"),
    },
    expected: "pass",
  },
  "leads its health check by plain HTTP to a path of its own that fails": {
    answers: { "/health": to("http://SELF/ready"), "/ready": { status: 500 } },
    expected: "fail",
    words: /GET \/health: 302 to \/ready.*500/,
  },
  "leads its health check to a path that wants a login": {
    answers: { "/health": to("/admin"), "/admin": { status: 401 } },
    expected: "pass",
    words: /\/admin.*401/,
  },
  "leads its health check to a path that is asked too often": {
    answers: { "/health": to("/ready"), "/ready": BUSY },
    expected: "not-decided",
    words: /429/,
  },
  "leads its health check to a path that says it is ill": {
    answers: {
      "/health": to("/ready"),
      "/ready": { headers: { "content-type": "application/json" }, body: '{"status":"down"}' },
    },
    expected: "fail",
    words: /GET \/health: 302 to \/ready.*down/,
  },
  "leads its health check to a path with a token in it": {
    answers: {
      "/health": to("/s/8f14e45fceea167a5a36dedd4bea2543/"),
      "/s/8f14e45fceea167a5a36dedd4bea2543/": { status: 500 },
    },
    expected: "fail",
    words: /GET \/health: 302 to \/s\/…\/.*500/,
    not: /8f14e45/,
  },
  "leads its health check to a path that answers with nothing": {
    answers: { "/health": to("/live"), "/live": { status: 204, body: "" } },
    expected: "pass",
  },
  "leads its health check to a path that does not end": {
    answers: { "/health": to("/live"), "/live": { headers: { "content-length": "99" }, body: "o" } },
    expected: "not-decided",
  },
  "is asked too often once at another path": {
    answers: { "/version": [BUSY, version(2)] },
    change: { endpoints: [VERSION] },
    expected: "pass",
  },
  "listens on another port while Render's maintenance mode is on": {
    program: 'require("node:http").createServer((_, r) => r.end("ok")).listen(0, "0.0.0.0");',
    first: async (service) => {
      await service.ended();
      await service.ask("PATCH", "", { serviceDetails: { maintenanceMode: { enabled: true, uri: "" } } });
    },
    expected: "fail",
    words: /port\/mismatch/,
  },
  "is put into maintenance mode while it is watched": {
    meanwhile: asWatched((service) =>
      service.ask("PATCH", "", { serviceDetails: { maintenanceMode: { enabled: true, uri: "" } } }),
    ),
    change: { stability: 8_000, rollback: true },
    expected: "not-decided",
    words: /maintenance mode/,
  },
  "is run by nodemon beside a part that has ended": {
    program: `${WEB}
      console.log("[nodemon] app crashed - waiting for file changes before starting...");`,
    expected: "pass",
    words: /nodemon waits for a change/,
  },
  "is suspended by hand before it is asked": {
    first: async (service) => {
      await service.ended();
      await service.ask("POST", "/suspend");
    },
    expected: "not-decided",
    words: /suspended/,
  },
  "is suspended by hand while it is watched": {
    meanwhile: asWatched((service) => service.ask("POST", "/suspend")),
    change: { stability: 8_000 },
    expected: "not-decided",
    words: /suspended/,
  },
  "is in Render's maintenance mode": {
    first: async (service) => {
      await service.ended();
      await service.ask("PATCH", "", { serviceDetails: { maintenanceMode: { enabled: true, uri: "" } } });
    },
    expected: "not-decided",
    words: /maintenance mode/,
  },
  "answers as the version before for ever": {
    answers: { "/version": version(1) },
    change: { endpoints: [VERSION] },
    expected: "fail",
    words: /GET \/version.*version/,
  },
  "answers as its own version": {
    answers: { "/version": version(2) },
    change: { endpoints: [VERSION] },
    expected: "pass",
  },
  "is replaced by a newer deploy while it is watched": {
    meanwhile: asWatched((service) => service.ask("POST", "/deploys", {})),
    change: { stability: 8_000, rollback: true },
    expected: "not-decided",
    words: /replaced by dep-|newer/,
  },
  "is replaced by a newer deploy that is sick": {
    meanwhile: asWatched(async (service) => {
      await service.ask("PUT", "/env-vars/ANSWERS", {
        value: JSON.stringify({ "/health": { status: 500 } }),
      });
      await service.ask("POST", "/deploys", {});
    }),
    change: { stability: 20_000, rollback: true },
    expected: "not-decided",
    words: /replaced by dep-|newer/,
  },
  "is sound, and Render's API fails for a while as it is watched": {
    meanwhile: asWatched((service) => service.fails(/(?:events|deploys)$/, 503, 14)),
    expected: "pass",
  },
  "is sound, and Render's API refuses for a while as it is watched": {
    meanwhile: asWatched((service) => service.fails(/(?:events|deploys)$/, 429, 20)),
    expected: "pass",
  },
  "is sound, and Render's API fails for a while as it is deployed": {
    first: async (service) => service.fails(/deploys\/dep-/, 502, 14),
    expected: "pass",
  },
};

describe("A verification of a web service that", function () {
  this.timeout(10 * 60_000);
  let kinds: DeployedKinds;
  before(async () => {
    kinds = await DeployedKinds.open();
  });
  afterEach(() => kinds.clear());
  after(() => kinds.close());

  for (const [
    what,
    { answers = {}, program, expected, words, not, change, first, meanwhile },
  ] of Object.entries(CASES))
    it(`${what}: ${expected}`, async () => {
      const service = await kinds.deployed({
        variables: { ANSWERS: JSON.stringify(answers) },
        ...(program !== undefined && { program }),
      });
      await first?.(service);
      const found = await service.verified(change, (told) => void meanwhile?.(told, service));
      assert.equal(found.outcome, expected, found.words);
      if (words !== undefined) assert.match(found.words, words);
      if (not !== undefined) assert.doesNotMatch(found.words, not);
    });
});
