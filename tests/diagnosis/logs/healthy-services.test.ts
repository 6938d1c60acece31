import assert from "node:assert/strict";
import { diagnose, readLogLines } from "../../../diagnosis";

/** What services and databases of many stacks print while all is well; `#` is a number that grows. */
const LINES: readonly string[] = [
  'INFO:     10.20.1.#:4000 - "GET /api/orders/# HTTP/1.1" 200 OK',
  'INFO:     10.20.1.#:4000 - "GET /favicon.ico HTTP/1.1" 404 Not Found',
  "[2026-01-01 10:00:00 +0000] [#] [INFO] Booting worker with pid: #",
  '10.0.0.# - - [01/Jan/2026:10:00:00 +0000] "POST /auth/login HTTP/1.1" 401 23 "-" "curl/8.5.0"',
  '{"level":30,"time":170000000#,"pid":1,"hostname":"web","reqId":"req-#","res":{"statusCode":200},"msg":"request completed"}',
  "GET /orders/# 200 in 12ms",
  "[Nest] 7  - 01/01/2026, 10:00:00 AM     LOG [RouterExplorer] Mapped {/orders, GET} route +#ms",
  'Started GET "/orders/#" for 10.0.0.1 at 2026-01-01 10:00:00 +0000',
  "Completed 200 OK in #ms (Views: 0.3ms | ActiveRecord: 0.1ms)",
  "[info] GET /orders/#",
  "[info] Sent 200 in #ms",
  "2026-01-01T10:00:00.000Z  INFO 1 --- [nio-8080-exec-#] c.acme.orders.OrderController : order # created",
  "2026-01-01 10:00:00.000  INFO 1 --- [main] com.zaxxer.hikari.HikariDataSource : HikariPool-1 - Start completed.",
  "info: Microsoft.Hosting.Lifetime[0] Request # finished",
  '[GIN] 2026/01/01 - 10:00:00 | 200 |  #µs | 10.0.0.1 | GET "/health"',
  'time="2026-01-01T10:00:00Z" level=info msg="job done" id=#',
  "2026-01-01T10:00:00.000000Z  INFO tower_http::trace::on_response: finished processing request latency=# ms status=200",
  "[2026-01-01 10:00:00] production.INFO: order # paid",
  "[2026-01-01 10:00:00,000: INFO/MainProcess] Task shop.tasks.mail[#] received",
  "[2026-01-01 10:00:00,000: INFO/ForkPoolWorker-1] Task shop.tasks.mail[#] succeeded in 0.01s: None",
  "db-1  | 2026-01-01 10:00:00.000 UTC [#] LOG:  checkpoint complete: wrote # buffers (0.1%); 0 WAL file(s) added",
  'db-1  | 2026-01-01 10:00:00.000 UTC [#] ERROR:  duplicate key value violates unique constraint "orders_pkey"',
  "db-1  | 2026-01-01 10:00:00.000 UTC [#] STATEMENT:  INSERT INTO orders VALUES (#)",
  'db-1  | 2026-01-01 10:00:00.000 UTC [#] FATAL:  role "root" does not exist',
  "db-1  | 2026-01-01 10:00:00.000 UTC [#] FATAL:  the database system is starting up",
  "redis-1  | 1:M 01 Jan 2026 10:00:00.000 * # changes in 60 seconds. Saving...",
  "redis-1  | 1:M 01 Jan 2026 10:00:00.000 * Background saving terminated with success",
  'heroku[router]: at=info method=GET path="/orders/#" host=app.example.com dyno=web.1 connect=0ms service=#ms status=200',
  "proxy[3d8d9] fra [info] machine is running, # requests",
  "   - Local:        http://localhost:3000",
  " ✓ Ready in #ms",
  "redis-1  | 1:M 01 Jan 2026 10:00:00.000 # WARNING Memory overcommit must be enabled! Without it, a background save or replication may fail under low memory condition.",
  "npm warn deprecated inflight@1.0.#: This module is not supported, and leaks memory. Do not use it.",
  "WARNING: Running pip as the 'root' user can result in broken permissions and conflicting behaviour",
  "(node:#) [DEP0040] DeprecationWarning: The `punycode` module is deprecated.",
  'time="2026-01-01T10:00:00Z" level=info msg="sweep done, no errors found" errors=0 run=#',
  '{"level":"warn","time":170000000#,"msg":"slow answer of a neighbour","ms":#}',
  "2026/01/01 10:00:00 [notice] 1#1: start worker process #",
  "2026-01-01 10:00:00.000  WARN 1 --- [main] JpaBaseConfiguration$JpaWebConfiguration : spring.jpa.open-in-view is enabled by default.",
  "10:00:00.000 request_id=F# [info] GET /orders",
  "* Listening on http://0.0.0.0:3000",
  "[2026-01-01 10:00:00 +0000] [#] [INFO] Worker exiting (pid: #)",
  "2026-01-01T10:00:00.000Z INFO  Consumer group orders is stable after # members joined",
  "tail: '/var/log/orders.log' has appeared;  following new file",
];

/** As a prime, so that each line has each number once before any pair comes again. */
const NUMBERS = 97;
const COUNT = LINES.length * NUMBERS;

function ordinary(): readonly string[] {
  return Array.from({ length: COUNT }, (_, at) =>
    (LINES[at % LINES.length] ?? "").replaceAll("#", String(at % NUMBERS)),
  );
}

describe("The diagnosis of what healthy services and databases print, with many numbers each", () => {
  it("raises nothing", () => {
    const reading = readLogLines(ordinary());
    assert.equal(reading.lines, COUNT);
    assert.deepEqual(
      reading.matches.map(({ signature, first }) => `${signature.id}: ${first.text}`),
      [],
    );
    assert.match(diagnose(reading).failureMode, /^(?:none|unknown)$/);
  });
});
