import type { ExplainedCase } from "../nineteenth-form";
import { node } from "../written";
import { built, FASTAPI, GUNICORN, rejected } from "./twenty-second-form";

const LIMITS = "plan/limits";
const disk = { name: "data", mountPath: "/var/data", sizeGb: 1 };
const sourceOf = (imageUrl: string) => ({ runtimeSource: { image: { imageUrl, tag: "2.1.0" } } });

/** Services that Render refuses, or cannot fetch. */
export const REJECTED_PLANS_OF_TWENTY_SECOND: readonly ExplainedCase[] = [
  rejected(LIMITS, "the free plan has no disk (Render's page on disks)", FASTAPI, {
    properties: { plan: "free", disk },
  }),
  rejected(
    LIMITS,
    "the free plan has no pre-deploy command (Render's page on deploys)",
    "node dist/main.js",
    {
      ...node,
      properties: { plan: "free", preDeployCommand: "npx prisma migrate deploy" },
    },
  ),
  rejected(LIMITS, "a service with a disk has one instance (Render's page on disks)", GUNICORN, {
    driver: "psycopg2",
    properties: { numInstances: 3, disk },
  }),
  rejected(
    "service/health-check-path",
    "the check asks a path of the instance, and a whole address is none (Render's page on health checks)",
    "node dist/main.js",
    { ...node, properties: { healthCheckPath: "https://quay-api.onrender.com/health" } },
  ),
  rejected(
    "service/source",
    "Render clones by HTTPS, and an address of SSH is refused (Render's API reference: the repository's URL)",
    FASTAPI,
    built("python", "pip install -r requirements.txt", "git@github.com:acme/api.git"),
  ),
  rejected("service/source", "the address is a page of Docker Hub and no reference of an image", null, {
    driver: "psycopg2",
    properties: sourceOf("https://hub.docker.com/r/quay/api"),
  }),
  rejected(
    "blueprint/unknown-value",
    "Render has no native runtime of PHP (Render's page on languages)",
    "php artisan serve --host=0.0.0.0 --port=$PORT",
    { driver: "none", ...built("php", "composer install --no-dev") },
  ),
  rejected(
    "blueprint/unknown-value|plan/limits",
    "hobby is a plan of workspaces, and no service has it (Render's page on pricing; its API reference)",
    FASTAPI,
    { properties: { plan: "hobby" } },
  ),
];
