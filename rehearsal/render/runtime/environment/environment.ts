import { hostsOf } from "../../datastores";
import type { PreparedDeploy, RuntimeContext } from "../context";
import { type Redirection, redirect } from "./addresses";
import { commandFolder } from "./command-folder";
import { environmentOf } from "./variables";

const KEY_VALUE_PORT = 6379;

/** The variables of a command or an instance, with this machine's addresses. */
export function environmentFor(
  context: RuntimeContext,
  prepared: PreparedDeploy,
  at: {
    readonly instance: string;
    readonly port: number;
    readonly build?: boolean;
    /** In place of this machine's, such as those that a build alone gets. */
    readonly addresses?: Readonly<Record<string, string>>;
  },
): Record<string, string> {
  const { service, deploy, snapshot } = prepared;
  const folder = commandFolder(prepared);
  const { variables } = redirect(setFor(context, prepared), at.addresses ?? addressesFor(context));
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

const setFor = (context: RuntimeContext, { snapshot }: PreparedDeploy): Map<string, string> =>
  new Map([...snapshot.variables, ...(context.options.rehearsalVariables ?? [])]);

/** Where the databases are that a service's variables name. */
export const databasesOf = (context: RuntimeContext, prepared: PreparedDeploy): readonly string[] =>
  redirect(setFor(context, prepared), databaseAddresses(context)).redirections.map(({ to }) => to);

export const redirectionsFor = (context: RuntimeContext, prepared: PreparedDeploy): readonly Redirection[] =>
  redirect(prepared.snapshot.variables, addressesFor(context)).redirections;

/** What the options say, and each private service and database by its host name inside the workspace's network. */
export function addressesFor(context: RuntimeContext): Readonly<Record<string, string>> {
  const { store } = context;
  const inside = [...store.services.values()]
    .filter(({ type }) => type === "private_service")
    .flatMap(({ slug, details, standInPort }) =>
      details.openPorts.map(({ port }) => [`${slug}:${port}`, `127.0.0.1:${standInPort ?? port}`]),
    );
  return { ...Object.fromEntries(inside), ...databaseAddresses(context) };
}

function databaseAddresses({ store, options }: RuntimeContext): Readonly<Record<string, string>> {
  const databases = [...store.databases.values()].flatMap((database) => {
    const { address } = database;
    return address === undefined
      ? []
      : Object.values(hostsOf(database)).map((host) => [`${host}:5432`, address]);
  });
  const keyValues = [...store.keyValues.values()].flatMap(({ id, address }) =>
    address === undefined ? [] : [[`${id}:${KEY_VALUE_PORT}`, address]],
  );
  return { ...Object.fromEntries([...databases, ...keyValues]), ...options.addresses };
}
