import assert from "node:assert/strict";
import type { EnvironmentServiceArgs } from "../../components/environment-types";
import { Migrating, migratingFirst } from "../../components/migrating";

const args = (given: object): EnvironmentServiceArgs => given as EnvironmentServiceArgs;
const api = { key: "api", args: args({ driver: "asyncpg", preDeploy: "alembic upgrade head" }) };
const jobs = { key: "jobs", args: args({ driver: "asyncpg" }) };
const site = { key: "site", args: args({ type: "static" }) };

describe("Services of one database", () => {
  it("are deployed after the one that migrates it, each in its order else", () => {
    const order = (services: readonly { readonly key: string; readonly args: EnvironmentServiceArgs }[]) =>
      migratingFirst(services).map(({ key }) => key);
    assert.deepEqual(order([jobs, site, api]), ["api", "jobs", "site"]);
    assert.deepEqual(order([site, jobs]), ["site", "jobs"]);
  });

  it("wait for its verification, and those of another database, or of none, do not", () => {
    const verification = {} as never;
    const migrating = new Migrating();
    migrating.add(jobs.args, {} as never);
    assert.deepEqual(migrating.before(jobs.args), []);
    migrating.add(api.args, verification);
    assert.deepEqual(migrating.before(jobs.args), [verification]);
    assert.deepEqual(migrating.before(site.args), []);
    assert.deepEqual(migrating.before(api.args), []);
    assert.deepEqual(migrating.before(args({ driver: "asyncpg", database: "reports" })), []);
  });

  it("wait where one of several databases is one that it may migrate", () => {
    const verification = {} as never;
    const migrating = new Migrating("main");
    const two = { A_URL: "main", B_URL: { database: "reports", driver: "psycopg" } };
    migrating.add(args({ databases: two, preDeploy: "alembic upgrade head" }), verification);
    assert.deepEqual(migrating.before(args({ databases: { C_URL: "reports" } })), [verification]);
    assert.deepEqual(migrating.before(jobs.args), [verification]);
    assert.deepEqual(migrating.before(args({ driver: "asyncpg", database: "archive" })), []);
  });
});
