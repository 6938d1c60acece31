import type { ResourceRemediation } from "@pulumi/policy";
import { isLoopback, readStartCommand } from "../domain";
import { WEB_SERVICE } from "./facts";

/**
 * Rules with one right answer, by rule id. CrossGuard runs them only where the policy's enforcement level is
 * set to `remediate` in the pack's configuration. They change the properties in place: a copy would have to read
 * all of them, and reading one that a preview does not know yet throws.
 */
export const REMEDIATIONS: Readonly<Record<string, ResourceRemediation>> = {
  "service/loopback-bind": ({ type, props }) => {
    if (type !== WEB_SERVICE || typeof props.startCommand !== "string") return undefined;
    const command = boundToAll(props.startCommand);
    if (command === undefined) return undefined;
    props.startCommand = command;
    return props;
  },
  "service/health-check-path": ({ type, props }) => {
    if (type !== WEB_SERVICE) return undefined;
    const path = props.healthCheckPath;
    if (typeof path !== "string" || path === "" || path.startsWith("/")) return undefined;
    props.healthCheckPath = `/${path}`;
    return props;
  },
};

/** Flags of the known servers before an address, and runserver's bare argument. */
const ADDRESS =
  /((?:--host|--bind|--hostname|-b|-h|-H)(?:=|\s+|(?=\S))|runserver\s+)(localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)(?=[:\s'"]|$)/g;

/**
 * The command with its loopback address replaced, or with the flag that it lacks; undefined where there is no
 * single right answer. The result is read again: it must bind 0.0.0.0 and leave the port as it was.
 */
export function boundToAll(command: string): string | undefined {
  const before = readStartCommand(command);
  if (before?.host === undefined || !isLoopback(before.host)) return undefined;
  const replaced = command.replace(ADDRESS, (_, flag: string) => `${flag}0.0.0.0`);
  // A flag may be added to a plain command only: behind a pipe or in quotes it would go astray.
  const plain = !/[|&;<>()'"`\\\n#]/.test(command);
  const added =
    plain && ["uvicorn", "flask", "granian"].includes(before.program)
      ? `${command.trimEnd()} --host 0.0.0.0`
      : undefined;
  return [replaced, added].find((candidate) => {
    const after = candidate === undefined ? undefined : readStartCommand(candidate);
    return after?.host === "0.0.0.0" && JSON.stringify(after.port) === JSON.stringify(before.port);
  });
}
