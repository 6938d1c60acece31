import path from "node:path";
import type { EmbeddedRender, EmbeddedSupabase, Generation, Pooler, Postgres } from "../../rehearsal/index";
import { cacheDirectory } from "../../system";
import { CommandError } from "../exit-code";
import { fullDiskSentence } from "../full-disk";
import { rehearsal } from "../rehearsal";
import type { StackFile } from "../stacks/stack-file";
import { addressesOf, type Ports, pooledProjects } from "./addresses";
import { atOnce } from "./at-once";
import { startBranching } from "./branching";
import type { SqlTarget } from "./database/apply-sql";
import { type StackServer, StackServers } from "./database/servers";
import type { Phases } from "./phases";
import { machinesText } from "./secrets/machines-text";
import type { Source } from "./source/sources";

/** Everything that the stacks' services connect to, on this machine. */
export interface RehearsalEnvironment {
  readonly render: EmbeddedRender;
  /** Where a stack declares Supabase branches for pull requests. */
  readonly branching: EmbeddedSupabase | undefined;
  /** The code of the services. */
  readonly sources: readonly Source[];
  /** The server of a stack's first database. Each stack has servers of its own. */
  databaseOf(stack: string): Postgres;
  /** Every server of a stack, the first one first, with the databases that it has. */
  serversOf(stack: string): readonly StackServer[];
  /** Where the SQL for one of a stack's databases is applied, the first where none is named. @throws CommandError */
  targetOf(stack: string, name: string | undefined): SqlTarget;
  /** Begins with a stack: from now on services get its addresses, and the variables that its rehearsal alone sets. */
  begin(file: StackFile): void;
  /** The same for several stacks at once. @throws CommandError where one name means two things */
  beginAll(files: readonly StackFile[]): void;
  /** This machine's addresses for those in a stack's configuration. */
  addressesOf(file: StackFile): Record<string, string>;
  stop(): Promise<void>;
}

export interface EnvironmentRequest {
  readonly stacks: readonly StackFile[];
  /** The code of their services. */
  readonly sources: readonly Source[];
  /** The folder of the checkouts. */
  readonly scratch: string;
  readonly buildAgain?: boolean | undefined;
  /** Secrets that the user has given. */
  readonly secrets?: readonly string[];
  /** Which Supavisor the pooler answers as. */
  readonly generation: Generation;
  readonly phases: Phases;
  /** Ends what is being started; what runs is ended by `stop`. */
  readonly signal: AbortSignal;
}

/** Starts a PostgreSQL for each stack, the pooler and Render. If one does not start, the others are ended. */
export async function startEnvironment(request: EnvironmentRequest): Promise<RehearsalEnvironment> {
  const { stacks, phases, signal } = request;
  const { startPooler } = rehearsal();
  const started: { stop(): Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    // In reverse order: the last started depends on the earlier ones.
    for (const part of started.splice(0).reverse()) await part.stop();
  };
  try {
    const databases = new Map<string, StackServers>();
    for (const file of stacks) {
      const servers = await phases.measure("PostgreSQL", "theirs", () =>
        StackServers.start(file, rehearsal().startHostedPostgres, {
          adminPassword: machinesText(cacheDirectory(), file.stack)("owner"),
          signal,
          onStarted: (server) => started.push(server),
        }),
      );
      databases.set(file.stack, servers);
      signal.throwIfAborted();
    }
    const options = poolerOptions(request, databases);
    const pooler = await phases.measure("pooler", "ours", () => startPooler(options));
    started.push(pooler);
    const branching = await startBranching({ ...request, tenants: options.tenants });
    if (branching !== undefined) started.push(branching);
    const addresses = new Map(
      stacks.map((file) => [file.stack, addressesOf(file, portsOf(file, databases, pooler))]),
    );
    const variables = new Map<string, string>();
    // Of the stack that is rehearsed now: two stacks may name one host for two databases.
    const current: Record<string, string> = {};
    const render = await startEmbeddedRender(request, current, variables);
    started.push(render);
    const beginAll = (files: readonly StackFile[]): void => {
      const both = atOnce(files, ({ stack }) => Object.entries(held(addresses, stack)), "the address");
      for (const host of Object.keys(current)) delete current[host];
      Object.assign(current, Object.fromEntries(both));
      variables.clear();
      for (const [name, value] of atOnce(files, rehearsalVariables, "the variable of a rehearsal"))
        variables.set(name, value);
    };
    return {
      render,
      branching,
      sources: request.sources,
      begin: (file) => beginAll([file]),
      beginAll,
      databaseOf: (stack) => held(databases, stack).first,
      serversOf: (stack) => held(databases, stack).all,
      targetOf: (stack, name) => held(databases, stack).target(name),
      addressesOf: ({ stack }) => held(addresses, stack),
      stop,
    };
  } catch (cause) {
    await stop();
    signal.throwIfAborted();
    // The part that needs something missing on this machine (Python, PostgreSQL's account, …) says so itself.
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new CommandError(fullDiskSentence(cause) ?? said, undefined, { cause });
  }
}

function poolerOptions(
  { stacks, generation }: EnvironmentRequest,
  databases: ReadonlyMap<string, StackServers>,
) {
  const declared = stacks.flatMap((file) =>
    pooledProjects(file).map((project) => {
      const { socketDirectory, port } = held(databases, file.stack).of({ supabase: project });
      return { ...project, tenant: { socketDirectory, port } };
    }),
  );
  return {
    generation,
    tenants: Object.fromEntries(declared.map(({ projectRef, tenant }) => [projectRef, tenant])),
    hosts: [...new Set(declared.map(({ poolerHost }) => poolerHost))],
  };
}

function portsOf({ stack }: StackFile, databases: ReadonlyMap<string, StackServers>, pooler: Pooler): Ports {
  const { sessionPort: session, transactionPort: transaction } = pooler;
  const servers = held(databases, stack);
  const directOf: Ports["directOf"] = (database) => servers.of(database).port;
  return { session, transaction, direct: servers.first.port, directOf };
}

async function startEmbeddedRender(
  { sources, scratch, phases, buildAgain = false, secrets = [] }: EnvironmentRequest,
  addresses: Readonly<Record<string, string>>,
  variables: ReadonlyMap<string, string>,
): Promise<EmbeddedRender> {
  const { startRender } = rehearsal();
  const repositories = sources.map(({ repository, folder, commit }) => [repository, { folder, commit }]);
  return phases.measure("Render", "ours", () =>
    startRender({
      repositories: Object.fromEntries(repositories),
      toolCache: path.join(cacheDirectory(), "builds"),
      buildAgain,
      secrets,
      addresses,
      rehearsalVariables: variables,
      checkoutFolder: scratch,
    }),
  );
}

function held<T>(map: ReadonlyMap<string, T>, stack: string): T {
  const value = map.get(stack);
  if (value === undefined) throw new Error(`the rehearsal has no stack ${stack}`);
  return value;
}

/** What the services of a stack get in a rehearsal alone. */
export function rehearsalVariables({ config }: StackFile): [string, string][] {
  const { variables = {} } = (config["portcullis:rehearsal"] ?? {}) as {
    variables?: Record<string, unknown>;
  };
  return Object.entries(variables).map(([name, value]) => [name, String(value)]);
}
