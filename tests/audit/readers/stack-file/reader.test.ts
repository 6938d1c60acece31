import assert from "node:assert/strict";
import { STACK_FILE_READER } from "../../../../audit/readers/stack-file/reader";
import { known } from "../../../../domain";
import { ONE_FILE } from "../one-file";

const STACK = `config:
  portcullis:service:
    name: shop
    start: uvicorn main:app --port $PORT
    port: 8000
    driver: asyncpg
    environment: { LOG_LEVEL: info }
  portcullis:database:
    supabase: { projectRef: abcdefghijklmnopqrst, poolerHost: aws-0-us-west-1.pooler.supabase.com, connection: session }
    role: shop_staging
  portcullis:databasePassword: { secure: canary }
`;

const read = (text: string) =>
  STACK_FILE_READER.read({ path: "infra/Pulumi.staging.yaml", text }, ONE_FILE).facts;

describe("the reader of a stack's file", () => {
  it("states what the stack declares, at its lines, for the stack's environment", () => {
    const seen = read(STACK).map(({ kind, place, service, environment }) => {
      return `${place.source === "file" ? place.line : 0} ${kind} ${service}/${environment}`;
    });
    assert.deepEqual(seen, [
      "3 environment shop/staging",
      "5 port shop/staging",
      "4 start-command shop/staging",
      "7 variable shop/staging",
      "9 connection shop/staging",
    ]);
  });

  it("states the variables of all services for each, where it has no own one of the name", () => {
    const text = `config:
  portcullis:environment: { PORT: "8000", LOG_LEVEL: info }
  portcullis:services:
    web: { environment: { LOG_LEVEL: debug } }
    jobs: { type: worker }
`;
    const seen = read(text).flatMap((fact) =>
      fact.kind === "variable" && fact.value.known
        ? [`${fact.service} ${fact.name}=${fact.value.value}`]
        : [],
    );
    assert.deepEqual(seen, ["web LOG_LEVEL=debug", "web PORT=8000", "jobs PORT=8000", "jobs LOG_LEVEL=info"]);
  });

  it("states the stack's own standard port of each service", () => {
    const text = `config:
  portcullis:standardPort: 3000
  portcullis:services: { web: { port: 3000 }, admin: { port: 3000 } }
`;
    const seen = read(text).flatMap((fact) =>
      fact.kind === "standard-port" ? [`${fact.service}/${fact.environment} ${fact.port}`] : [],
    );
    assert.deepEqual(seen, ["web/staging 3000", "admin/staging 3000"]);
  });

  it("derives the endpoint as the stack itself does", () => {
    const connection = read(STACK).find(({ kind }) => kind === "connection");
    assert.ok(connection?.kind === "connection");
    assert.deepEqual(connection.port, { known: true, value: 5432 });
    assert.deepEqual(connection.user, { known: true, value: "shop_staging.abcdefghijklmnopqrst" });
    assert.deepEqual(connection.parameters, { known: true, value: { sslmode: "require" } });
  });

  it("leaves an encrypted URL unknown, and repeats no encrypted text", () => {
    const facts = read(`${STACK}  portcullis:databaseUrl: { secure: canary }\n`);
    assert.equal(facts.at(-1)?.kind, "url");
    assert.ok(!JSON.stringify(facts).includes("canary"));
  });

  it("states each database of a service with several, at its variable, as its own driver reads it", () => {
    const supabase = (ref: string) =>
      `{ projectRef: ${ref}, poolerHost: aws-0-us-west-1.pooler.supabase.com, connection: transaction }`;
    const facts = read(`config:
  portcullis:service:
    name: shop
    driver: asyncpg
    driverSettings: { statement_cache_size: "0" }
    databases:
      DATABASE_URL: main
      DIRECT_URL: { database: main, connection: session, driver: psycopg2 }
      REPORTS_URL: { database: reports, driver: psycopg }
      ARCHIVE_URL: archive
  portcullis:databases:
    main: { supabase: ${supabase("abcdefghijklmnopqrst")}, role: shop, password: { secure: canary } }
    reports: { supabase: ${supabase("bbcdefghijklmnopqrst")}, role: reader }
    archive: { url: { secure: canary } }
`);
    const seen = facts.flatMap((fact) => {
      if (fact.kind !== "connection" && fact.kind !== "url") return [];
      const { place, driver, driverSettings } = fact;
      const port = fact.kind === "connection" && fact.port.known ? fact.port.value : undefined;
      assert.ok(place.source === "file" && driver.known && driverSettings.known);
      return [[place.line, place.key, driver.value, driverSettings.value, port]];
    });
    const at = "portcullis:service.databases";
    assert.deepEqual(seen, [
      [7, `${at}.DATABASE_URL`, "asyncpg", { statement_cache_size: "0" }, 6543],
      [8, `${at}.DIRECT_URL`, "psycopg2", {}, 5432],
      [9, `${at}.REPORTS_URL`, "psycopg", {}, 6543],
      [10, `${at}.ARCHIVE_URL`, "asyncpg", { statement_cache_size: "0" }, undefined],
    ]);
    assert.ok(!JSON.stringify(facts).includes("canary"));
  });

  it("states nothing of other projects' stacks", () => {
    assert.deepEqual(read("config:\n  aws:region: us-east-1\n"), []);
  });

  it("states each of several services by its key, and of one that does not listen no port and no command", () => {
    const facts = read(`config:
  portcullis:services:
    web:
      name: shop-web
      start: uvicorn main:app --port $PORT
      port: 8000
      healthCheckPath: /health
      driver: asyncpg
      environment: { PORT: "10000" }
    jobs: { type: worker, start: python worker.py, driver: asyncpg, environment: { LOG_LEVEL: info } }
    site: { type: static, build: npm run build }
  portcullis:database:
    supabase: { projectRef: abcdefghijklmnopqrst, poolerHost: aws-0-us-west-1.pooler.supabase.com, connection: session }
    role: shop
`);
    const seen = facts.map(({ kind, place, service }) => {
      const { line, key } = place.source === "file" ? place : { line: 0, key: "" };
      return `${line} ${kind} ${service} ${key ?? ""}`.trimEnd();
    });
    assert.deepEqual(seen, [
      "4 environment web portcullis:services.web",
      "6 port web portcullis:services.web.port",
      "5 start-command web portcullis:services.web.start",
      "7 health-check web portcullis:services.web.healthCheckPath",
      "9 variable web PORT",
      "13 connection web portcullis:database.supabase",
      "10 environment jobs portcullis:services.jobs",
      "10 variable jobs LOG_LEVEL",
      "13 connection jobs portcullis:database.supabase",
      "11 environment site portcullis:services.site",
    ]);
  });

  it("states a database that is declared by its host, with the TLS parameter of its driver where `sslmode` says one", () => {
    const facts = (more: string) =>
      read(`config:
  portcullis:service: { name: shop, driver: asyncpg }
  portcullis:database: { host: localhost, role: shop${more} }
`);
    const [, connection] = facts("");
    assert.ok(connection?.kind === "connection" && connection.place.source === "file");
    const { host, port, user, parameters, place } = connection;
    assert.deepEqual([host, port, user], [known("localhost"), known(5432), known("shop")]);
    assert.deepEqual([place.line, place.key], [3, "portcullis:database.host"]);
    assert.deepEqual(parameters, known({}));
    const [, other] = facts(", port: 6000, sslmode: disable");
    assert.ok(other?.kind === "connection");
    assert.deepEqual(other.parameters, known({ sslmode: "disable" }));
    assert.deepEqual(other.port, known(6000));
  });
});
