import * as pulumi from "@pulumi/pulumi";
import { ENDPOINT_DEFAULTS, SCHEDULE_DEFAULTS, scheduleProblem, withCount } from "../../config";
import type { Endpoint, Schedule } from "../../probes";
import type { EndpointArgs, ScheduleArgs } from "./args";

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
