import { isRecord } from "../../../render-api";
import type { Problem } from "../../fields";
import type { Properties } from "../../plugin/property-values";
import type { ServiceRow } from "./row";

/** Only what a request wakes up can have the plan `free` (Render's API description, `paidPlan`, read 2026-11-28). */
export function planProblems({ type, called }: ServiceRow, inputs: Properties): Problem[] {
  if (inputs.plan !== "free" || type === "web_service") return [];
  return [
    { property: "plan", reason: `a ${called} is not on the plan \`free\`: choose \`starter\` or more.` },
  ];
}

/** Problems that only several fields together have. */
export function runningProblems(inputs: Properties): Problem[] {
  const problems: Problem[] = [];
  const tell = (property: string, reason: string) => problems.push({ property, reason });
  const runtime = isRecord(inputs.runtimeSource) ? inputs.runtimeSource : {};
  if (runtime.nativeRuntime !== undefined && !inputs.startCommand) {
    tell("startCommand", "a native runtime needs a start command, and it is missing.");
  }
  if (inputs.plan === "free") {
    for (const paid of ["disk", "autoscaling", "preDeployCommand", "maintenanceMode"]) {
      if (isAskedFor(inputs[paid]))
        tell(paid, "the plan `free` does not have this: choose `starter` or more.");
    }
  }
  const several = typeof inputs.numInstances === "number" && inputs.numInstances > 1;
  if (several && inputs.plan === "free") tell("numInstances", "the plan `free` has one instance.");
  if (several && inputs.disk !== undefined) tell("numInstances", "a service with a disk has one instance.");
  const scaling = isRecord(inputs.autoscaling) ? inputs.autoscaling : {};
  if (Number(scaling.min) > Number(scaling.max))
    tell("autoscaling.min", "must not be above `autoscaling.max`.");
  if (scaling.enabled === true && inputs.disk !== undefined)
    tell("autoscaling", "a service with a disk has one instance.");
  return problems;
}

/** An empty text, or what is said to be off, asks for nothing: an import may bring it. */
function isAskedFor(value: unknown): boolean {
  return value !== undefined && value !== "" && !(isRecord(value) && value.enabled === false);
}
