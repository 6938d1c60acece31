import assert from "node:assert/strict";
import { ConfigurationError, parseConfiguration } from "../../config";

const code = { repository: "https://github.com/acme/shop" };
const python = { ...code, runtime: "python", region: "oregon", start: "python main.py" };
const server = { host: "db.shop.internal", role: "shop", manageRole: false };

const services = {
  api: { ...python, driver: "asyncpg", database: "main", environment: { LOG_LEVEL: "debug" } },
  worker: { ...python, type: "worker", driver: "psycopg", database: "main", verify: { log: "ready" } },
  nightly: { ...python, type: "cron", schedule: "0 3 * * *", driver: "psycopg2", database: "reports" },
  internal: { ...python, type: "private", port: 9000, name: "shop-internal" },
  site: { ...code, type: "static", build: "npm run build", publishPath: "dist" },
};
const databases = { main: { ...server, password: "a" }, reports: { url: "postgresql://u:c4nary@h/d" } };
const several = { services, databases, environment: { LOG_LEVEL: "info", REGION: "west" } };

type Values = Record<string, unknown>;

function problems(values: Values, secretsSet: readonly string[] = []): readonly string[] {
  try {
    parseConfiguration({ stack: "staging", values, secretsSet });
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigurationError, String(error));
    return error.problems;
  }
}

const changed = (key: keyof typeof services, change: Values): Values => ({
  ...several,
  services: { ...services, [key]: { ...services[key], ...change } },
});

