import assert from "node:assert/strict";
import { idleReasons, stackDifferences } from "../../../cli/promote/differences";

const CANARY = "c4nary-v4lue-of-a-secret";

const staging = {
  stack: "staging",
  values: {
    "portcullis:service": {
      name: "shop-staging",
      plan: "starter",
      port: 8000,
      environment: { LOG_LEVEL: "info", API_KEY: CANARY, STRIPE: `${CANARY}-1`, COPY: `see ${CANARY}` },
    },
    "portcullis:databasePassword": `${CANARY}-same`,
    "portcullis:promotion": { from: "development" },
    "render:apiKey": `${CANARY}-key`,
  },
  secretPlaces: ["portcullis:databasePassword", "render:apiKey", "portcullis:service.environment.STRIPE"],
};

const production = {
  stack: "production",
  values: {
    "portcullis:service": {
      name: "shop",
      plan: "standard",
      port: 8000,
      environment: { API_KEY: `${CANARY}-other`, STRIPE: `${CANARY}-2`, EXTRA: "yes" },
    },
    "portcullis:databasePassword": `${CANARY}-same`,
    "portcullis:promotion": { from: "staging" },
  },
  secretPlaces: ["portcullis:databasePassword", "portcullis:service.environment.STRIPE"],
};

describe("The differences of two stacks", () => {
  const reasons = {
    "service.plan": "more traffic",
    "service.environment": "each its own",
    "service.port": "no",
  };
  const found = stackDifferences(staging, production, reasons);
  const byKey = new Map(found.map(({ key, ...rest }) => [key, rest]));

  it("show which databases a service has: a variable there has a name, and no URL", () => {
    const side = (stack: string, databases: object) => ({
      ...{ stack, secretPlaces: [] },
      values: { "portcullis:services": { api: { databases } } },
    });
    const one = side("staging", { DATABASE_URL: "main", REPORTS_DATABASE_URL: "reports" });
    const other = side("production", {
      DATABASE_URL: "main",
      REPORTS_DATABASE_URL: { database: "archive", driver: "psycopg" },
    });
    const at = "services.api.databases.REPORTS_DATABASE_URL";
    assert.deepEqual(stackDifferences(one, other, {}), [
      { key: at, is: "missing", secret: false, missingIn: "production", from: "reports" },
      { key: `${at}.database`, is: "missing", secret: false, missingIn: "staging", to: "archive" },
      { key: `${at}.driver`, is: "missing", secret: false, missingIn: "staging", to: "psycopg" },
    ]);
  });

  it("have each key with what both stacks have, and its reason", () => {
    assert.deepEqual(byKey.get("service.name"), {
      ...{ is: "different", secret: false, from: "shop-staging", to: "shop" },
    });
    assert.deepEqual(byKey.get("service.plan"), {
      ...{ is: "different", secret: false, from: "starter", to: "standard", reason: "more traffic" },
    });
    assert.equal(byKey.has("service.port"), false);
  });

  it("say which stack lacks a key", () => {
    assert.equal(byKey.get("service.environment.LOG_LEVEL")?.missingIn, "production");
    assert.equal(byKey.get("service.environment.EXTRA")?.missingIn, "staging");
    assert.equal(byKey.get("service.environment.EXTRA")?.reason, "each its own");
  });

  it("have secrets as equal, different or missing, and what a name says to be one", () => {
    const { API_KEY, STRIPE, password, key } = {
      API_KEY: byKey.get("service.environment.API_KEY"),
      STRIPE: byKey.get("service.environment.STRIPE"),
      password: byKey.get("databasePassword"),
      key: byKey.get("render:apiKey"),
    };
    const states = [API_KEY, STRIPE, password, key].map((one) => [one?.secret, one?.is]);
    assert.deepEqual(states, [
      [true, "different"],
      [true, "different"],
      [true, "equal"],
      [true, "missing"],
    ]);
  });

  it("hold no secret, in a plain value neither", () => {
    assert.doesNotMatch(JSON.stringify(found), /c4nary/);
    assert.equal(byKey.get("service.environment.COPY")?.from, "see ***");
  });

  it("say nothing of what a stack alone has to say, and name the reasons that nothing needs", () => {
    assert.deepEqual(
      found.filter(({ key }) => key.startsWith("promotion")),
      [],
    );
    assert.deepEqual(idleReasons(found, reasons), ["service.port"]);
  });
});
