import type { PlatformFact, PlatformField } from "../../domain/fact";
import type { ServiceType } from "../../domain/service-type";

/** What Render refuses of a service, each with what would be in order. */
export interface PlanLimit {
  readonly what: string;
  readonly expected: string;
  readonly got: string;
  readonly fix: string;
}

interface Row {
  /** The field whose place a finding has. */
  readonly field: PlatformField;
  readonly applies: (platform: PlatformFact) => boolean;
  readonly limit: (platform: PlatformFact) => PlanLimit;
}

const severalInstances = ({ instances = 1 }: PlatformFact): boolean => instances > 1;
const isFree = ({ plan }: PlatformFact): boolean => plan === "free";

/** What is not on the plan `free`, as a person calls it. */
const CALLED: Readonly<Partial<Record<ServiceType, string>>> = {
  private: "a private service",
  worker: "a background worker",
  cron: "a cron job",
};

/** What can have no disk. */
const WITHOUT_DISK: Readonly<Partial<Record<ServiceType, string>>> = {
  cron: "a cron job",
  static: "a static site",
};

const PAID = "Choose a paid plan, such as `starter`, or remove it.";

function onFree(
  field: PlatformField,
  what: string,
  has: (platform: PlatformFact) => boolean,
  got = what,
): Row {
  return {
    field,
    applies: (platform) => isFree(platform) && has(platform),
    limit: () => ({ what: "plan `free`", expected: `no ${what}`, got: `a service with ${got}`, fix: PAID }),
  };
}

function withDisk(field: PlatformField, has: (platform: PlatformFact) => boolean, got: string): Row {
  return {
    field,
    applies: (platform) => platform.disk === true && has(platform),
    limit: () => ({
      what: "disk",
      expected: "one instance, which alone can have the disk",
      got,
      fix: "Set one instance without autoscaling, or keep the files in an object storage and remove the disk.",
    }),
  };
}

/** Seconds between SIGTERM and SIGKILL that Render takes (its API description: maxShutdownDelaySeconds). */
const SHUTDOWN_DELAY = { least: 1, most: 300 } as const;

/** Limits of Render's plans and of disks (render.com/docs/free, /docs/disks, /docs/scaling). */
export const PLAN_LIMITS: readonly Row[] = [
  onFree("disk", "disk", ({ disk }) => disk === true, "a disk"),
  onFree("instances", "second instance", severalInstances, "several instances"),
  onFree("autoscaling", "autoscaling", ({ autoscaling }) => autoscaling === true),
  onFree("maintenanceMode", "maintenance mode", ({ maintenanceMode }) => maintenanceMode === true),
  // render.com/docs/deploys#pre-deploy-command: for paid services.
  onFree("preDeploy", "pre-deploy command", ({ preDeploy }) => preDeploy === true, "a pre-deploy command"),
  {
    // Only what a request wakes up sleeps (render.com/docs/free, and `paidPlan` of the API description).
    field: "plan",
    applies: (platform) => isFree(platform) && CALLED[platform.type ?? "web"] !== undefined,
    limit: ({ type = "web" }) => ({
      what: "plan `free`",
      expected: "a web service or a static site",
      got: CALLED[type] ?? type,
      fix: "Choose a paid plan, such as `starter`.",
    }),
  },
  {
    // render.com/docs/scaling: 100 at most, and a service without any is suspended instead.
    field: "instances",
    applies: ({ instances = 1 }) => instances < 1 || instances > 100,
    limit: ({ instances }) => ({
      what: "number of instances",
      expected: "1 to 100",
      got: String(instances),
      fix: "Set it within that range; suspend a service that shall not run.",
    }),
  },
  {
    // render.com/docs/cronjobs and render.com/docs/disks, read 2026-12-01. Of a Blueprint it is a field that its table has not.
    field: "disk",
    applies: ({ disk, place, type = "web" }) =>
      disk === true && place.source === "resource" && WITHOUT_DISK[type] !== undefined,
    limit: ({ type = "web" }) => ({
      what: "disk",
      expected: "a web service, a private service or a background worker",
      got: WITHOUT_DISK[type] ?? type,
      fix: "Remove it, and keep the files in an object storage or a database.",
    }),
  },
  withDisk("instances", severalInstances, "several"),
  withDisk("autoscaling", ({ autoscaling }) => autoscaling === true, "autoscaling"),
  {
    field: "shutdownDelaySeconds",
    applies: ({ shutdownDelaySeconds: seconds }) =>
      seconds !== undefined && !(seconds >= SHUTDOWN_DELAY.least && seconds <= SHUTDOWN_DELAY.most),
    limit: ({ shutdownDelaySeconds }) => ({
      what: "shutdown delay",
      expected: `${SHUTDOWN_DELAY.least} to ${SHUTDOWN_DELAY.most} seconds`,
      got: String(shutdownDelaySeconds),
      fix: "Set it within that range.",
    }),
  },
];
