import type { EventKind, EventRow } from "./event-row";
import { LISTENING_EVENTS } from "./listening-events";
import { PHASE_EVENTS } from "./phase-events";

export type { EventKind, EventRow } from "./event-row";

/** In the order in which they are tried; a line has one meaning. */
export const LOG_EVENTS: readonly EventRow[] = [
  {
    id: "event/socket",
    kind: "socket",
    pattern:
      /\| .{0,200}?(?:\[::\]:|\[::1\]:|0\.0\.0\.0:|127\.0\.0\.1:)\d+|Found these processes inside the machine with open/,
    source: "superfly/flyctl: internal/command/deploy, the table of a machine's open sockets",
    example: "  /usr/local/bin/server | [::]:5500",
  },
  {
    id: "event/stopped",
    kind: "stopped",
    pattern:
      /Stopping all processes with SIGTERM|\bHandling signal: term\b|received (?:fast|smart) shutdown request|Automatically stopping machine|Sending signal SIG(?:INT|TERM) to main child|State changed from up to down|\bIdling$/,
    source: "devcenter.heroku.com/articles/dyno-shutdown-behavior; benoitc/gunicorn: gunicorn/arbiter.py",
    example: "Stopping all processes with SIGTERM",
  },
  {
    id: "event/port-set",
    kind: "port-set",
    pattern: /^> (?:.*\s)?PORT=(?<port>\d{2,5})\b/,
    source: "docs.npmjs.com/cli/commands/npm-run-script: npm prints the script before it runs it",
    example: "> PORT=2057 node index.js",
  },
  {
    id: "event/announced",
    kind: "listening",
    pattern:
      /\b(?:visit|available (?:at|on)|open|ready (?:at|on)|started (?:at|on)|local):? +https?:\/\/(?<host>localhost|127\.0\.0\.1|0\.0\.0\.0):(?<port>\d{2,5})\b/i,
    source: "expressjs.com; vite.dev: what development servers print",
    example: "Now Visit: http://localhost:20094",
  },
  {
    id: "event/serving",
    kind: "listening",
    pattern:
      /^(?:server running|load complete|[Ss]erver (?:is )?(?:up|ready|started)\.?)$|\bServer is ready to receive web requests|\[notice\] .{0,20}start worker processes|\bNest application successfully started\b|\bcelery@\S+ ready\.$|\bStarted \w+ in [\d.]+ seconds (?:\(process running|\(JVM running)/,
    source:
      "caddyserver/caddy: modules/caddyhttp; nestjs/nest: packages/core/nest-application.ts; celery/celery: celery/apps/worker.py; spring-projects/spring-boot: StartupInfoLogger",
    example: "server running",
  },
  {
    id: "event/database-ready",
    kind: "ready",
    pattern:
      /database system is ready to accept connections|^Success\. You can now start the database server|PostgreSQL init process complete/,
    source: "postgres/postgres: src/backend/postmaster/postmaster.c",
    example: "LOG:  database system is ready to accept connections",
  },
  {
    id: "event/listening",
    kind: "listening",
    pattern:
      /\b(?:(?:running|started|serving|up) (?:at|on):? +(?=https?:\/\/)|(?:running on|listening (?:at:?|on)|listening)\b:? +)(?:(?:https?|tcp):\/\/|(?:host|address) +)?(?<host>\[[0-9a-f:]+\]|::|[\w.-]+|\*)?:(?<port>\d{2,5})\b(?! \(DNS)/i,
    source: "encode/uvicorn: uvicorn/server.py; benoitc/gunicorn: gunicorn/arbiter.py; pgjones/hypercorn",
    example: "INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)",
  },
  {
    id: "event/listening-2",
    kind: "listening",
    pattern:
      /\b(?:listening|running|started|listen)(?: \w+)? on port:? *(?<port>\d{2,5})\b|\b[Ll]istening on (?<port3>\d{4,5})$|\b[Ss]erving on (?<host3>[\w.]+|\*):(?<port4>\d{2,5})$|listening at \{ address: '(?<host2>[^']+)'.* port: (?<port2>\d+)/i,
    source: "expressjs.com/en/starter/hello-world.html: what most Node services say",
    example: "Example app listening on port 3000",
  },
  {
    id: "event/listening-field",
    kind: "listening",
    pattern:
      /\b(?:listening|serving|server started|server running)\b[^=]{0,40}?"? (?:https?_?)?(?:addr(?:ess)?|bind|port)=(?:"?(?<host>\[[0-9a-f:]+\]|[\w.-]+)?:)?(?<port>\d{2,5})\b/i,
    source: "pkg.go.dev/log/slog: the message and its fields",
    example: 'level=INFO msg="server listening" addr=:8080',
  },
  {
    id: "event/refused-here",
    kind: "refused-here",
    pattern:
      /(?:(?:https?:\/\/)?(?<host>127\.0\.0\.1|localhost|0\.0\.0\.0|\[?::1\]?):(?<port>\d{2,5})\b.*connection refused|ECONNREFUSED (?<host6>127\.0\.0\.1|::1):(?<port6>\d{2,5}))/i,
    source: "CPython: Lib/urllib/error.py; nodejs: lib/net.js",
    example: "readiness: http://127.0.0.1:8000/ready: <urlopen error [Errno 111] Connection refused>",
  },
  {
    id: "event/started",
    kind: "started",
    pattern: /^==> Running '/,
    source: "docs/facts/render.md#r60",
    example: "==> Running 'uvicorn main:app'",
  },
  {
    id: "event/pre-deploy",
    kind: "pre-deploy",
    pattern: /^==> Starting pre-deploy|^Running release command\b/,
    source: "render.com/docs/deploys#pre-deploy-command; devcenter.heroku.com/articles/release-phase",
    example: "==> Starting pre-deploy: alembic upgrade head",
  },
  {
    id: "event/deploying",
    kind: "deploying",
    pattern: /^==> Deploying/,
    source: "docs/facts/render.md#r60",
    example: "==> Deploying...",
  },
  {
    id: "event/built",
    kind: "built",
    pattern: /^==> Build successful/,
    source: "docs/facts/render.md#r60",
    example: "==> Build successful 🎉",
  },
  {
    id: "event/live",
    kind: "live",
    pattern:
      /^==> Your service is live|State changed from (?:starting|down) to up|Deployment successful|\bsuccessfully rolled out\b|Healthcheck succeeded|^Health check '[^']+' on port \d+ is now passing/,
    source: "docs/facts/render.md#r60; fly.io/docs/reference/health-checks",
    example: "==> Your service is live 🎉",
  },
  {
    id: "event/ready",
    kind: "ready",
    pattern: /^(?:INFO: +)?Application startup complete\.?$/,
    source: "encode/uvicorn: uvicorn/lifespan/on.py",
    example: "INFO:     Application startup complete.",
  },
  {
    id: "event/asked",
    kind: "asked",
    pattern:
      /internal health check to return a successful response code at: (?<host>[\w.-]+):(?<port>\d{2,5})/i,
    source: "docs/facts/render.md#r66",
    example:
      "==> Timed out after waiting for internal health check to return a successful response code at: api.example.com:10000 /health",
  },
  {
    id: "event/moved",
    kind: "moved",
    pattern: /^==> New primary port detected: (?<port>\d{2,5})/,
    source: "docs/facts/render.md#r62",
    example: "==> New primary port detected: 3001. Restarting deploy to update network configuration...",
  },
  ...LISTENING_EVENTS,
  ...PHASE_EVENTS,
];

/** A event, as one line of a log shows it. */
export interface LogEvent {
  readonly kind: EventKind;
  readonly line: number;
  readonly text: string;
  readonly host: string | undefined;
  readonly port: number | undefined;
}

/** What a row says of a message that it takes; undefined where none does. */
export function eventOf(row: EventRow | undefined, message: string, line: number): LogEvent | undefined {
  if (row === undefined) return undefined;
  const { host, port, host2, port2, host3, port3, port4, host6, port6 } =
    row.pattern.exec(message)?.groups ?? {};
  const written = port ?? port2 ?? port3 ?? port4 ?? port6;
  return {
    kind: row.kind,
    line,
    text: message,
    host: host ?? host2 ?? host3 ?? host6,
    port: written === undefined ? undefined : Number(written),
  };
}

/** Whether a server on this address is out of reach for everything but its own machine. */
export function isLoopback(host: string | undefined): boolean {
  return host !== undefined && /^(?:127(?:\.\d{1,3}){3}|localhost|\[?::1\]?)$/i.test(host);
}
