import { hostsOf } from "../../datastores";
import type { PreparedDeploy, RuntimeContext } from "../context";
import { type Redirection, redirect } from "./addresses";
import { commandFolder } from "./command-folder";
import { environmentOf } from "./variables";

/** The variables of a command or an instance, with this machine's addresses. */
export function environmentFor(
  context: RuntimeContext,
  prepared: PreparedDeploy,
  at: { readonly instance: string; readonly port: number; readonly build?: boolean },
): Record<string, string> {
  const { service, deploy, snapshot } = prepared;
  const folder = commandFolder(prepared);
  const set = new Map([...snapshot.variables, ...(context.options.rehearsalVariables ?? [])]);
  const { variables } = redirect(set, addressesFor(context));
  const { pathPrefix } = context.options;
  const { toolchain } = deploy;
  const path = [
    ...(at.build === true ? (toolchain?.buildPath ?? []) : []),
    ...(toolchain?.path ?? []),
    ...(pathPrefix === undefined ? [] : [pathPrefix]),
  ];
  const tools = { ...toolchain?.variables, ...(at.build === true ? toolchain?.buildVariables : {}) };
  return environmentOf({ service, deploy, snapshot, folder, path, tools, ...at }, variables);
}

export const redirectionsFor = (context: RuntimeContext, prepared: PreparedDeploy): readonly Redirection[] =>
  redirect(prepared.snapshot.variables, addressesFor(context)).redirections;

/** What the options say, and each private service and database by its host name inside the workspace's network. */
function addressesFor({ store, options }: RuntimeContext): Readonly<Record<string, string>> {
  const inside = [...store.services.values()]
    .filter(({ type }) => type === "private_service")
    .flatMap(({ slug, details, standInPort }) =>
      details.openPorts.map(({ port }) => [`${slug}:${port}`, `127.0.0.1:${standInPort ?? port}`]),
    );
  const databases = [...store.databases.values()].flatMap((database) => {
    const { address } = database;
    return address === undefined
      ? []
      : Object.values(hostsOf(database)).map((host) => [`${host}:5432`, address]);
  });
  return { ...Object.fromEntries([...inside, ...databases]), ...options.addresses };
}
