import { type BrokenProgram, native, PIP, privateService } from "./eighteenth-form";
import { GUNICORN, nodeApp, python, queue, SESSION } from "./twentieth-form";

const LIMITS = "plan/limits";
const DISKS = "Render's page on persistent disks";
const data = { name: "data", mountPath: "/var/data", sizeGb: 5 };
const scaling = (min: number, max: number) => ({
  enabled: true,
  min,
  max,
  criteria: { cpu: { enabled: true, percentage: 70 }, memory: { enabled: false, percentage: 70 } },
});

/** Broken programs that ask for more than a plan has, or use a disk where there is none. */
export const REJECTED_PROGRAM_PLANS_OF_TWENTIETH: readonly BrokenProgram[] = [
  {
    name: "autoscaling-with-a-disk",
    rules: [LIMITS],
    at: ["media", "autoscaling"],
    alsoAt: [["media", "disk"]],
    why: "A service with a disk has one instance.",
    source: DISKS,
    resources: {
      media: nodeApp(
        "media",
        "node dist/server.js",
        {},
        {
          plan: "standard",
          disk: data,
          autoscaling: scaling(1, 3),
        },
      ),
    },
  },
  {
    name: "disk-on-the-free-plan",
    rules: [LIMITS],
    at: ["notes", "disk"],
    alsoAt: [["notes", "plan"]],
    why: "A free web service can have no disk.",
    source: "Render's page on free instances",
    resources: {
      notes: python(
        "notes",
        GUNICORN,
        { DATABASE_URL: "sqlite:////var/data/notes.db" },
        {
          plan: "free",
          disk: data,
        },
      ),
    },
  },
  {
    name: "free-private-service",
    rules: [LIMITS],
    at: ["embeddings", "plan"],
    why: "Private services have no free plan.",
    source: "Render's page on free instances",
    resources: {
      embeddings: privateService({
        name: "embeddings",
        plan: "free",
        region: "frankfurt",
        startCommand: "uvicorn embeddings.main:app --host 0.0.0.0 --port $PORT",
        runtimeSource: native("python", PIP, "embeddings"),
        envVars: { PORT: { value: "8080" } },
      }),
    },
  },
  {
    name: "pre-deploy-on-the-free-plan",
    rules: [LIMITS],
    at: ["api", "preDeployCommand"],
    alsoAt: [["api", "plan"]],
    why: "The pre-deploy command is there for paid instances alone.",
    source: "Render's page on deploys",
    resources: {
      api: python(
        "orchard-api",
        GUNICORN,
        { DATABASE_URL: SESSION },
        {
          plan: "free",
          preDeployCommand: "python manage.py migrate --noinput",
        },
      ),
    },
  },
  {
    name: "autoscaling-upside-down",
    rules: [LIMITS],
    at: ["api", "autoscaling"],
    why: "The fewest instances, 4, are more than the most, 2.",
    source: "Render's page on scaling",
    resources: {
      api: python("orchard-api", GUNICORN, {}, { plan: "standard", autoscaling: scaling(4, 2) }),
    },
  },
  {
    name: "migration-of-a-file-before-the-disk",
    rules: ["service/disk-before-start"],
    at: ["wiki", "preDeployCommand"],
    why: "The pre-deploy command runs on another instance, without the disk on which the database is.",
    source: DISKS,
    resources: {
      wiki: python(
        "wiki",
        GUNICORN,
        { DATABASE_URL: "sqlite:////var/data/wiki.db" },
        {
          disk: data,
          preDeployCommand: "python manage.py migrate --noinput",
        },
      ),
    },
  },
  {
    name: "build-that-fills-the-disk",
    rules: ["service/disk-before-start"],
    at: ["maps", "runtimeSource"],
    why: "No disk is there in a build, so the copied file is lost.",
    source: DISKS,
    resources: {
      maps: python(
        "maps",
        "gunicorn maps.wsgi --bind 0.0.0.0:$PORT",
        {},
        {
          runtimeSource: native(
            "python",
            `${PIP} && mkdir -p /var/data && cp fixtures/tiles.db /var/data/tiles.db`,
          ),
          disk: data,
        },
      ),
    },
  },
  {
    name: "worker-reads-the-disk-of-the-service",
    rules: ["service/disk-of-another"],
    at: ["resize", "envVars.UPLOAD_DIR"],
    alsoAt: [["resize", "startCommand"]],
    why: "A disk is its own service's: the worker has an empty folder under that path, or none.",
    source: DISKS,
    resources: {
      api: python("orchard-api", GUNICORN, { UPLOAD_DIR: "/var/data/uploads" }, { disk: data }),
      resize: queue("resize", "python -m orchard.resize --watch /var/data/uploads", {
        UPLOAD_DIR: "/var/data/uploads",
      }),
    },
  },
  {
    name: "mail-by-587-on-the-free-plan",
    rules: ["service/blocked-port"],
    at: ["api", "envVars.EMAIL_PORT"],
    alsoAt: [["api", "plan"]],
    why: "Render lets nothing out of a free web service by 25, 465 and 587: each mail ends in a time-out.",
    source: "Render's changelog and its page on free instances",
    resources: {
      api: python(
        "orchard-api",
        GUNICORN,
        { EMAIL_HOST: "smtp.gmail.com", EMAIL_PORT: "587", EMAIL_USE_TLS: "True" },
        { plan: "free" },
      ),
    },
  },
];
