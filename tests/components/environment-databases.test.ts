import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Environment } from "../../components/environment";
import { environmentArgs } from "../../components/environment-args";
import type { EnvironmentArgs } from "../../components/environment-types";
import { parseConfiguration } from "../../config";
import type { Stack } from "../../config/stack";

type Values = Readonly<Record<string, unknown>>;

/** A registered resource. */
interface Made {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

const REF = "abcdefghijklmnopqrst";
const POOLER = "aws-0-us-west-1.pooler.supabase.com";
const python = {
  repository: "https://github.com/acme/shop",
  runtime: "python",
  region: "oregon",
  start: "python main.py",
};
const secrets = { password: "p", adminPassword: "a" };
const main = {
  supabase: { projectRef: REF, poolerHost: POOLER, connection: "transaction" },
  role: "shop",
  ...secrets,
};
const reports = { host: "db.reports", role: "shop", schemas: ["reports"], ...secrets };

/** A secret input as the engine gets it. */
function secretOf<T>(input: unknown): T {
  const { "4dabf18193072939515e22adb298388d": signature, value } = input as Record<string, unknown>;
  assert.equal(signature, "1b47061264138c4ac30d75fd1eb44270", `${JSON.stringify(input)} is no secret`);
  return value as T;
}

/** Declares a stack's environment and returns what was registered. */
async function declared(values: Values): Promise<readonly Made[]> {
  const configuration = parseConfiguration({ stack: "staging", values, secretsSet: [] });
  const databaseSecrets = Object.fromEntries(
    Object.keys(configuration.databases).map((name) => [
      name,
      { password: pulumi.secret(`pass-${name}`), adminPassword: pulumi.secret("adm1n") },
    ]),
  );
  const stack = {
    ...{ name: "staging", environmentName: "shop", configuration, secretKeys: [], databaseSecrets },
    render: { apiKey: undefined, host: undefined, ownerId: undefined },
  } as unknown as Stack;
  return registered(environmentArgs(stack));
}

async function registered(args: EnvironmentArgs): Promise<readonly Made[]> {
  const made: Made[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        made.push({ type, name, inputs });
        const state = { ...inputs, deployId: "dep-1", url: "", login: `${inputs.role ?? "none"}_1` };
        return { id: `${name}-id`, state };
      },
      call: () => ({}),
    },
    "shop",
    "staging",
  );
  const { services } = new Environment("shop", args);
  await new Promise((resolve) => services.apply(resolve));
  return made;
}

const named = (made: readonly Made[], type: string): readonly string[] =>
  made.filter((one) => one.type.endsWith(`:${type}`)).map(({ name }) => name);

function inputsOf(made: readonly Made[], name: string): Made["inputs"] {
  const found = made.find((one) => one.name === name);
  assert.ok(found, `${name} among ${made.map((one) => one.name)}`);
  return found.inputs;
}

const urlsOf = (made: readonly Made[], name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(secretOf<Record<string, { value: string }>>(inputsOf(made, name).envVars)).map(
      ([key, { value }]) => [key, value],
    ),
  );

