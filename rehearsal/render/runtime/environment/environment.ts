import path from "node:path";
import type { PreparedDeploy, RuntimeContext } from "../context";
import { type Redirection, redirect } from "./addresses";
import { environmentOf } from "./variables";

/** The folder of the service's commands: its root directory in the checkout. */
export function commandFolder(prepared: PreparedDeploy): string {
  const folder = path.resolve(prepared.folder, prepared.snapshot.rootDir);
  if (folder !== prepared.folder && !folder.startsWith(prepared.folder + path.sep)) {
    throw new Error(`The root directory ${prepared.snapshot.rootDir} leads out of the repository.`);
  }
  return folder;
}

/** The variables of a command or an instance, with this machine's addresses. */
export function environmentFor(
  context: RuntimeContext,
  prepared: PreparedDeploy,
  at: { readonly instance: string; readonly port: number },
): Record<string, string> {
  const { service, deploy, snapshot } = prepared;
  const folder = commandFolder(prepared);
  const { variables } = redirect(snapshot.variables, context.options.addresses ?? {});
  const injection = { service, deploy, snapshot, folder, pathPrefix: context.options.pathPrefix, ...at };
  return environmentOf(injection, variables);
}

export const redirectionsFor = (context: RuntimeContext, prepared: PreparedDeploy): readonly Redirection[] =>
  redirect(prepared.snapshot.variables, context.options.addresses ?? {}).redirections;
