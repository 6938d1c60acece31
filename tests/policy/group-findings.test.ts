import assert from "node:assert/strict";
import { judgedProgram, type Registered, resourcesOf } from "./gate/program";
import { together } from "./gate/rejected";

const judged = (program: readonly Registered[]) => together(judgedProgram(program));

const SOUND =
  "postgresql://app.abcdefghijklmnopqrst:k3JqL9vX@aws-1-eu-central-1.pooler.supabase.com:5432/postgres";
const own = { DATABASE_URL: SOUND };
const group = { DATABASE_URL: "postgresql://postgres:k3JqL9vX@localhost:5432/app", SENTRY_DSN: "changeme" };
const ofGroup = /local-host: api-group \(envVars\.DATABASE_URL\)/;
const LINK = "render:index/envGroupLink:EnvGroupLink";

describe("an env group's value that a service replaces", () => {
  it("is no violation where each linked service sets its own, and other values of the group are", () => {
    const all = { group, variables: { ...own, SENTRY_DSN: "https://k@o1.ingest.sentry.io/1" } };
    assert.deepEqual(
      judged(resourcesOf("api", { ...all, others: [{ variables: all.variables }] })).rejected,
      [],
    );
    const { rejected } = judged(resourcesOf("api", { group, variables: own }));
    assert.equal(rejected.length, 1, rejected.join("\n"));
    assert.match(rejected.join(), /environment-placeholder: api-group \(envVars\.SENTRY_DSN\)/);
  });

  it("is none either where the service names the group itself, and one where it names another by a written id", () => {
    const naming = (envGroupIds: readonly unknown[]) =>
      resourcesOf("api", { group, variables: own })
        .filter(({ type }) => type !== LINK)
        // The group is there before what names it.
        .toSorted((a, b) => Number(b.name === "api-group") - Number(a.name === "api-group"))
        .map((each) =>
          each.name === "api-web" ? { ...each, props: { ...each.props, envGroupIds } } : each,
        ) as Registered[];
    const named = judged(naming([{ idOf: "api-group" }]));
    assert.doesNotMatch(named.rejected.join(), ofGroup);
    assert.match(named.rejected.join(), /environment-placeholder: api-group \(envVars\.SENTRY_DSN\)/);
    const { rejected, undecided } = judged(naming(["evg-1"]));
    assert.doesNotMatch(rejected.join(), ofGroup);
    const both =
      /api-group \(envVars\.DATABASE_URL, envVars\.SENTRY_DSN\): not decided, a service that is linked/;
    assert.match(undecided, both);
  });

  it("is a violation where one of several linked services has none of its own", () => {
    const { rejected } = judged(resourcesOf("api", { group, variables: own, others: [{}] }));
    assert.match(rejected.join(), ofGroup);
  });

  it("is a violation where no service is linked", () => {
    const program = resourcesOf("api", { group, variables: own });
    assert.match(judged(program.filter(({ type }) => type !== LINK)).rejected.join(), ofGroup);
  });

  it("is not decided where a link is written by its ids", () => {
    const byIds = { type: LINK, name: "link", props: { envGroupId: "evg-1", serviceIds: ["srv-1"] } };
    const { rejected, undecided } = judged([...resourcesOf("api", { group, variables: own }), byIds]);
    assert.doesNotMatch(rejected.join(), ofGroup);
    assert.match(undecided, /api-group \(envVars\.DATABASE_URL\): not decided, a service that is linked/);
  });

  it("is not decided where another group of the same service sets it too", () => {
    const program = resourcesOf("api", { group });
    const second = { ...program.find(({ name }) => name === "api-group"), name: "second" } as Registered;
    const third: Registered = {
      ...second,
      props: { name: "second", envVars: { DATABASE_URL: { value: SOUND } } },
    };
    const link: Registered = {
      type: LINK,
      name: "second-link",
      props: { envGroupId: { idOf: "second" }, serviceIds: [{ idOf: "api-web" }] },
    };
    const { rejected, undecided } = judged([...program, third, link]);
    assert.doesNotMatch(rejected.join(), /local-host/);
    assert.match(undecided, /api-group \(envVars\.DATABASE_URL\): not decided/);
  });
});
