import type { EventRow } from "./event-row";

/** How servers say that they listen, each in words of its own. A machine's own name before the port says nothing of the address. */
export const LISTENING_EVENTS: readonly EventRow[] = [
  {
    id: "event/listening-go",
    kind: "listening",
    pattern:
      /Listening and serving HTTPS? on (?<host>\[[0-9a-f:]+\]|[\w.-]+)?:(?<port>\d{2,5})|https? server started on (?<host2>\[[0-9a-f:]+\]|[\w.-]+)?:(?<port2>\d{2,5})|\(bound on host (?<host3>[\w.:]+) and port (?<port3>\d{2,5})\)|\blistening addr=[^:\s]{0,40}:(?<port4>\d{2,5})/,
    source: "gin-gonic/gin; labstack/echo; gofiber/fiber; defunkt/unicorn",
    example: "[GIN-debug] Listening and serving HTTP on :8080",
  },
  {
    id: "event/listening-rocket",
    kind: "listening",
    pattern:
      /Rocket has launched from https?:\/\/(?<host>\[[0-9a-f:]+\]|[\w.-]+):(?<port>\d{2,5})|Running \S+Endpoint with .{1,60} at (?<host2>[\d.]+|::1?|localhost):(?<port2>\d{2,5}) \(http/,
    source: "rwf2/Rocket; phoenixframework/phoenix: lib/phoenix/endpoint",
    example: "[info] Running AcmeWeb.Endpoint with Bandit 1.5.7 at 0.0.0.0:4000 (http)",
  },
  {
    id: "event/listening-jvm",
    kind: "listening",
    pattern:
      /(?:Tomcat|Netty|Jetty|Undertow|Reactor Netty) started on ports?(?:\(s\))?:? *(?<port>\d{2,5})|Server Running: https?:\/\/[^\s:]+:(?<port2>\d{2,5})|Responding at https?:\/\/(?<host3>\[[0-9a-f:]+\]|[\w.-]+):(?<port3>\d{2,5})|Started (?:Server|Network\w*)Connector@[^{]*\{[^}]*\}\{(?<host6>[^:}]+):(?<port6>\d{2,5})\}|Listening for HTTPS? on \/(?<host2>\[[0-9a-f:]+\]|[\d.]+):(?<port4>\d{2,5})/,
    source:
      "spring-projects/spring-boot; micronaut-projects/micronaut-core; ktorio/ktor; jetty/jetty.project; playframework/playframework",
    example:
      "o.s.b.w.embedded.tomcat.TomcatWebServer  : Tomcat started on port(s): 8080 (http) with context path ''",
  },
  {
    id: "event/listening-php",
    kind: "listening",
    pattern:
      /Server running on \[https?:\/\/(?<host>[\w.-]+):(?<port>\d{2,5})\]|Development Server \(https?:\/\/(?<host2>[\w.-]+):(?<port2>\d{2,5})\) started|WEBrick::HTTPServer#start: pid=\d+ port=(?<port3>\d{2,5})/,
    source: "laravel/framework: ServeCommand; php/php-src: sapi/cli/php_cli_server.c; ruby/webrick",
    example: "   INFO  Server running on [http://0.0.0.0:8000].",
  },
  {
    id: "event/listening-python",
    kind: "listening",
    pattern:
      /Listening on TCP address (?<host>[\w.-]+):(?<port>\d{2,5})|Running on local URL: +https?:\/\/(?<host2>[\w.-]+):(?<port2>\d{2,5})|Uvicorn running on socket \('(?<host3>[^']+)', (?<port3>\d{2,5})\)|Serving HTTP on (?<host6>\S+) port (?<port6>\d{2,5})|Starting development server at https?:\/\/[\w.-]+:(?<port4>\d{2,5})/,
    source:
      "django/daphne; gradio-app/gradio; encode/uvicorn; python/cpython: Lib/http/server.py; django/django: runserver",
    example: "2026-01-01 00:00:00,000 INFO     Listening on TCP address 0.0.0.0:8000",
  },
  {
    id: "event/listening-node",
    kind: "listening",
    pattern:
      /\[remix-serve\] https?:\/\/[\w.-]+:(?<port>\d{2,5})|Started (?:development )?server: https?:\/\/[\w.-]+:(?<port2>\d{2,5})|Accepting connections at https?:\/\/[\w.-]+:(?<port3>\d{2,5})|Running plumber API at https?:\/\/[\w.-]+:(?<port4>\d{2,5})/,
    source: "remix-run/remix; oven-sh/bun; vercel/serve; rstudio/plumber",
    example: "[remix-serve] http://localhost:3000 (http://172.17.0.2:3000)",
  },
  {
    id: "event/listening-server",
    kind: "listening",
    pattern:
      /\bresuming normal operations\b|\bServer startup in \[?\d+\]? milliseconds|^WSGI app \d+ \(mountpoint='[^']{0,60}'\) ready in/,
    source: "apache/httpd; apache/tomcat; unbit/uwsgi",
    example: "AH00163: Apache/2.4.62 (Debian) configured -- resuming normal operations",
  },
];
