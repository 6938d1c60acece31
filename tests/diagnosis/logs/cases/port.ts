import type { LogCase } from "../case";

const SURE = ["certain", "likely"] as const;
const UVICORN = (module: string): string => `uvicorn ${module}:app --host 0.0.0.0 --port $PORT`;

/** Ports that are not open, not the right ones, or not free. */
export const PORT_CASES: readonly LogCase[] = [
  {
    name: "port-loopback-uvicorn",
    produced: "uvicorn was started without --host, so it listens on 127.0.0.1.",
    start: "uvicorn main:app --port $PORT",
    variables: { PORT: "8000" },
    form: "dashboard",
    truth: {
      failureMode: "port/loopback-bind",
      certainty: SURE,
      root: /Uvicorn running on http:\/\/127\.0\.0\.1:8000/,
      explains: ["port/none-open"],
    },
  },
  {
    name: "port-loopback-node",
    produced: "A Node server listens on 127.0.0.1; the log comes as JSON objects.",
    runtime: "node",
    start: "node server.js 127.0.0.1",
    form: "json",
    truth: {
      failureMode: "port/loopback-bind",
      certainty: SURE,
      root: /Server listening on http:\/\/127\.0\.0\.1:10000/,
      explains: ["port/none-open"],
    },
  },
  {
    name: "port-none-open-worker",
    produced: "The start command is a worker that never listens.",
    start: "python worker.py",
    form: "iso",
    truth: {
      failureMode: "port/none-open",
      certainty: SURE,
      root: /Port scan timeout reached, no open ports detected/,
    },
  },
  {
    name: "port-in-use-uvicorn",
    produced: "Two servers of one start command want the same port; the second one ends.",
    start:
      "node server.js 0.0.0.0 $PORT /metrics & sleep 1; exec uvicorn main:app --host 0.0.0.0 --port $PORT",
    healthCheckPath: "/health",
    variables: { PORT: "8000" },
    form: "coloured",
    truth: {
      failureMode: "port/in-use",
      certainty: SURE,
      root: /error while attempting to bind on address/,
      explains: ["process/exited"],
    },
  },
  {
    name: "port-mismatch-second-server",
    produced:
      "The start command opens PORT (10000) with a metrics server, and the service itself on 8000: Render asks the metrics server for the service's health.",
    start: "node server.js 0.0.0.0 $PORT /metrics & exec uvicorn main:app --host 0.0.0.0 --port 8000",
    healthCheckPath: "/health",
    variables: { PORT: "10000" },
    form: "dashboard",
    truth: {
      failureMode: "port/mismatch",
      certainty: SURE,
      root: /Uvicorn running on http:\/\/0\.0\.0\.0:8000/,
      explains: ["health-check/timeout"],
    },
  },
  {
    name: "port-mismatch-incident",
    produced:
      "The incident: PORT is 10000 where everything else expects 8000; the readiness check asks port 8000, finds nobody, and never passes.",
    start: UVICORN("self_check"),
    healthCheckPath: "/health",
    variables: { PORT: "10000" },
    form: "dashboard",
    truth: {
      failureMode: "port/mismatch",
      readable: ["port/mismatch", "health-check/timeout", "health-check/failed"],
      certainty: SURE,
      root: /Uvicorn running on http:\/\/0\.0\.0\.0:10000/,
    },
  },
  {
    name: "port-mismatch-incident-pasted",
    produced: "The same, of which only two lines were pasted, as in the incident's report.",
    start: UVICORN("self_check"),
    healthCheckPath: "/health",
    variables: { PORT: "10000" },
    pasted: /Uvicorn running|==> Timed Out$/,
    form: "bare",
    truth: {
      failureMode: "port/mismatch",
      readable: ["port/mismatch", "platform/cause-unknown", "health-check/timeout"],
      certainty: ["likely", "unknown"],
      root: /Uvicorn running on http:\/\/0\.0\.0\.0:10000/,
    },
  },
  {
    name: "port-in-use-node",
    produced: "A Node server wants the port that another process of the start command has.",
    runtime: "node",
    start: "node server.js 0.0.0.0 $PORT /metrics & sleep 1; exec node server.js 0.0.0.0 $PORT /health",
    healthCheckPath: "/health",
    form: "bare",
    truth: {
      failureMode: "port/in-use",
      certainty: SURE,
      root: /listen EADDRINUSE: address already in use/,
      explains: ["process/exited"],
    },
  },
  {
    name: "port-in-use-gunicorn",
    produced: "gunicorn wants the port that another process of the start command has, and tries five times.",
    start: "node server.js 0.0.0.0 $PORT /metrics & sleep 1; exec gunicorn wsgi:app",
    healthCheckPath: "/health",
    variables: { PORT: "8000" },
    form: "iso-instances",
    truth: {
      failureMode: "port/in-use",
      certainty: SURE,
      root: /Connection in use: /,
      explains: ["process/exited"],
    },
  },
  {
    name: "port-loopback-gunicorn",
    produced: "gunicorn is bound to 127.0.0.1 by its command line.",
    start: "gunicorn wsgi:app --bind 127.0.0.1:8000",
    variables: { PORT: "8000" },
    form: "syslog",
    truth: {
      failureMode: "port/loopback-bind",
      certainty: SURE,
      root: /Listening at: http:\/\/127\.0\.0\.1:8000/,
      explains: ["port/none-open"],
    },
  },
  {
    name: "port-none-open-slow-start",
    produced: "The service loads a model for a minute before it listens, which is longer than the scan here.",
    start: UVICORN("slow_app"),
    form: "dashboard-instances",
    truth: {
      failureMode: "port/none-open",
      certainty: SURE,
      root: /Port scan timeout reached, no open ports detected/,
    },
  },
  {
    name: "health-timeout-hanging",
    produced: "The health check's path never answers.",
    start: UVICORN("hanging_app"),
    healthCheckPath: "/health",
    variables: { PORT: "8000" },
    form: "iso",
    truth: {
      failureMode: "health-check/timeout",
      certainty: SURE,
      root: /Timed out after waiting for internal health check/,
    },
  },
  {
    name: "health-timeout-wrong-path",
    produced: "The service has no such path as the health check's: it answers 404 each time.",
    start: UVICORN("main"),
    healthCheckPath: "/healthz",
    variables: { PORT: "8000" },
    form: "dashboard",
    truth: {
      failureMode: "health-check/timeout",
      readable: ["health-check/timeout", "health-check/failed"],
      certainty: SURE,
      root: /"GET \/healthz HTTP\/1\.1" 404|Timed out after waiting for internal health check/,
    },
  },
  {
    name: "health-failed-when-live",
    produced: "The health check's path answers well at first and hangs when the service is live.",
    start: UVICORN("hanging_app"),
    healthCheckPath: "/health",
    variables: { PORT: "8000", WELL_ANSWERS: "3" },
    afterLive: { until: /while running your code/ },
    form: "json",
    truth: {
      failureMode: "health-check/failed",
      certainty: SURE,
      root: /HTTP health check failed \(timed out/,
    },
  },
];
