import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, ruby } from "../written";
import {
  broken,
  brokenOf,
  built,
  DISK,
  LIMITS,
  repository,
  SESSION,
  SOURCE,
  UNICORN,
} from "./twenty-seventh-form";

const REGION = "blueprint/unknown-value|plan/limits";

/** What Render refuses, and files that are not there when they are needed. */
export const REJECTED_PLANS_OF_TWENTY_SEVENTH: readonly ExplainedCase[] = [
  broken(LIMITS, "a free service has one instance (Render's page on free instances)", UNICORN, {
    properties: { plan: "free", numInstances: 2 },
  }),
  broken(LIMITS, "a service with a disk has one instance (Render's page on disks)", UNICORN, {
    properties: { disk: DISK, numInstances: 3 },
  }),
  broken(LIMITS, "a service with a disk does not scale (Render's page on scaling)", UNICORN, {
    properties: {
      disk: DISK,
      autoscaling: {
        enabled: true,
        min: 1,
        max: 3,
        criteria: { cpu: { enabled: true, percentage: 70 }, memory: { enabled: false, percentage: 80 } },
      },
    },
  }),
  broken(LIMITS, "a free service has no disk (Render's page on free instances)", "node dist/server.js", {
    ...node,
    properties: { plan: "free", disk: DISK },
  }),
  broken(LIMITS, "a free service has no pre-deploy command (Render's page on deploys)", UNICORN, {
    properties: { plan: "free", preDeployCommand: "alembic upgrade head" },
  }),
  broken(
    LIMITS,
    "the shutdown delay is at most 300 seconds (Render's API: maxShutdownDelaySeconds)",
    UNICORN,
    { properties: { maxShutdownDelaySeconds: 600 } },
  ),
  broken(LIMITS, "the mount path begins with a slash (Render's page on disks)", UNICORN, {
    properties: { disk: { name: "data", mountPath: "data", sizeGb: 1 } },
  }),
  {
    rule: LIMITS,
    why: "a worker has no free plan (Render's page on free instances)",
    kind: "worker",
    command: "npx tsx src/worker.ts",
    ...node,
    properties: { plan: "free" },
  },
  {
    rule: LIMITS,
    why: "a private service has no free plan (Render's page on free instances)",
    kind: "private",
    command: UNICORN,
    properties: { plan: "free" },
  },
  broken(REGION, "AWS' name of a region is none of Render's (Render's page on regions)", UNICORN, {
    properties: { region: "eu-central-1" },
  }),
  broken(REGION, "basic is no plan of a web service (Render's API: create a service)", UNICORN, {
    properties: { plan: "basic" },
  }),
  broken(SOURCE, "an address for SSH (Render's API: create a service)", UNICORN, {
    properties: {
      runtimeSource: {
        nativeRuntime: {
          runtime: "python",
          buildCommand: "pip install -r requirements.txt",
          repoUrl: "git@github.com:dipper-brook/api.git",
          branch: "main",
        },
      },
    },
  }),
  broken(
    SOURCE,
    "the address of a folder in GitHub's pages is no repository (Render's page on monorepos)",
    UNICORN,
    {
      properties: {
        runtimeSource: {
          nativeRuntime: {
            runtime: "python",
            buildCommand: "pip install -r requirements.txt",
            repoUrl: `${repository("brook")}/tree/main/backend`,
            branch: "main",
          },
        },
      },
    },
  ),
  brokenOf(
    "service/disk-before-start",
    "the build has no disk, so it migrates a file that is lost (render-examples/strapi-sqlite, issue 26)",
    { DATABASE_URL: "sqlite:////var/data/brook.db" },
    {
      ...bare,
      command: "gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT",
      properties: {
        disk: DISK,
        ...built("python", "pip install -r requirements.txt && python manage.py migrate"),
      },
    },
  ),
  brokenOf(
    "service/disk-before-start",
    "the build copies to the disk, which is mounted when the service starts (Render's page on disks)",
    { DATABASE_URL: SESSION },
    {
      ...ruby,
      command: "bundle exec puma -b tcp://0.0.0.0:$PORT",
      properties: { disk: DISK, ...built("ruby", "bundle install && cp -r seed/uploads /var/data/uploads") },
    },
  ),
];
