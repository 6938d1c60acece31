import path from "node:path";
import { type Redirection, redirect } from "./addresses";
import { environmentOf } from "./variables";
import type { Placed, World } from "./world";

/** Where the service's commands run: its root directory in the working copy. */
export function commandFolder(placed: Placed): string {
  const folder = path.resolve(placed.folder, placed.snapshot.rootDir);
  if (folder !== placed.folder && !folder.startsWith(placed.folder + path.sep)) {
    throw new Error(`The root directory ${placed.snapshot.rootDir} leads out of the repository.`);
  }
  return folder;
}

/** The variables of a command or an instance, with the addresses where the network leads here. */
export function environmentFor(
  world: World,
  placed: Placed,
  at: { readonly instance: string; readonly port: number },
): Record<string, string> {
  const { service, deploy, snapshot } = placed;
  const folder = commandFolder(placed);
  const { variables } = redirect(snapshot.variables, world.options.addresses ?? {});
  const injection = { service, deploy, snapshot, folder, pathPrefix: world.options.pathPrefix, ...at };
  return environmentOf(injection, variables);
}

export const redirectionsFor = (world: World, placed: Placed): readonly Redirection[] =>
  redirect(placed.snapshot.variables, world.options.addresses ?? {}).redirections;
