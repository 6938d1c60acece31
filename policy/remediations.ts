import type { ResourceRemediation } from "@pulumi/policy";
import { isLoopback, readStartCommand } from "../domain";

const WEB_SERVICE = "render:index/webService:WebService";

/**
 * Rules with one right answer, by rule id. CrossGuard runs them only where the policy's enforcement level is
 * set to `remediate` in the pack's configuration.
 */
export const REMEDIATIONS: Readonly<Record<string, ResourceRemediation>> = {
  "service/loopback-bind": ({ type, props }) => {
    if (type !== WEB_SERVICE || typeof props.startCommand !== "string") return undefined;
    const host = readStartCommand(props.startCommand)?.host;
    if (host === undefined || !isLoopback(host) || !props.startCommand.includes(host)) return undefined;
    return { ...props, startCommand: props.startCommand.replace(host, "0.0.0.0") };
  },
  "service/health-check-path": ({ type, props }) => {
    const path = props.healthCheckPath;
    if (type !== WEB_SERVICE || typeof path !== "string" || path === "" || path.startsWith("/"))
      return undefined;
    return { ...props, healthCheckPath: `/${path}` };
  },
};
