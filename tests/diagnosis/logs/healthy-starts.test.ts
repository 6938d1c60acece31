import assert from "node:assert/strict";
import { diagnose, readLogLines } from "../../../diagnosis";

/** How services of many stacks start while all is well, with the warnings and retries that belong to it. */
const STARTS: Readonly<Record<string, readonly string[]>> = {
  Rails: [
    "=> Booting Puma",
    "=> Rails 8.0.1 application starting in production",
    "=> Run `bin/rails server --help` for more startup options",
    "Puma starting in single mode...",
    '* Puma version: 6.5.0 ("Sky\'s Version")',
    "*  Min threads: 3",
    "DEPRECATION WARNING: Initialization autoloaded the constant Orders::Errors.",
    "* Listening on http://0.0.0.0:3000",
    "Use Ctrl-C to stop",
    'I, [2026-01-01T10:00:00.000000 #7]  INFO -- : [req-1] Started GET "/up" for 10.0.0.1',
    "I, [2026-01-01T10:00:00.001000 #7]  INFO -- : [req-1] Completed 200 OK in 1ms",
    'I, [2026-01-01T10:00:00.000000 #7]  INFO -- : [req-2] Started GET "/errors/missing" for 10.0.0.1',
  ],
  Sidekiq: [
    "2026-01-01T10:00:00.000Z pid=1 tid=5k7 INFO: Booted Rails 8.0.1 application in production environment",
    "2026-01-01T10:00:00.000Z pid=1 tid=5k7 INFO: Running in ruby 3.4.1 [x86_64-linux]",
    "2026-01-01T10:00:00.000Z pid=1 tid=5k7 INFO: Starting processing, hit Ctrl-C to stop",
    "2026-01-01T10:00:05.000Z pid=1 tid=7ab class=MailJob jid=4f1c INFO: done elapsed=0.02",
    "2026-01-01T10:00:06.000Z pid=1 tid=7ab INFO: retries: 0, failed: 0, dead: 0",
  ],
  Phoenix: [
    "10:00:00.000 [info] Migrations already up",
    "10:00:00.100 [info] Running ShopWeb.Endpoint with Bandit 1.6.1 at :::4000 (http)",
    "10:00:00.101 [info] Access ShopWeb.Endpoint at https://shop.example.com",
    "10:00:01.000 request_id=F1 [info] GET /orders",
    "10:00:01.002 request_id=F1 [info] Sent 200 in 2ms",
    "10:00:02.000 [warning] navigate event: no handle_params/3, ignored",
    "10:00:03.000 request_id=F2 [info] Sent 404 in 1ms",
  ],
  "Spring Boot": [
    " :: Spring Boot ::                (v3.4.1)",
    "2026-01-01T10:00:00.000Z  INFO 1 --- [shop] [           main] c.acme.ShopApplication : Starting ShopApplication v1 using Java 21 with PID 1",
    "2026-01-01T10:00:01.000Z  WARN 1 --- [shop] [           main] JpaBaseConfiguration : spring.jpa.open-in-view is enabled by default.",
    '2026-01-01T10:00:02.000Z  INFO 1 --- [shop] [           main] o.f.core.internal.command.DbMigrate : Schema "public" is up to date. No migration necessary.',
    "2026-01-01T10:00:03.000Z  INFO 1 --- [shop] [           main] o.s.b.w.embedded.tomcat.TomcatWebServer : Tomcat started on port 8080 (http) with context path '/'",
    "2026-01-01T10:00:03.100Z  INFO 1 --- [shop] [           main] c.acme.ShopApplication : Started ShopApplication in 3.2 seconds",
    "2026-01-01T10:00:09.000Z  INFO 1 --- [shop] [nio-8080-exec-1] c.acme.ErrorController : 404 for /missing",
  ],
  Quarkus: [
    "2026-01-01 10:00:00,000 INFO  [io.quarkus] (main) shop 1.0 on JVM (powered by Quarkus 3.17.5) started in 1.2s. Listening on: http://0.0.0.0:8080",
    "2026-01-01 10:00:00,001 INFO  [io.quarkus] (main) Profile prod activated.",
    "2026-01-01 10:00:00,002 INFO  [io.quarkus] (main) Installed features: [agroal, cdi, flyway, jdbc-postgresql]",
  ],
  "ASP.NET": [
    "warn: Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository[60]",
    "      Storing keys in a directory '/root/.aspnet/DataProtection-Keys' that may not be persisted outside of the container.",
    "info: Microsoft.Hosting.Lifetime[14]",
    "      Now listening on: http://[::]:8080",
    "info: Microsoft.Hosting.Lifetime[0]",
    "      Application started. Press Ctrl+C to shut down.",
    "info: Microsoft.EntityFrameworkCore.Database.Command[20101]",
    "      Executed DbCommand (2ms) [Parameters=[], CommandType='Text', CommandTimeout='30']",
  ],
  Laravel: [
    "   INFO  Nothing to migrate.",
    "   INFO  Configuration cached successfully.",
    "   INFO  Server running on [http://0.0.0.0:8000].",
    "  2026-01-01 10:00:00 /health .................... ~ 0.05ms",
    "[2026-01-01 10:00:00] production.INFO: order 17 paid",
  ],
  Go: [
    'time=2026-01-01T10:00:00.000Z level=INFO msg="connected to the database" attempts=1',
    'time=2026-01-01T10:00:00.000Z level=INFO msg="listening" addr=0.0.0.0:8080',
    'time=2026-01-01T10:00:01.000Z level=WARN msg="cache miss, reading from the database" key=orders:17',
    'time=2026-01-01T10:00:02.000Z level=INFO msg="request" method=GET path=/errors status=200',
  ],
  Rust: [
    "2026-01-01T10:00:00.000000Z  INFO shop: connected to the database",
    "2026-01-01T10:00:00.000000Z  INFO shop: listening on 0.0.0.0:8080",
    "2026-01-01T10:00:01.000000Z  INFO tower_http::trace::on_response: finished processing request latency=1 ms status=404",
  ],
  "a service that waits for its database": [
    "error: could not connect to database: connection refused, trying again in 1 s",
    "error: could not connect to database: connection refused, trying again in 2 s",
    "connected to the database",
    "Listening on port 8080",
    "GET /health 200",
  ],
};

describe("The diagnosis of a start that goes well", () => {
  for (const [stack, lines] of Object.entries(STARTS)) {
    it(`names no cause of a failure: ${stack}`, () => {
      const { failureMode, certainty } = diagnose(readLogLines(lines));
      assert.ok(["none", "unknown"].includes(failureMode), `${failureMode} (${certainty})`);
      if (failureMode === "unknown") assert.equal(certainty, "unknown");
    });
  }
});
