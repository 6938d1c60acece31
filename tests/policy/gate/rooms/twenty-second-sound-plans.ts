import type { ExplainedCase } from "../nineteenth-form";
import { image } from "../twentieth-form";
import { node } from "../written";
import { accepted, built, FASTAPI, GUNICORN } from "./twenty-second-form";

const disk = { name: "data", mountPath: "/var/data", sizeGb: 1 };

/** Services that Render takes, next to those that it refuses. */
export const SOUND_PLANS_OF_TWENTY_SECOND: readonly ExplainedCase[] = [
  accepted("starter has a disk (Render's page on disks)", FASTAPI, { properties: { disk } }),
  accepted("starter has a pre-deploy command (Render's page on deploys)", "node dist/main.js", {
    ...node,
    properties: { preDeployCommand: "npx prisma migrate deploy" },
  }),
  accepted("three instances without a disk (Render's page on scaling)", GUNICORN, {
    driver: "psycopg2",
    properties: { numInstances: 3 },
  }),
  accepted("a free service with what free has (Render's page on free instances)", "node server.js", {
    ...node,
    properties: { plan: "free" },
  }),
  accepted("a path of the API's own (Render's page on health checks)", "node dist/main.js", {
    ...node,
    properties: { healthCheckPath: "/api/v1/healthz" },
  }),
  accepted(
    "a repository of GitLab (Render's page on GitLab)",
    FASTAPI,
    built("python", "pip install -r requirements.txt", "https://gitlab.com/quayteam/backend/api"),
  ),
  {
    why: "a reference of Docker Hub with its tag beside it (Render's page on deploying an image)",
    command: null,
    driver: "psycopg2",
    properties: image("docker.io/quayteam/api", "2.1.0"),
  },
];
