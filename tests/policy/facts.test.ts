import assert from "node:assert/strict";
import { describeFinding, factsOf, judge } from "../../domain";
import { FactReader, type ReadResource } from "../../policy/facts";
import { PREVIEW_RULES } from "../../rules";

const urn = (type: string, name: string) => `urn:pulumi:production::acme::${type}::${name}`;
const SERVICE = "portcullis:index:Service";
const WEB = "render:index/webService:WebService";
const GROUP = "render:index/envGroup:EnvGroup";
const DATABASE = "portcullis:index:DatabaseConnection";
const HOST = "aws-0-us-west-1.pooler.supabase.com";

function resource(type: string, name: string, props: object, parent?: string): ReadResource {
  return { type, urn: urn(type, name), props, opts: parent === undefined ? {} : { parent } };
}

/** The ids of the rules that a resource violates. */
function violated(reader: FactReader, read: ReadResource): readonly string[] {
  const facts = reader.read(read);
  return PREVIEW_RULES.filter((rule) => judge(rule, facts, { standardPort: 8000 }).findings.length > 0).map(
    ({ id }) => id,
  );
}

describe("the facts of a stack's resources", () => {
  it("are those of the component that a service stands in, also where its name begins with another's", () => {
    const reader = new FactReader();
    reader.read(resource(SERVICE, "api", { port: 8000, driver: "asyncpg" }));
    reader.read(resource(SERVICE, "api-v2", { port: 9000, driver: "psycopg" }));
    const facts = reader.read(resource(WEB, "api-v2-web", {}, urn(SERVICE, "api-v2")));
    assert.deepEqual(
      factsOf(facts, "driver").map(({ driver }) => driver),
      [{ known: true, value: "psycopg" }],
    );
    assert.deepEqual(
      factsOf(facts, "port").map(({ port }) => port),
      [{ known: true, value: 9000 }],
    );
  });

  it("reach a child through the components between", () => {
    const reader = new FactReader();
    reader.read(resource(SERVICE, "api", { port: 8000, driver: "asyncpg" }));
    reader.read(resource("acme:index:Wrapper", "between", {}, urn(SERVICE, "api")));
    const group = resource(
      GROUP,
      "shared",
      { envVars: { PORT: { value: "10000" } } },
      urn("acme:index:Wrapper", "between"),
    );
    assert.deepEqual(violated(reader, group), ["port/agreement"]);
  });

  it("of an env group hold the URL to the rules of Render", () => {
    const url = (text: string) => resource(GROUP, "shared", { envVars: { DATABASE_URL: { value: text } } });
    assert.deepEqual(violated(new FactReader(), url(`postgresql://u.abcdefghijklmnopqrst:p@${HOST}/d`)), []);
    assert.deepEqual(violated(new FactReader(), url("postgresql://u:p@localhost/d")), [
      "database/local-host",
    ]);
  });

  it("of a resource that is no service are what holds a secret or an address", () => {
    const left = (kind: string, props: object) =>
      violated(
        new FactReader(),
        resource(`render:index/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`, "one", props),
      );
    const placeholder = ["environment/placeholder"];
    assert.deepEqual(left("RegistryCredential", { username: "acme", authToken: "<token>" }), placeholder);
    assert.deepEqual(
      left("RegistryCredential", { username: "acme", authToken: "ghp_V7kq2LxZr8Tn4WcBm1Yd" }),
      [],
    );
    assert.deepEqual(left("LogStream", { endpoint: "logs.acme.io:514", token: "your-token" }), placeholder);
    assert.deepEqual(left("LogStream", { preview: "drop" }), []);
    assert.deepEqual(left("MetricsStream", { url: "https://example.com/otlp", token: "k" }), placeholder);
    assert.deepEqual(left("Webhook", { url: "https://hooks.acme.io/render" }), []);
    assert.deepEqual(left("StaticSite", { customDomains: [{ name: "www.yourdomain.com" }] }), placeholder);
    assert.deepEqual(left("StaticSite", { customDomains: [{ name: "www.acme.io" }] }), []);
    assert.deepEqual(left("StaticSite", { previews: { generation: "manual" } }), []);
    assert.deepEqual(left("StaticSite", { previews: { generation: "auto" } }), ["blueprint/unknown-value"]);
  });

  it("have the port of a secret file that the start command reads into its shell", () => {
    const ports = (startCommand: string, content = "PORT=9000") =>
      violated(
        new FactReader(),
        resource(WEB, "api", {
          startCommand,
          healthCheckPath: "/health",
          envVars: { PORT: { value: "8000" } },
          secretFiles: { "app.env": { content } },
        }),
      );
    const app = "uvicorn main:app --host 0.0.0.0 --port $PORT";
    const broken = ["port/agreement", "port/standard"];
    assert.deepEqual(ports(`set -a; . /etc/secrets/app.env; set +a; exec ${app}`), broken);
    assert.deepEqual(ports(`[ -f /etc/secrets/app.env ] && source /etc/secrets/app.env; ${app}`), broken);
    assert.deepEqual(ports(`. /etc/secrets/app.env && ${app}`, "PORT=8000"), []);
    assert.deepEqual(ports(`[ "$STAGE" = prod ] && . /etc/secrets/app.env; ${app}`), []);
    assert.deepEqual(ports(". /etc/secrets/app.env; uvicorn main:app --host 0.0.0.0 --port 8000"), []);
    assert.deepEqual(ports(app), []);
  });

  it("name the stack as the environment", () => {
    const database = (user: string) =>
      resource(DATABASE, "db", {
        host: HOST,
        port: 5432,
        user,
        database: "d",
        driver: "asyncpg",
        platform: "render",
      });
    assert.deepEqual(violated(new FactReader(), database("app.abcdefghijklmnopqrst")), []);
    assert.deepEqual(violated(new FactReader(), database("app_staging.abcdefghijklmnopqrst")), [
      "database/environment-name",
    ]);
  });

  it("of a service with several databases hold each variable's URL to its own driver, and name it", () => {
    const found = (urls: Readonly<Record<string, string>>, settings: object = {}) => {
      const reader = new FactReader();
      const drivers = { REPORTS_URL: { driver: "postgres-js", driverSettings: settings } };
      reader.read(resource(SERVICE, "api", { port: 8000, driver: "psycopg2", drivers }));
      const envVars = Object.fromEntries(Object.entries(urls).map(([name, value]) => [name, { value }]));
      const facts = reader.read(resource(WEB, "api-web", { envVars }, urn(SERVICE, "api")));
      return PREVIEW_RULES.filter(({ id }) => id.startsWith("database/")).flatMap((rule) =>
        judge(rule, facts, { standardPort: 8000 }).findings.map(
          (finding) => `${rule.id} ${describeFinding(finding)}`,
        ),
      );
    };
    const at = (port: number) => `postgresql://u.abcdefghijklmnopqrst:p@${HOST}:${port}/d?sslmode=require`;
    assert.deepEqual(found({ DATABASE_URL: at(6543), REPORTS_URL: at(5432) }), []);
    const [lost, ...more] = found({ DATABASE_URL: at(6543), REPORTS_URL: at(6543) });
    assert.deepEqual(more, []);
    assert.match(
      lost ?? "",
      /^database\/transaction-mode-statements api-web \(envVars\.REPORTS_URL\): postgres\.js in transaction mode/,
    );
    assert.deepEqual(found({ DATABASE_URL: at(6543), REPORTS_URL: at(6543) }, { prepare: "false" }), []);
    const [scheme] = found({ DATABASE_URL: at(5432), REPORTS_URL: at(5432).replace("ql:", "ql+asyncpg:") });
    assert.match(scheme ?? "", /^database\/url-malformed api-web \(envVars\.REPORTS_URL\): the URL's scheme/);
  });

  it("of a connection by a variable of another name say which one", () => {
    const staging = { host: "db.acme.internal", port: 5432, user: "app", database: "acme" };
    const own = { ...staging, driver: "asyncpg", otherEnvironments: { staging } };
    const violations = (props: object) => {
      const facts = new FactReader().read(resource(DATABASE, "shop-reports-database", props));
      return PREVIEW_RULES.flatMap((rule) =>
        judge(rule, facts, { standardPort: 8000 }).findings.map(describeFinding),
      );
    };
    assert.match(
      violations({ ...own, variables: ["REPORTS_URL", "METRICS_URL"] }).join(),
      /^shop-reports-database \(host, REPORTS_URL, METRICS_URL\): database: expected one of this environment's own/,
    );
    assert.match(violations(own).join(), /^shop-reports-database \(host\): database/);
  });

  it("of a connection whose URL is typed say nothing", () => {
    assert.deepEqual(violated(new FactReader(), resource(DATABASE, "db", {})), []);
  });

  it("compare a connection with another environment's endpoint, as its stack tells it", () => {
    const staging = { host: HOST, port: 6543, user: "app.abcdefghijklmnopqrst", database: "d" };
    const database = (otherEnvironments: object) =>
      resource(DATABASE, "db", { ...staging, port: 5432, driver: "asyncpg", otherEnvironments });
    assert.deepEqual(
      violated(new FactReader(), database({ staging: { ...staging, user: "app.zyxwvutsrqponmlkjihg" } })),
      [],
    );
    assert.deepEqual(violated(new FactReader(), database({ staging })), ["database/other-environment"]);
  });

  it("say that another environment without an endpoint cannot be compared", () => {
    const props = {
      host: HOST,
      port: 5432,
      user: "app.abcdefghijklmnopqrst",
      database: "d",
      driver: "asyncpg",
    };
    const facts = new FactReader().read(
      resource(DATABASE, "db", { ...props, otherEnvironments: { staging: {} } }),
    );
    const rule = PREVIEW_RULES.find(({ id }) => id === "database/other-environment");
    assert.ok(rule);
    assert.equal(judge(rule, facts, { standardPort: 8000 }).answer, "unknown");
  });

  it("take a driver's setting from the connection's plain variables", () => {
    const database = (environment: object) =>
      resource(DATABASE, "db", {
        host: HOST,
        port: 6543,
        user: "app.abcdefghijklmnopqrst",
        database: "d",
        driver: "asyncpg",
        environment,
      });
    assert.deepEqual(violated(new FactReader(), database({ DATABASE_STATEMENT_CACHE_SIZE: "0" })), []);
    assert.deepEqual(violated(new FactReader(), database({})), ["database/transaction-mode-statements"]);
  });

  describe("of a web service", () => {
    const sound = {
      plan: "starter",
      runtimeSource: { nativeRuntime: { runtime: "python" } },
      startCommand: "uvicorn main:app --host 0.0.0.0 --port $PORT",
      healthCheckPath: "/health",
      envVars: { PORT: { value: "8000" } },
    };
    const variable = (name: string, value: string) => ({ envVars: { ...sound.envVars, [name]: { value } } });
    const MUTATIONS: readonly (readonly [string, object, readonly string[]])[] = [
      ["nothing", {}, []],
      ["a free plan with two instances", { plan: "free", numInstances: 2 }, ["plan/limits"]],
      ["a disk with autoscaling", { disk: {}, autoscaling: { enabled: true } }, ["plan/limits"]],
      ["autoscaling that is off", { disk: {}, autoscaling: { enabled: false } }, []],
      [
        "maintenance mode on the free plan",
        { plan: "free", maintenanceMode: { enabled: true } },
        ["plan/limits"],
      ],
      ["a shutdown delay of hours", { maxShutdownDelaySeconds: 7200 }, ["plan/limits"]],
      ["no start command", { startCommand: undefined }, ["service/native-without-start"]],
      [
        "no start command, which an image has by itself",
        { startCommand: undefined, runtimeSource: { docker: {} } },
        [],
      ],
      [
        "a build at every start",
        { startCommand: `pip install . && ${sound.startCommand}` },
        ["service/start-builds"],
      ],
      ["a privileged port", variable("PORT", "80"), ["port/standard", "port/privileged"]],
      [
        "a debug setting, as the stack is production",
        variable("DEBUG", "true"),
        ["environment/debug-in-production"],
      ],
      ["a variable of Render's own", variable("RENDER_SERVICE_ID", "srv-1"), ["environment/platform-owned"]],
    ];
    for (const [title, change, expected] of MUTATIONS) {
      it(`tell the rules of ${title}`, () => {
        const read = resource(WEB, "api", { ...sound, ...change });
        assert.deepEqual(violated(new FactReader(), read), expected);
      });
    }

    it("leave a port in the command undecided, as an env group may set PORT", () => {
      const props = { ...sound, startCommand: "uvicorn main:app --host 0.0.0.0 --port 8000", envVars: {} };
      const facts = new FactReader().read(resource(WEB, "api", props));
      const rule = PREVIEW_RULES.find(({ id }) => id === "port/hard-coded");
      assert.ok(rule);
      assert.equal(judge(rule, facts, { standardPort: 8000 }).answer, "unknown");
    });

    it("leave its limits undecided while a preview does not know its plan", () => {
      const props = {
        ...sound,
        get plan(): string {
          throw new Error("this value can't be known during preview");
        },
      };
      const facts = new FactReader().read(resource(WEB, "api", props));
      const rule = PREVIEW_RULES.find(({ id }) => id === "plan/limits");
      assert.ok(rule);
      assert.equal(judge(rule, facts, { standardPort: 8000 }).answer, "unknown");
    });
  });

  it("never put a secret into a finding, though it is cut, encoded or repeated", () => {
    const canary = "c4nary-s3cret";
    for (const cut of ["", "@", "/", "?", "#", "[", "%zz", ":", "%40", " ", "your-", "<"]) {
      const password = `${cut}${canary}${cut}${encodeURIComponent(`!${canary}`)}${cut}`;
      const props = {
        startCommand: "uvicorn main:app",
        envVars: {
          DATABASE_URL: {
            value: `postgres://u.x:${password}@${HOST}:6543/d?sslmode=${canary}&bad&${canary}=1`,
          },
          API_KEY: { value: password },
        },
      };
      for (const type of [WEB, GROUP]) {
        const facts = new FactReader().read(resource(type, "api", props));
        const said = PREVIEW_RULES.flatMap((rule) => judge(rule, facts, { standardPort: 8000 }).findings).map(
          describeFinding,
        );
        assert.ok(said.length > 0);
        assert.ok(!said.join("\n").includes(canary), `${cut}: ${said.find((text) => text.includes(canary))}`);
      }
    }
  });
});
