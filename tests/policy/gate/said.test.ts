import assert from "node:assert/strict";
import { policies } from "../../../policy/policies";
import { keyValue, privateService } from "./eighteenth-form";
import { registeredOf } from "./eighteenth-program";
import { judgedProgram, type Registered } from "./program";
import { api, jobs, nightly } from "./rooms/orchard-programs";

type Resources = Parameters<typeof registeredOf>[0]["resources"];

const said = (resources: Resources, of: string, change = (one: Registered): Registered => one) => {
  const {
    undecided = "",
    rejected = [],
    advised = [],
  } = judgedProgram(registeredOf({ resources }).map(change)).get(of) ?? {};
  return { undecided, rejected: rejected.join("\n"), advised: advised.join("\n") };
};

/** An output of the store as the engine shows it in the preview that makes it. */
const pending = (): object =>
  Object.defineProperty({ idOf: "cache" }, "value", {
    enumerable: true,
    get: () => {
      throw new Error("value can't be known during preview");
    },
  });

const withPending =
  (...names: readonly string[]) =>
  (one: Registered): Registered => {
    if (one.name !== "api") return one;
    const envVars = { ...(one.props.envVars as object) };
    return {
      ...one,
      props: {
        ...one.props,
        envVars: Object.assign(envVars, Object.fromEntries(names.map((name) => [name, pending()]))),
      },
    };
  };

const cache = (region = "frankfurt") =>
  keyValue({ name: "orchard-cache", plan: "starter", region, maxMemoryPolicy: "noeviction" });

describe("what the gate says", () => {
  it("names no service as missing that asks itself", () => {
    const { undecided, rejected } = said({ api: api({ SELF_URL: "http://orchard-api:8000/tasks" }) }, "api");
    assert.doesNotMatch(undecided + rejected, /no service here is called|SELF_URL/);
  });

  it("says of a service that asks itself at another port what it listens on", () => {
    const { undecided, rejected } = said({ api: api({ SELF_URL: "http://orchard-api:9000/tasks" }) }, "api");
    assert.match(undecided + rejected, /SELF_URL[^\n]*8000/);
  });

  it("rejects https to an internal name in a command", () => {
    const { rejected } = said(
      { api: api(), nightly: nightly("curl -fsS https://orchard-api:8000/flush") },
      "nightly",
    );
    assert.match(rejected, /nightly \(startCommand\)[^\n]*`http:\/\/`[^\n]*Write `http:\/\/`/);
  });

  it("leaves https in a command undecided, to a service that may decrypt by itself", () => {
    const { rejected, undecided } = said(
      {
        engine: privateService({
          name: "engine",
          plan: "starter",
          region: "frankfurt",
          startCommand: "./engine",
          runtimeSource: {
            nativeRuntime: {
              runtime: "go",
              buildCommand: "go build",
              repoUrl: "https://github.com/a/b",
              branch: "main",
            },
          },
          envVars: { PORT: { value: "8443" } },
        }),
        nightly: nightly("curl -fsS https://engine:8443/flush"),
      },
      "nightly",
    );
    assert.equal(rejected, "");
    assert.match(undecided, /nightly \(startCommand\): not decided, [^\n]*by https/);
  });

  it("says nothing of https to a name outside", () => {
    const { rejected, undecided } = said(
      { api: api(), nightly: nightly("curl -fsS https://hooks.example.com/flush") },
      "nightly",
    );
    assert.equal(rejected + undecided, "");
  });

  it("says in which region a store is whose address is not known yet, and what to do", () => {
    const { undecided } = said({ cache: cache("oregon"), api: api() }, "api", withPending("REDIS_URL"));
    assert.match(
      undecided,
      /envVars\.REDIS_URL[^\n]*orchard-cache[^\n]*oregon[^\n]*Put both into one region/,
    );
  });

  it("says once of several variables that they are not known yet", () => {
    const { undecided } = said(
      { cache: cache(), api: api() },
      "api",
      withPending("REDIS_URL", "CELERY_BROKER_URL", "CACHE_URL"),
    );
    const lines = undecided.split("\n").filter((line) => line.includes("known only after the deployment"));
    assert.equal(lines.length, 1, undecided);
    for (const name of ["REDIS_URL", "CELERY_BROKER_URL", "CACHE_URL"])
      assert.match(lines[0] ?? "", new RegExp(`envVars\\.${name}\\b`));
  });

  it("says of what it cannot decide that nothing is found wrong with it", () => {
    const { description } = policies().find(({ name }) => name === "undecided") ?? {};
    assert.match(description ?? "", /not decided.*nothing is found wrong/i);
  });

  it("keeps what is not decided of workers apart", () => {
    const { undecided } = said({ api: api(), jobs: jobs("celery -A orchard worker") }, "jobs");
    assert.match(undecided, /^orchard-jobs|^jobs \(startCommand\): not decided/m);
  });
});
