import type { LogCase } from "../case";

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
      certainty: ["certain", "likely"],
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
      certainty: ["certain", "likely"],
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
      certainty: ["certain", "likely"],
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
      certainty: ["certain", "likely"],
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
      certainty: ["certain", "likely"],
      root: /Uvicorn running on http:\/\/0\.0\.0\.0:8000/,
      explains: ["health-check/timeout"],
    },
  },
];
