import type { StackConfiguration } from "../../config/stack";

/** How many instances an environment runs, by Render's names of their plans. */
export interface Instances {
  /** Instances that run all the time, by plan. */
  readonly plans: Readonly<Record<string, number>>;
  /** Services that cost by what they do: cron jobs by the time that they run. */
  readonly cronJobs: number;
  /** Static sites have no instance. */
  readonly staticSites: number;
  /** Supabase's branches cost by the hour. */
  readonly branches: number;
}

/** @param branches how many Supabase branches it has */
export function instancesOf({ services }: StackConfiguration, branches: number): Instances {
  const plans: Record<string, number> = {};
  for (const service of services) {
    if (service.type === "static" || service.type === "cron") continue;
    const { plan } = service as { readonly plan: string };
    plans[plan] = (plans[plan] ?? 0) + 1;
  }
  const count = (type: string): number => services.filter((service) => service.type === type).length;
  return { plans, cronJobs: count("cron"), staticSites: count("static"), branches };
}

export function instanceWords({ plans, cronJobs, staticSites, branches }: Instances): string {
  const running = Object.entries(plans).map(([plan, count]) => `${count} × ${plan}`);
  const others = [
    ...(cronJobs === 0 ? [] : [`${cronJobs} cron ${cronJobs === 1 ? "job" : "jobs"}, by running time`]),
    ...(staticSites === 0
      ? []
      : [`${staticSites} static ${staticSites === 1 ? "site" : "sites"}, no instance`]),
    ...(branches === 0
      ? []
      : [`${branches} Supabase ${branches === 1 ? "branch" : "branches"}, by running time`]),
  ];
  return [...running, ...others].join("; ") || "none";
}
