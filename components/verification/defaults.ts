import * as pulumi from "@pulumi/pulumi";
import {
  ENDPOINT_DEFAULTS,
  SCHEDULE_DEFAULTS,
  scheduleProblem,
  VERIFY_DEFAULTS,
  WINDOW_DEFAULTS,
  withCount,
} from "../../config";
import type { Endpoint, Schedule } from "../../probes";
import type { EndpointArgs, ScheduleArgs, StabilityArgs } from "./args";
import type { StabilityLimits } from "./inputs";

/** Every endpoint with what it leaves out. */
export function endpointsOf(args: pulumi.Input<readonly pulumi.Input<EndpointArgs>[]>) {
  return pulumi.output(args).apply((endpoints): readonly Endpoint[] =>
    (endpoints as readonly Partial<Endpoint>[]).map((endpoint) => ({
      ...ENDPOINT_DEFAULTS,
      ...(endpoint as Pick<Endpoint, "name" | "path">),
      expect: { ...ENDPOINT_DEFAULTS.expect, ...endpoint.expect },
    })),
  );
}

/** The schedule with what it leaves out. @throws pulumi.RunError where failures alone would pass */
export function scheduleOf(args: pulumi.Input<ScheduleArgs>, name: string): pulumi.Output<Schedule> {
  return pulumi.output(args).apply((written) => {
    const schedule = { ...SCHEDULE_DEFAULTS, ...written };
    const problem = scheduleProblem(schedule);
    if (problem !== undefined)
      throw new pulumi.RunError(`${name}: schedule.${problem.key}: ${problem.message}.`);
    return withCount(schedule);
  });
}

/** The stability time, and its limits where any are declared: without them nothing is added to the state. */
export function stabilityOf(args: pulumi.Input<number | StabilityArgs> = VERIFY_DEFAULTS.stability) {
  if (typeof args === "number") return { stability: args };
  const written = pulumi.output(args);
  return {
    stability: written.apply((one) => (typeof one === "number" ? one : one.window)),
    stabilityLimits: written.apply((one) => (typeof one === "number" ? undefined : limitsOf(one))),
  } as { stability: pulumi.Output<number>; stabilityLimits: pulumi.Output<StabilityLimits> };
}

function limitsOf({ window: _, ...limits }: StabilityArgs): StabilityLimits {
  return { ...WINDOW_DEFAULTS, ...limits };
}
