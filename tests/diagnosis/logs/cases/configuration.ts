import type { LogCase } from "../case";

const SURE = ["certain", "likely"] as const;
const exited = { explains: ["process/exited"] } as const;

/** Variables that are missing or hold what they must not. */
export const CONFIGURATION_CASES: readonly LogCase[] = [
  {
    name: "variable-missing-keyerror",
    produced: "The code reads a variable that is not set.",
    start: "uvicorn keyed_app:app --host 0.0.0.0 --port $PORT",
    form: "dashboard",
    truth: {
      failureMode: "configuration/missing-variable",
      certainty: SURE,
      root: /KeyError: 'STRIPE_API_KEY'/,
      ...exited,
    },
  },
  {
    name: "variable-missing-pydantic",
    produced: "The settings class requires two variables that are not set.",
    start: "uvicorn settings_app:app --host 0.0.0.0 --port $PORT",
    form: "iso",
    truth: {
      failureMode: "configuration/missing-variable",
      certainty: SURE,
      root: /validation errors? for Settings|Field required/,
      ...exited,
    },
  },
  {
    name: "variable-missing-node",
    produced: "The program requires a variable that is not set.",
    runtime: "node",
    start: "node demanding.js",
    form: "dashboard-instances",
    truth: {
      failureMode: "configuration/missing-variable",
      certainty: SURE,
      root: /^Error: DATABASE_URL is not defined/,
      ...exited,
    },
  },
  {
    name: "configuration-invalid-pydantic",
    produced: "A variable that must be a number holds a word.",
    start: "uvicorn settings_app:app --host 0.0.0.0 --port $PORT",
    variables: {
      DATABASE_URL: "postgresql://navigator:right-canary-4711@db.navigator.internal/postgres",
      STRIPE_API_KEY: "stripe-canary-key",
      MAX_WORKERS: "four",
    },
    form: "json",
    truth: {
      failureMode: "configuration/invalid",
      certainty: SURE,
      root: /validation error for Settings|Input should be a valid integer/,
      ...exited,
    },
  },
  {
    name: "configuration-invalid-port",
    produced: "PORT holds a word, which uvicorn refuses.",
    start: "uvicorn main:app --host 0.0.0.0 --port $PORT",
    variables: { PORT: "eight-thousand" },
    form: "bare",
    truth: {
      failureMode: "configuration/invalid",
      certainty: SURE,
      root: /Invalid value for '--port'/,
      ...exited,
    },
  },
];
