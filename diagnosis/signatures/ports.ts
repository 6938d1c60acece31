import type { Signature } from "../signature";

/** What platforms and servers say of ports, health checks and host names. */
export const PORTS_SIGNATURES: readonly Signature[] = [
  {
    id: "port/privileged",
    mode: "port/privileged",
    meaning: "the process may not bind the port",
    pattern:
      /listen EACCES: permission denied (?:\S*:)?(?<port>\d+)|attempting to bind on address \('[^']*', (?<port2>\d+)[^)]*\): permission denied|bind\(\) to \S+?:(?<port3>\d+) failed \(13: Permission denied\)|Permission denied - bind\(2\) for \S+ port (?<port6>\d+)|listen \w+ \S*?:(?<port4>\d+): bind: permission denied|\(13\)Permission denied: AH\d+: make_sock: could not bind to address \S*?:(?<port5>\d+)/i,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the process is not root, and may not bind the port {port}: ports below 1024 are privileged",
    correctiveAction:
      "Let the service listen on a port from 1024 on, such as the platform's PORT, instead of {port}.",
    source: "nodejs.org/api/errors.html (EACCES); bind(2)",
    example: "Error: listen EACCES: permission denied 0.0.0.0:443",
    examples: [
      "nginx: [emerg] bind() to 0.0.0.0:80 failed (13: Permission denied)",
      "listen tcp :80: bind: permission denied",
      "ERROR:    [Errno 13] error while attempting to bind on address ('0.0.0.0', 80): permission denied",
    ],
    nearMiss: "Error: EACCES: permission denied, open '/srv/db.json'",
  },
  {
    id: "port/taken",
    mode: "port/in-use",
    meaning: "the port is taken by another process",
    pattern:
      /\b[Pp]ort (?<port>\d+) (?:was|is) already in use|Port (?<port2>\d+) is in use by another program|port is already allocated|Only one usage of each socket address/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "another process listens on the port already",
    correctiveAction: "Stop the other process, or give one of the two another port.",
    source: "spring-boot: PortInUseException; pallets/werkzeug: serving.py; moby/libnetwork",
    example: "Web server failed to start. Port 8080 was already in use.",
    examples: [
      "Error: Port 3000 is already in use",
      "Bind for 0.0.0.0:5432 failed: port is already allocated",
    ],
    nearMiss: "port 3000 is free",
  },
  {
    id: "heroku/r10",
    mode: "port/none-open",
    meaning: "the web process opened no port in Heroku's 60 seconds",
    pattern: /Error R10 \(Boot timeout\)|code=H20 desc="App boot timeout"/,
    stage: "process",
    certainty: "possible",
    competing: [
      {
        mode: "process/exited",
        cause: "the program has no server at all (a bot), or waits before it listens",
      },
    ],
    decisive: true,
    cause: "the web process did not listen on $PORT within 60 seconds",
    correctiveAction:
      "Let the program listen on 0.0.0.0 and the port in PORT; a program without a server, such as a bot, belongs in a worker process (`heroku ps:scale web=0 worker=1`).",
    source: "devcenter.heroku.com/articles/error-codes#r10-boot-timeout",
    example: "Error R10 (Boot timeout) -> Web process failed to bind to $PORT within 60 seconds of launch",
    nearMiss: "boot took 10 seconds",
  },
  {
    id: "fly/refused",
    mode: "port/none-open",
    meaning: "Fly's proxy found no listener",
    pattern:
      /instance refused connection\.? is your app listening on (?<address>\S+:\d+)|The app is not listening on the expected address/,
    stage: "port",
    certainty: "possible",
    decisive: false,
    asksFor: [
      "Which address and port does the service say that it listens on?",
      "Which `internal_port` does fly.toml have?",
    ],
    cause:
      "nothing listens on the address that Fly's proxy asks, {address}: the server is not started yet, has ended, or listens on another port or on the loopback address",
    correctiveAction:
      "Let the service listen on 0.0.0.0 and the `internal_port` of fly.toml, and read its own lines before this one.",
    source: "fly.io/docs/networking/app-services; superfly/flyctl: internal/command/deploy",
    example:
      "instance refused connection. is your app listening on 0.0.0.0:5230? make sure it is not only listening on 127.0.0.1",
    examples: [
      "WARNING The app is not listening on the expected address and will not be reachable by fly-proxy.",
    ],
    nearMiss: "the app is listening on the expected address",
  },
  {
    id: "fly/expected-address",
    mode: "port/none-open",
    meaning: "an address that Fly's proxy expects a listener at",
    pattern: /^\s*- (?<address>0\.0\.0\.0:\d+)$/,
    stage: "port",
    certainty: "possible",
    decisive: false,
    cause: "nothing listens on {address}, which Fly's proxy asks",
    correctiveAction: "Let the service listen on 0.0.0.0 and the `internal_port` of fly.toml.",
    source: "superfly/flyctl: internal/command/deploy",
    example: "  - 0.0.0.0:3000",
    nearMiss: "- 0.0.0.0 is every address",
  },
  {
    id: "fly/refused-bare",
    mode: "port/none-open",
    meaning: "Fly's proxy got no connection to the service",
    pattern:
      /^(?:\[PC\d+\] )?instance refused connection\.?(?! is your app)|could not (?:find a good candidate|proxy HTTP request)|failed to connect to machine: gave up after/i,
    stage: "port",
    certainty: "possible",
    decisive: false,
    cause: "nothing of the service answers at the port that Fly's proxy asks",
    correctiveAction: "Let the service listen on 0.0.0.0 and the `internal_port` of fly.toml.",
    source: "fly.io/docs/monitoring/",
    example: "instance refused connection",
    nearMiss: "the proxy is ready",
  },
  {
    id: "render/application-no-response",
    mode: "port/none-open",
    meaning: "the platform's proxy got no answer from the service",
    pattern: /Application failed to respond/,
    stage: "port",
    certainty: "possible",
    decisive: false,
    cause: "the service does not listen on 0.0.0.0 and the platform's PORT, or has ended",
    correctiveAction:
      "Let the start command listen on 0.0.0.0 and $PORT; read the service's own log for its end.",
    source: "docs.railway.com/reference/errors/application-failed-to-respond",
    example: "Application failed to respond",
    nearMiss: "the application responded",
  },
  {
    id: "health/status",
    mode: "health-check/failed",
    meaning: "the health check was answered with an error",
    pattern:
      /Attempt #\d+ failed with status (?<status>\d+)|probe failed: HTTP probe failed with statuscode: (?<status2>\d+)|health check .*(?:returned|status(?: code)?:?) (?<status3>[45]\d\d)\b|Health checks? failed with these codes: \[(?<status4>\d+)\]/i,
    stage: "process",
    certainty: "possible",
    decisive: false,
    asksFor: ["What does the service log when its health check is asked?"],
    cause: "the service is reached, and answers its health check with status {status}",
    correctiveAction:
      "Correct the path of the health check, or what the service answers there: {status} is its own answer, so read its log at that moment.",
    source: "docs.railway.com/guides/healthchecks; kubernetes: pkg/probe/http",
    example: "Attempt #3 failed with status 503",
    nearMiss: "Attempt #3 succeeded with status 200",
  },
  {
    id: "health/unreachable",
    mode: "health-check/timeout",
    meaning: "the health check got no answer",
    pattern:
      /Attempt #\d+ failed with service unavailable|1\/1 replicas never became healthy|(?:Readiness|Liveness|Startup) probe failed: (?:Get "\S+": )?(?:dial tcp |context deadline|net\/http)|Healthcheck failed!|Container failed health check|target failed to become healthy/i,
    stage: "port",
    certainty: "open",
    decisive: false,
    asksFor: [
      "Which port does the service say that it listens on, and which one does the platform ask?",
      "Does the service log an error after its start?",
    ],
    cause:
      "nothing answered the platform's health check in its time: the service listens on another port or address, has ended, or is still starting",
    correctiveAction:
      "Let the service listen on 0.0.0.0 and the port that the platform asks, and read its own lines for an error.",
    source: "docs.railway.com/guides/healthchecks; kubernetes: pkg/kubelet/prober",
    example: "Attempt #1 failed with service unavailable. Continuing to retry for 4m55s",
    nearMiss: "the health check passed",
  },
];
