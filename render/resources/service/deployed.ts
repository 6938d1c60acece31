import { isDeepStrictEqual } from "node:util";
import { isRecord } from "../../../render-api";
import type { Properties } from "../../plugin/property-values";
import { canonicalService } from "./canonical";

/** Properties that reach the running process only through a deploy. */
export const DEPLOYED: ReadonlySet<string> = new Set(
  (
    "plan runtimeSource startCommand preDeployCommand rootDirectory healthCheckPath envVars secretFiles disk " +
    "maxShutdownDelaySeconds repoUrl branch buildCommand publishPath commit envGroupIds"
  ).split(" "),
);

/** Whether any of the changes reaches the running process only through a deploy. */
export function needsDeploy(old: Properties, wanted: Properties, changed: ReadonlySet<string>): boolean {
  if ([...changed].some((name) => name !== "runtimeSource" && DEPLOYED.has(name))) return true;
  return changed.has("runtimeSource") && !isDeepStrictEqual(builtFrom(old), builtFrom(wanted));
}

/** The source without the settings that only say when Render deploys by itself. */
function builtFrom(inputs: Properties): unknown {
  const { runtimeSource } = canonicalService(inputs);
  return Object.entries(isRecord(runtimeSource) ? runtimeSource : {}).map(([kind, source]) => {
    const { autoDeploy: _, autoDeployTrigger: __, buildFilter: ___, ...built } = source as Properties;
    return [kind, built];
  });
}
