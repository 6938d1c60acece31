import { type BrokenProgram, NPM, native, values, web } from "../eighteenth-form";
import { inner, nodeApp, python } from "../twentieth-form";
import { GUNICORN, SESSION } from "./reported-programs-form";

/** Broken programs in which one server asks another where it does not answer. */
export const REPORTED_PROGRAMS_BROKEN_PEERS: readonly BrokenProgram[] = [
  {
    name: "railway-s-name-is-left",
    rules: ["service/private-network", "database/local-host"],
    at: ["front", "envVars.API_URL"],
    why: "railway.internal is a zone of Railway's network alone: ENOTFOUND.",
    source: "github.com/namehash/ensnode/issues/218; Railway's page on private networking",
    resources: {
      api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION }),
      front: nodeApp("ferry-front", "npx next start -p $PORT", {
        NODE_ENV: "production",
        API_URL: "http://api.railway.internal:8080",
      }),
    },
  },
  {
    name: "free-service-asked-inside",
    rules: ["service/private-network"],
    at: ["front", "envVars.API_INTERNAL_URL"],
    alsoAt: [["api", "plan"]],
    why: "A free web service receives no traffic of the private network.",
    source: "Render's page on free instances",
    resources: {
      api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION }, { plan: "free" }),
      front: nodeApp("ferry-front", "npx next start -p $PORT", {
        NODE_ENV: "production",
        API_INTERNAL_URL: "http://ferry-api:8000",
      }),
    },
  },
  {
    name: "private-service-on-its-loopback",
    rules: ["service/loopback-bind"],
    at: ["model", "startCommand"],
    why: "uvicorn listens on 127.0.0.1 without --host: the front's requests are refused.",
    source: "Uvicorn's page on settings; Render's page on private services",
    resources: {
      model: inner("ferry-model", "uvicorn app:app --port 8001", {}),
      front: web({
        name: "ferry-front",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: native("node", NPM, "front"),
        startCommand: "npx next start -p $PORT",
        healthCheckPath: "/",
        envVars: values({ PORT: "8000", MODEL_URL: "http://ferry-model:8001" }),
      }),
    },
  },
];