describe("a stack of several services", () => {
  const parsed = parseConfiguration({ stack: "staging", values: several, secretsSet: [] });

  it("has them in the file's order, a web service where nothing else is said, called by their keys", () => {
    assert.deepEqual(
      parsed.services.map(({ key, type, name }) => [key, type, name]),
      [
        ["api", "web", "api"],
        ["worker", "worker", "worker"],
        ["nightly", "cron", "nightly"],
        ["internal", "private", "shop-internal"],
        ["site", "static", "site"],
      ],
    );
  });

  it("gives every one the shared variables, and lets its own win", () => {
    const [api, worker] = parsed.services;
    assert.deepEqual(api?.environment, { LOG_LEVEL: "debug", REGION: "west" });
    assert.deepEqual(worker?.environment, { LOG_LEVEL: "info", REGION: "west" });
  });

  it("knows which database each uses, and keeps the databases' secrets out", () => {
    const used = parsed.services.map((service) => ("database" in service ? service.database : undefined));
    assert.deepEqual(used, ["main", "main", "reports", undefined, undefined]);
    assert.deepEqual(Object.keys(parsed.databases), ["main", "reports"]);
    assert.ok(!JSON.stringify(parsed).includes("c4nary"));
  });

  it("gives the one database to all that declare a driver", () => {
    const { database: _, ...api } = services.api;
    const values = { services: { api, internal: services.internal }, database: server };
    const one = parseConfiguration({ stack: "staging", values, secretsSet: ["databasePassword"] });
    assert.deepEqual(
      one.services.map((service) => "database" in service && service.database),
      ["main", undefined],
    );
  });

  it("needs no database where no service has a driver, in the short form too", () => {
    assert.deepEqual(problems({ services: { site: services.site } }), []);
    assert.deepEqual(problems({ service: { ...services.site, name: "site" } }), []);
    assert.deepEqual(problems({ service: { ...python, name: "api" } }), []);
  });

  it("takes an image without a repository, and a Dockerfile without a start command", () => {
    const {
      repository: _,
      start: __,
      ...image
    } = { ...python, runtime: "image", image: "ghcr.io/acme/api:1" };
    assert.deepEqual(problems({ services: { api: image } }), []);
    const docker = { ...code, runtime: "docker", region: "oregon", dockerfile: "./api/Dockerfile" };
    assert.deepEqual(problems({ services: { api: docker } }), []);
  });

  const refused: readonly [string, Values, RegExp][] = [
    ["both forms", { ...several, service: { ...python, name: "x" } }, /^portcullis:services: .*got both/],
    ["neither form", { databases }, /^portcullis:service: expected a service, or `services`, got none/m],
    ["no service", { services: {} }, /services: expected at least one service/],
    [
      "the short form's verification",
      { ...several, verify: {} },
      /verify: expected `verify` inside each of `services`/,
    ],
    [
      "a type's slip",
      changed("worker", { type: "wroker" }),
      /services\.worker\.type: expected a type .*Did you mean `worker`/,
    ],
    [
      "a worker's port",
      changed("worker", { port: 80 }),
      /services\.worker\.port: a service of type worker has no `port`; web, private have one/,
    ],
    [
      "a key's slip",
      changed("nightly", { shedule: "x" }),
      /nightly\.shedule: unknown key\. Did you mean `schedule`/,
    ],
    [
      "a check of another kind",
      changed("worker", { verify: { endpoints: [] } }),
      /worker\.verify\.endpoints: unknown key/,
    ],
    [
      "a schedule that is none",
      changed("nightly", { schedule: "daily" }),
      /nightly\.schedule: expected a schedule of five fields/,
    ],
    [
      "a missing start command",
      changed("worker", { start: undefined }),
      /worker\.start: expected a value, got none/,
    ],
    [
      "a site without a repository",
      changed("site", { repository: undefined }),
      /site\.repository: expected a value/,
    ],
    [
      "an image beside a runtime",
      changed("api", { image: "a" }),
      /api\.image: expected `runtime: image` with it/,
    ],
    [
      "a Dockerfile beside a runtime",
      changed("api", { dockerfile: "a" }),
      /api\.dockerfile: expected `runtime: docker`/,
    ],
    [
      "a database's slip",
      changed("api", { database: "mains" }),
      /api\.database: .*got `mains`\. Did you mean `main`/,
    ],
    [
      "no choice of database",
      changed("api", { database: undefined }),
      /api\.database: expected the database that `driver` reaches.*main, reports/,
    ],
    [
      "a database without a driver",
      changed("internal", { database: "main" }),
      /internal\.driver: expected the driver/,
    ],
    [
      "a database that nobody uses",
      changed("nightly", { database: "main" }),
      /databases\.reports: expected a service that uses it/,
    ],
    ["two of one name", changed("worker", { name: "api" }), /worker\.name: .*`services\.api`'s too/],
    [
      "a key that is no name",
      { services: { "a b": services.site } },
      /services\.a b: expected a key of letters/,
    ],
    [
      "a secret that is missing",
      { ...several, databases: { ...databases, main: server } },
      /pulumi config set -s staging --secret --path 'portcullis:databases\.main\.password'/,
    ],
    [
      "the one database's key beside several",
      { ...several, database: server },
      /database: expected `databases\.NAME` beside `databases`/,
    ],
    [
      "a database that is nowhere",
      { ...several, databases: { ...databases, main: { password: "x", manageRole: false } } },
      /databases\.main: expected `supabase`, `host` or/,
    ],
  ];
  for (const [what, values, expected] of refused) {
    it(`is refused for ${what}`, () => {
      const found = problems(values);
      assert.match(found.join("\n"), expected);
      assert.equal(found.length, 1, found.join("\n"));
    });
  }

  it("is refused with all of it at once, and shows no secret", () => {
    const values = {
      services: { ...services, worker: { type: "worker", port: 1, environment: { KEY: ["c4nary"] } } },
      databases: { ...databases, main: { host: "h", url: ["c4nary"], role: 3 } },
    };
    const found = problems(values, ["databaseUrl"]).join("\n");
    for (const key of [
      "worker.port",
      "worker.repository",
      "worker.start",
      "worker.runtime",
      "worker.region",
    ]) {
      assert.ok(found.includes(`services.${key}:`), `${key} in:\n${found}`);
    }
    assert.match(found, /databases\.main\.url: .*a list/);
    assert.match(found, /databases\.main\.role: .*got 3/);
    assert.match(found, /databaseUrl: expected `databases\.NAME\.url` beside `databases`/);
    assert.ok(!found.includes("c4nary"), found);
  });
});

describe("a service of several databases", () => {
  const two = { DATABASE_URL: "main", REPORTS_URL: { database: "reports", driver: "psycopg" } };
  const { database: _, ...undecided } = services.api;
  const api = { ...undecided, driverSettings: { statement_cache_size: 0 }, databases: two };
  const values = { services: { api }, databases };
  const parsedOf = (one: Values) =>
    parseConfiguration({ stack: "staging", values: one, secretsSet: [] }).services.map((service) =>
      "databases" in service ? service.databases : undefined,
    );
  const own = { driver: "asyncpg", driverSettings: { statement_cache_size: "0" } };

  it("has each by its variable, with the driver and the settings that read it", () => {
    const [parsed] = parsedOf(values);
    assert.deepEqual(parsed, {
      DATABASE_URL: { database: "main", ...own },
      REPORTS_URL: { database: "reports", driver: "psycopg", driverSettings: {} },
    });
    assert.deepEqual(Object.keys(parsed ?? {}), ["DATABASE_URL", "REPORTS_URL"]);
  });

  it("may have one by a variable of another name, or one twice for two drivers, in the short form too", () => {
    const main = { main: databases.main };
    const twice = { POSTGRES_URL: "main", MIGRATION_URL: { database: "main", driver: "psycopg2" } };
    const service = { ...api, name: "api", databases: twice };
    assert.deepEqual(parsedOf({ service, databases: main }), [
      {
        POSTGRES_URL: { database: "main", ...own },
        MIGRATION_URL: { database: "main", driver: "psycopg2", driverSettings: {} },
      },
    ]);
  });

  it("is the same as the short form, where it names DATABASE_URL alone", () => {
    const short = { ...several, services: { ...services, api: { ...undecided, database: "main" } } };
    const long = {
      ...several,
      services: { ...services, api: { ...undecided, databases: { DATABASE_URL: "main" } } },
    };
    assert.deepEqual(parsedOf(long), parsedOf(short));
  });

  const refused: readonly [string, Values, readonly string[]][] = [
    [
      "a database's slip",
      { databases: { ...two, DATABASE_URL: "mains" } },
      ["services.api.databases.DATABASE_URL: expected one of `databases`, got `mains`. Did you mean `main`?"],
    ],
    [
      "a URL in a name's place, which is not shown",
      { databases: { ...two, DATABASE_URL: "postgresql://u:c4nary@h/d" } },
      [
        "services.api.databases.DATABASE_URL: expected one of `databases`, got a connection URL. " +
          "Type it as the secret `portcullis:databases.NAME.url`, and write NAME here.",
      ],
    ],
    [
      "the short form beside it",
      { database: "main" },
      ["services.api.databases: expected `database` for one or `databases` for several, got both."],
    ],
    [
      "the short form of the one database that the long one does not name",
      { database: "main", databases: { REPORTS_URL: "reports" } },
      ["services.api.databases: expected `database` for one or `databases` for several, got both."],
    ],
    [
      "a list",
      { databases: ["main", "reports"] },
      ["services.api.databases: expected a mapping of variables to databases, got a list."],
    ],
    [
      "what is neither a name nor a mapping",
      { databases: { ...two, DATABASE_URL: null } },
      [
        "services.api.databases.DATABASE_URL: expected a database's name, or a mapping of `database` and its `driver`, got nothing.",
      ],
    ],
    [
      "slips inside a mapping, each at its key",
      { databases: { ...two, REPORTS_URL: { databse: "reports", driver: "psycopgg", driverSettings: [] } } },
      [
        "services.api.databases.REPORTS_URL.database: expected a value, got none.",
        "services.api.databases.REPORTS_URL.driver: expected a driver that Portcullis knows (…), got `psycopgg`. Did you mean `psycopg`?",
        "services.api.databases.REPORTS_URL.driverSettings: expected a mapping of settings, got a list.",
        "services.api.databases.REPORTS_URL.databse: unknown key. Did you mean `database`?",
      ],
    ],
    [
      "a mode that there is not, and one of a database that is not at Supabase",
      {
        databases: {
          DATABASE_URL: { database: "main", connection: "sesion" },
          REPORTS_URL: { database: "reports", connection: "session" },
        },
      },
      [
        "services.api.databases.DATABASE_URL.connection: expected a connection (direct, session, transaction), got `sesion`. Did you mean `session`?",
        "services.api.databases.DATABASE_URL.connection: expected a database with `supabase`, got `main`.",
        "services.api.databases.REPORTS_URL.connection: expected a database with `supabase`, got `reports`.",
      ],
    ],
    [
      "names that no variable for a URL has",
      { databases: { ...two, "REPORTS-URL": "reports", PORT: "main" } },
      [
        "services.api.databases.REPORTS-URL: expected a variable's name: letters, digits and _, no digit first.",
        "services.api.databases.PORT: expected a variable for a URL; PORT is the service's port.",
      ],
    ],
    [
      "a variable that is set elsewhere too",
      { environment: { REPORTS_URL: "c4nary" }, secrets: ["DATABASE_URL"] },
      [
        "services.api.databases.DATABASE_URL: expected the variable here alone, got it in `services.api.secrets` too.",
        "services.api.databases.REPORTS_URL: expected the variable here alone, got it in `services.api.environment.REPORTS_URL` too.",
        "services.api.environment.DATABASE_URL: expected a secret, got none. " +
          "Type `pulumi config set -s staging --secret --path 'portcullis:services.api.environment.DATABASE_URL'`.",
      ],
    ],
    [
      "a variable without a driver",
      { driver: undefined },
      ["services.api.driver: expected the driver that reads DATABASE_URL, got none."],
    ],
    [
      "a database that nobody uses",
      { databases: { DATABASE_URL: "main" } },
      ["databases.reports: expected a service that uses it, by its `driver` or `databases`, got none."],
    ],
    [
      "no variable",
      { databases: {} },
      [
        "databases.main: expected a service that uses it, by its `driver` or `databases`, got none.",
        "databases.reports: expected a service that uses it, by its `driver` or `databases`, got none.",
        "services.api.databases: expected at least one variable and its database, such as `DATABASE_URL: main`, got none.",
      ],
    ],
  ];
  for (const [what, change, expected] of refused) {
    it(`is refused for ${what}`, () => {
      const found = problems({ ...values, services: { api: { ...api, ...change } } });
      const short = found.map((problem) =>
        problem.replace("portcullis:", "").replace(/(knows) \([^)]*\)/, "$1 (…)"),
      );
      assert.deepEqual(short, expected);
    });
  }

  it("is refused for a variable that all services share, and where the stack has no database", () => {
    assert.deepEqual(problems({ ...values, environment: { REPORTS_URL: "x" } }), [
      "portcullis:services.api.databases.REPORTS_URL: expected the variable here alone, got it in `environment.REPORTS_URL` too.",
    ]);
    assert.deepEqual(problems({ services: { api } }), [
      "portcullis:databases: expected a value, got none: `services.api.databases` is there.",
    ]);
    assert.deepEqual(problems({ services: { site: { ...services.site, databases: two } }, databases }), [
      "portcullis:services.site.databases: a service of type static has no `databases`; web, private, worker, cron have one.",
    ]);
  });

  it("is refused where two databases make one role on one server, and not where a role is kept or servers differ", () => {
    const own = { role: "shop", password: "a", adminPassword: "b" };
    const stack = (one: Values, other: Values) =>
      problems({
        services: { api: { ...undecided, databases: { A_URL: "main", B_URL: "reports" } } },
        databases: { main: { ...own, ...one }, reports: { ...own, ...other } },
      });
    assert.deepEqual(stack({ host: "db", name: "a" }, { host: "db", port: 5432, name: "b" }), [
      "portcullis:databases.reports.role: expected a role that its server has once, got `shop`, which `databases.main` makes there too. " +
        "Name another one; or, for a second way to one database, give the service's variable a `connection`.",
    ]);
    assert.deepEqual(stack({ host: "db" }, { host: "db", manageRole: false }), []);
    assert.deepEqual(stack({ host: "db" }, { host: "db", role: "reports" }), []);
    assert.deepEqual(stack({ host: "db" }, { host: "db", port: 6000 }), []);
  });

  it("is refused for a URL as the short form's database, which is not shown", () => {
    const wrong = { ...undecided, database: "postgresql://u:c4nary@h/d" };
    assert.deepEqual(problems({ services: { api: wrong }, databases }), [
      "portcullis:services.api.database: expected one of `databases`, got a connection URL. " +
        "Type it as the secret `portcullis:databases.NAME.url`, and write NAME here.",
    ]);
  });
});

describe("the names of secret variables", () => {
  const named = {
    ...several,
    secrets: ["SENTRY_DSN"],
    services: { ...services, api: { ...services.api, secrets: ["JWT_SECRET", "LOG_LEVEL", "REGION"] } },
  };

  it("are asked for where nobody has set them, each with what to type", () => {
    assert.deepEqual(problems(named), [
      "portcullis:environment.SENTRY_DSN: expected a secret, got none. " +
        "Type `pulumi config set -s staging --secret --path 'portcullis:environment.SENTRY_DSN'`.",
      "portcullis:services.api.environment.JWT_SECRET: expected a secret, got none. " +
        "Type `pulumi config set -s staging --secret --path 'portcullis:services.api.environment.JWT_SECRET'`.",
    ]);
  });

  it("are nothing more once they are set", () => {
    const { api } = named.services;
    const environment = { ...several.environment, SENTRY_DSN: "a" };
    const own = { ...api, environment: { ...api.environment, JWT_SECRET: "b" } };
    assert.deepEqual(problems({ ...named, environment, services: { ...named.services, api: own } }), []);
  });
});
