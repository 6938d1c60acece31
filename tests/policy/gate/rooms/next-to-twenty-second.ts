import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import { by, DATA, GUNICORN, SITE, UVICORN } from "./orchard";

const job = { kind: "cron", ...bare } as const;
const UPSTASH = "rediss://default:Qn4ceGale8vT@fit-heron-41877.upstash.io:6379";

/** Siblings of what the twenty-second batch found, written before the change: in the first run none of the 8 was right, and
 * all sound ones passed. */
export const NEXT_TO_TWENTY_SECOND: readonly ExplainedCase[] = [
  {
    rule: "service/private-network",
    ...by(
      "a job's instance runs no server",
      { API_URL: "http://localhost:8000" },
      { command: 'curl -fsS "$API_URL/digest"', ...job },
    ),
  },
  {
    rule: "service/private-network",
    ...by(
      "a job's instance runs no server",
      { BASE: "http://127.0.0.1:8000" },
      { command: "wget -qO- ${BASE}/tasks", ...job },
    ),
  },
  {
    rule: "environment/refused-value",
    ...by(
      "browsers block every page but a developer's",
      { CORS_ORIGINS: "http://localhost:3000,http://127.0.0.1:3000" },
      { command: UVICORN },
    ),
  },
  {
    rule: "environment/refused-value",
    ...by(
      "the same in one origin",
      { CORS_ORIGIN: "http://localhost:5173" },
      { ...node, command: "node dist/main.js" },
    ),
  },
  {
    rule: "service/unmet-need",
    ...by(
      "rq reads RQ_REDIS_URL, and no other name",
      { REDIS_URL: UPSTASH },
      { command: "rq worker high default", kind: "worker", ...bare },
    ),
  },
  {
    rule: "secret/in-browser",
    ...by(
      "whoever opens the page asks at the team's cost",
      { REACT_APP_OPENAI_API_KEY: "sk-proj-Qn4ceGale8vTmR2" },
      SITE,
    ),
  },
  {
    rule: "secret/in-browser",
    ...by(
      "the same of another maker",
      { NEXT_PUBLIC_ANTHROPIC_API_KEY: "sk-ant-api03-Qn4ceGale8vTmR2" },
      { ...node, command: "npx next start -p $PORT" },
    ),
  },
  {
    rule: "environment/missing-file",
    ...by(
      "the file is beside the disk",
      { DATABASE_FILENAME: "/opt/app/data/strapi.db" },
      { command: GUNICORN, ...bare, properties: { disk: DATA } },
    ),
  },
];

export const SOUND_NEXT_TO_TWENTY_SECOND: readonly ExplainedCase[] = [
  by(
    "a public address",
    { API_URL: "https://orchard.onrender.com" },
    { command: 'curl -fsS "$API_URL/digest"', ...job },
  ),
  by(
    "the site's own origin beside a developer's",
    { CORS_ORIGINS: "http://localhost:3000,https://orchard.press" },
    { command: UVICORN },
  ),
  by("all origins", { CORS_ORIGINS: "*" }, { command: UVICORN }),
  by(
    "rq's own name",
    { RQ_REDIS_URL: UPSTASH },
    { command: "rq worker high default", kind: "worker", ...bare },
  ),
  by(
    "a key that is for browsers",
    { VITE_GOOGLE_MAPS_API_KEY: "AIzaSyQn4ceGale8vTmR2kLw9XzP3bYdHs6aUoE" },
    SITE,
  ),
  by("a switch", { VITE_OPENAI_ENABLED: "true" }, SITE),
  by("the name of a model", { VITE_OPENAI_MODEL: "gpt-4o-mini" }, SITE),
  by(
    "the file is on the disk",
    { DATABASE_FILENAME: "/data/strapi.db" },
    { command: GUNICORN, ...bare, properties: { disk: DATA } },
  ),
];
