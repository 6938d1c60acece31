import assert from "node:assert/strict";
import { createApp } from "../../../rehearsal/render/api/app";
import { Faults } from "../../../rehearsal/render/api/faults";
import { EMPTY_LISTS } from "../../../rehearsal/render/api/routes/absent";
import { startDatabase } from "../../../rehearsal/render/runtime/database-server";
import { DatastoreServers } from "../../../rehearsal/render/runtime/datastore-servers";
import { createDeployments } from "../../../rehearsal/render/runtime/deployments";
import { startKeyValue } from "../../../rehearsal/render/runtime/key-value-server";
import { Store } from "../../../rehearsal/render/store";
import { CalledRender, type Json } from "./called-render";
import { DescribedApi } from "./described-api";
import { tour } from "./tour";

interface Answered {
  readonly method: string;
  readonly target: string;
  readonly status: number;
  readonly body: Json;
}

/** Where recorded answers differ from the description the recording holds, and where it contradicts itself. */
const DIFFERENCES: readonly { readonly request: RegExp; readonly problem: RegExp; readonly why: string }[] = [
  {
    request: /^(GET|POST|PATCH) \/environments/,
    problem: /\/(databasesIds|redisIds|serviceIds|envGroupIds) must be array$/,
    why: "null for what an environment has none of",
  },
  {
    request: /^(GET|POST|PATCH) \/environments/,
    problem: /must have required property 'networkIsolationEnabled'$/,
    why: "absent where it was never set",
  },
  {
    request: /^(GET|POST|PATCH) \/(postgres|key-value)/,
    problem: /\/ipAllowList must be array$/,
    why: "null for a datastore's empty allow list",
  },
  {
    request: /^POST \/environments\/[^/]+\/resources$/,
    problem: /^no such status: 201$/,
    why: "201 where the description has 200",
  },
  {
    request: /^(GET|POST) \/services\/[^/]+\/(deploys|rollback)/,
    problem: /\/(startedAt|finishedAt) must be string$/,
    why: "null while a deploy waits or runs",
  },
  {
    request: /^DELETE \/projects\//,
    problem: /^no such status: 409$/,
    why: "409 for what is not empty, which the description says in words alone",
  },
  {
    request: /^GET \/notification-settings\/overrides$/,
    problem: /\/override must have required property 'type'$/,
    why: "no type, which the description demands and does not describe",
  },
  {
    request: /^GET \/metrics-stream\//,
    problem: /^a body$/,
    why: "the body of every refusal, which the description has not for a 404 of this one",
  },
];

describe("The embedded Render's answers, held against Render's own description", () => {
  const answers: Answered[] = [];
  let described: DescribedApi;

  before(async () => {
    described = DescribedApi.open();
    // To wait is what makes Render answer 202.
    const called = await CalledRender.open({ overlappingDeploys: "wait" });
    called.onAnswer = (method, target, { status, body }) => answers.push({ method, target, status, body });
    await tour(called).finally(() => called.close());
  });

  const problemsOf = ({ method, target, status, body }: Answered): string[] =>
    described.problems(method, target, status, body).map((problem) => `${method} ${target}\t${problem}`);
  const isKnown = (row: (typeof DIFFERENCES)[number], problem: string): boolean => {
    const [request = "", what = ""] = problem.split("\t");
    return row.request.test(request) && row.problem.test(what);
  };

  it("have every field that is described, with its type and its words", () => {
    const problems = answers.flatMap(problemsOf);
    const strange = problems.filter((problem) => !DIFFERENCES.some((row) => isKnown(row, problem)));
    assert.deepEqual([...new Set(strange)], []);
  });

  for (const row of DIFFERENCES) {
    it(`differ from it where that is known: ${row.why}`, () => {
      assert.ok(answers.flatMap(problemsOf).some((problem) => isKnown(row, problem)));
    });
  }

  it("were asked of every endpoint that is served", async () => {
    const store = new Store();
    const deployments = createDeployments(store, { repositories: {} });
    const owner = { id: "tea-1", name: "", email: "", type: "team" } as const;
    const context = {
      store,
      deployments,
      databases: new DatastoreServers(startDatabase),
      keyValues: new DatastoreServers(startKeyValue),
      options: { repositories: {} },
      owner,
    };
    const { routes } = createApp(context, new Faults(), "");
    await deployments.stop();
    // Lists of what is not there are not in the excerpt; official-clients.test.ts asks them.
    const empty = new Set(EMPTY_LISTS.map((target) => `/v1${target}`));
    const served = routes.filter(({ method, path }) => method !== "ALL" && !empty.has(path));
    const fits = (pattern: string, target: string): boolean =>
      new RegExp(`^${pattern.replace(/^\/v1/, "").replace(/:[a-z]+/g, "[^/]+")}(\\?.*)?$`).test(target);
    const unasked = served.filter(
      (route) => !answers.some(({ method, target }) => method === route.method && fits(route.path, target)),
    );
    assert.deepEqual(
      unasked.map(({ method, path: pattern }) => `${method} ${pattern}`),
      [],
    );
  });

  it("would be found out if a field were missing", () => {
    const answered = answers.find(({ method, target }) => method === "GET" && target === "/users");
    assert.ok(answered);
    const { email: _, ...rest } = answered.body;
    assert.deepEqual(described.problems("GET", "/users", 200, rest), [
      " must have required property 'email'",
    ]);
  });
});