describe("An environment whose service has several databases", () => {
  after(() => pulumi.runtime.resetOptions("project", "stack", -1, "", "", false, ""));

  const api = {
    ...{ ...python, driver: "sqlalchemy-asyncpg", driverSettings: { statement_cache_size: "0" } },
    databases: {
      DATABASE_URL: "main",
      DIRECT_URL: { database: "main", driver: "psycopg2", connection: "session" },
      REPORTS_URL: { database: "reports", driver: "psycopg" },
    },
  };
  const worker = { ...python, type: "worker", driver: "asyncpg", database: "reports" };
  let made: readonly Made[];
  before(async () => {
    made = await declared({ services: { api, worker }, databases: { main, reports } });
  });

  it("gives each variable a secret URL that its driver reads, with the login of its database's role", () => {
    assert.deepEqual(urlsOf(made, "shop-api-service-web"), {
      PORT: "8000",
      DATABASE_URL: `postgresql+asyncpg://shop_1.${REF}:pass-main@${POOLER}:6543/postgres?ssl=require`,
      DIRECT_URL: `postgresql://shop_1.${REF}:pass-main@${POOLER}:5432/postgres?sslmode=require`,
      REPORTS_URL: "postgresql://shop_1:pass-reports@db.reports:5432/postgres",
    });
    assert.deepEqual(urlsOf(made, "shop-worker-service-worker"), {
      DATABASE_URL: "postgresql://shop_1:pass-reports@db.reports:5432/postgres",
    });
  });

  it("makes one role in each database, whichever services and variables reach it", () => {
    assert.deepEqual(named(made, "DatabaseRole").toSorted(), [
      "shop-main-database-role",
      "shop-reports-database-role",
    ]);
    assert.deepEqual(named(made, "DatabaseConnection"), [
      "shop-main-database",
      "shop-reports-database",
      "shop-api-DIRECT_URL",
      "shop-worker-database",
    ]);
  });

  it("declares to the policy pack which driver reads which variable, and by which variable each connection is reached", () => {
    const { driver, driverSettings, drivers } = inputsOf(made, "shop-api-service");
    assert.deepEqual([driver, driverSettings], ["sqlalchemy-asyncpg", { statement_cache_size: "0" }]);
    assert.deepEqual(drivers, {
      REPORTS_URL: { driver: "psycopg", driverSettings: {} },
      DIRECT_URL: { driver: "psycopg2", driverSettings: {} },
    });
    const connection = (name: string) => {
      const { variables, driver: of, mode } = inputsOf(made, name);
      return { variables, driver: of, mode };
    };
    assert.deepEqual(connection("shop-main-database"), {
      ...{ variables: undefined, driver: "sqlalchemy-asyncpg", mode: "transaction" },
    });
    assert.deepEqual(connection("shop-api-DIRECT_URL"), {
      ...{ variables: ["DIRECT_URL"], driver: "psycopg2", mode: "session" },
    });
    assert.deepEqual(connection("shop-reports-database"), {
      ...{ variables: ["REPORTS_URL"], driver: "psycopg", mode: "session" },
    });
  });

  it("has each URL verified, with what is expected of its role", () => {
    const { databaseUrl, databases, driver, access } = inputsOf(made, "shop-api-verification");
    const { DATABASE_URL, DIRECT_URL, REPORTS_URL } = urlsOf(made, "shop-api-service-web");
    assert.deepEqual([secretOf(databaseUrl), driver], [DATABASE_URL, "sqlalchemy-asyncpg"]);
    assert.deepEqual(access, { privileges: "read-write", schemas: ["public"] });
    assert.deepEqual(secretOf(databases), {
      REPORTS_URL: {
        ...{ url: REPORTS_URL, driver: "psycopg" },
        access: { privileges: "read-write", schemas: ["reports"] },
      },
      DIRECT_URL: {
        ...{ url: DIRECT_URL, driver: "psycopg2" },
        access: { privileges: "read-write", schemas: ["public"] },
      },
    });
  });

  it("leaves what a stack of one database registers as it is: same names, no new key", async () => {
    const { databases: _, ...one } = api;
    const short = await declared({ services: { api: { ...one, database: "main" } }, databases: { main } });
    const long = await declared({
      services: { api: { ...one, databases: { DATABASE_URL: "main" } } },
      databases: { main },
    });
    assert.deepEqual(long, short);
    const keys = [
      ...Object.keys(inputsOf(short, "shop-api-service")),
      ...Object.keys(inputsOf(short, "shop-main-database")),
      ...Object.keys(inputsOf(short, "shop-api-verification")),
    ];
    for (const key of ["drivers", "variables", "databases"]) assert.ok(!keys.includes(key), key);
  });

  it("takes one database by a variable of another name, in the short form", async () => {
    const service = { ...python, name: "api", driver: "asyncpg", databases: { POSTGRES_URL: "reports" } };
    const one = await declared({ service, databases: { reports } });
    assert.deepEqual(Object.keys(urlsOf(one, "shop-service-web")).toSorted(), ["PORT", "POSTGRES_URL"]);
    assert.deepEqual(named(one, "DatabaseConnection"), ["shop-database"]);
  });

  const refused: readonly [string, object, RegExp][] = [
    [
      "a database that is not there",
      { databases: { A_URL: "man" } },
      /the service api has the variable A_URL: expected its `database` \(main\), got `man`/,
    ],
    [
      "a variable that no driver reads",
      { driver: undefined, databases: { A_URL: "main" } },
      /the service api has the variable A_URL: expected the `driver` that reads it, got none/,
    ],
    [
      "a mode of a database that is not at Supabase",
      { databases: { A_URL: { database: "main", connection: "session" } } },
      /A_URL: `connection` is of a database at Supabase, and main has no `supabase`/,
    ],
  ];
  for (const [what, change, expected] of refused) {
    it(`says in one sentence what is wrong with ${what}`, async () => {
      const service = { ...python, driver: "asyncpg", ...change } as never;
      const args = { services: { api: service }, databases: { main: { host: "h", role: "r", ...secrets } } };
      await assert.rejects(registered(args), expected);
    });
  }
});
