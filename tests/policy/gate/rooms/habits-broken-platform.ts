import { brokenWeb, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, DOCKER, node } from "../written";

const HEALTH = "service/health-check-path";
const LIMITS = "plan/limits";
const UNKNOWN = "blueprint/unknown-value";
const SOURCE = "service/source";
const CRON = "service/cron-schedule";
const UVICORN = "uvicorn main:app --host 0.0.0.0 --port $PORT";

const one = (rule: string, why: string, properties: object, more = {}): ExplainedCase => ({
  why,
  ...brokenWeb(rule, UVICORN, { properties, ...more }),
});
const built = (runtime: string, buildCommand: string, more = {}) => ({
  runtimeSource: {
    nativeRuntime: { repoUrl: "https://github.com/acme/api", branch: "main", runtime, buildCommand, ...more },
  },
});
const cron = (schedule: string, command = "python -m jobs.nightly") => ({
  kind: "cron" as const,
  command,
  properties: { schedule },
});
const pages = (properties: object) => ({ kind: "static" as const, properties });

/** Fields of services as they are filled in by habit. */
export const HABITS_BROKEN_PLATFORM: readonly ExplainedCase[] = [
  one(HEALTH, "a path begins with a slash", { healthCheckPath: "health" }),
  one(HEALTH, "an address is no path", { healthCheckPath: "https://api-web.onrender.com/health" }),
  one(HEALTH, "a path of another port", { healthCheckPath: ":8000/health" }),
  one(LIMITS, "a disk is one instance's", {
    numInstances: 3,
    disk: { name: "data", mountPath: "/var/data", sizeGb: 10 },
  }),
  one(LIMITS, "a service with a disk does not scale by itself", {
    disk: { name: "data", mountPath: "/var/data", sizeGb: 10 },
    autoscaling: {
      enabled: true,
      min: 1,
      max: 3,
      criteria: { cpu: { enabled: true, percentage: 70 }, memory: { enabled: true, percentage: 70 } },
    },
  }),
  one(LIMITS, "the free plan has no disk", {
    plan: "free",
    disk: { name: "data", mountPath: "/var/data", sizeGb: 1 },
  }),
  one(LIMITS, "the free plan has one instance", { plan: "free", numInstances: 2 }),
  one(LIMITS, "a disk's path is a whole one", { disk: { name: "data", mountPath: "data", sizeGb: 1 } }),
  one(LIMITS, "a disk is not at the root", { disk: { name: "data", mountPath: "/", sizeGb: 1 } }),
  one(LIMITS, "a disk over the code hides it", {
    disk: { name: "data", mountPath: "/opt/render/project/src", sizeGb: 1 },
  }),
  one(LIMITS, "at most 300 seconds", { maxShutdownDelaySeconds: 600 }),
  one(LIMITS, "the free plan has no pre-deploy command", {
    plan: "free",
    preDeployCommand: "alembic upgrade head",
  }),
  one(UNKNOWN, "a region of AWS", { region: "us-east-1" }),
  one(UNKNOWN, "a plan of another platform", { plan: "hobby" }),
  one(UNKNOWN, "a runtime is one of Render's words", built("python3", "pip install -r requirements.txt")),
  one(SOURCE, "an address for SSH", {
    runtimeSource: {
      nativeRuntime: {
        repoUrl: "git@github.com:acme/api.git",
        branch: "main",
        runtime: "python",
        buildCommand: "make install",
      },
    },
  }),
  one(SOURCE, "a page of a branch is no repository", {
    runtimeSource: {
      nativeRuntime: {
        repoUrl: "https://github.com/acme/api/tree/main",
        branch: "main",
        runtime: "python",
        buildCommand: "make install",
      },
    },
  }),
  one(
    SOURCE,
    "Docker Hub's page is no image",
    { runtimeSource: { image: { imageUrl: "https://hub.docker.com/r/acme/api", tag: "1.2.0" } } },
    bare,
  ),
  one(
    SOURCE,
    "a tag is written once",
    { runtimeSource: { image: { imageUrl: "ghcr.io/acme/api:latest", tag: "latest" } } },
    bare,
  ),
  one(
    `${START}|service/missing-requirement|service/unmet-need`,
    "a build has no right to install packages of the system",
    built("python", "apt-get update && apt-get install -y ffmpeg && pip install -r requirements.txt"),
  ),
  one(
    `${START}|service/missing-requirement|service/unmet-need`,
    "a build has no right to install packages of the system",
    built("python", "pip install -r requirements.txt && playwright install --with-deps chromium"),
  ),
  one(
    `${START}|service/missing-requirement|service/unmet-need`,
    "a build has no sudo",
    built("node", "sudo apt-get install -y libvips && npm ci"),
    node,
  ),
  one(START, "conda is not there", built("python", "conda env create -f environment.yml")),
  one(
    `${START}|service/missing-requirement`,
    "the build of another language",
    built("python", "npm install && npm run build"),
  ),
  one("service/native-without-start", "no command", {}, { command: null }),
  one(`service/missing-file|${SOURCE}`, "the root directory is the whole path of a machine", {
    rootDirectory: "/home/me/api",
  }),
  { why: "six fields", ...brokenWeb(CRON, "python -m jobs.nightly", cron("0 0 3 * * *")) },
  { why: "words of English", ...brokenWeb(CRON, "python -m jobs.nightly", cron("every day at 3am")) },
  { why: "a rate of AWS", ...brokenWeb(CRON, "python -m jobs.nightly", cron("rate(5 minutes)")) },
  { why: "an hour that does not exist", ...brokenWeb(CRON, "python -m jobs.nightly", cron("0 24 * * *")) },
  {
    why: "the line of a crontab",
    ...brokenWeb(CRON, "python -m jobs.nightly", cron("0 3 * * * python -m jobs.nightly")),
  },
  {
    why: "a scheduler in a cron job never ends",
    ...brokenWeb(`${START}|${CRON}`, "", cron("0 3 * * *", "celery -A tasks beat")),
  },
  {
    why: "a server in a cron job never ends",
    ...brokenWeb(`${START}|${CRON}`, "", cron("0 3 * * *", "gunicorn main:app --bind 0.0.0.0:8000")),
  },
  {
    why: "Vite writes dist",
    ...brokenWeb(
      "service/publish-path",
      "",
      pages({ buildCommand: "npm ci && npx vite build", publishPath: "build" }),
    ),
  },
  {
    why: "Create React App writes build",
    ...brokenWeb(
      "service/publish-path",
      "",
      pages({ buildCommand: "npm ci && npx react-scripts build", publishPath: "dist" }),
    ),
  },
  {
    why: "next build alone writes no site",
    ...brokenWeb(
      "service/publish-path",
      "",
      pages({ buildCommand: "npm ci && npx next build", publishPath: ".next" }),
    ),
  },
  {
    why: "a rule that catches all before another",
    ...brokenWeb(
      "service/route-order",
      "",
      pages({
        buildCommand: "npm ci && npx vite build",
        publishPath: "dist",
        routes: [
          { type: "rewrite", source: "/*", destination: "/index.html" },
          { type: "redirect", source: "/old", destination: "/new" },
        ],
      }),
    ),
  },
  one("service/custom-domain", "a domain with its scheme", {
    customDomains: [{ name: "https://api.habit.io" }],
  }),
  one("service/custom-domain", "a domain with a path", { customDomains: [{ name: "api.habit.io/v1" }] }),
  one("service/custom-domain", "Render's own name is no domain of the service", {
    customDomains: [{ name: "api.onrender.com" }],
  }),
  one(
    LIMITS,
    "Docker's start command belongs to Docker's field",
    { ...DOCKER, disk: { name: "data", mountPath: "/var/data", sizeGb: 0 } },
    bare,
  ),
];
