import type { Service, Store } from "../store";
import type { PreparedDeploy, RuntimeContext } from "./context";
import { liveDeploy } from "./deploys/deploy-record";
import { DEFAULT_PORT } from "./environment/variables";
import { launchInstance, type Startup } from "./instances/instance";
import type { HeldRequest } from "./instances/request-in-flight";
import { examineShutdown, type Shutdown } from "./instances/shutdown";
import { publicHost } from "./public-host";
import type { ServiceRuntime } from "./service-runtime";

/** What was seen of a live service, beside what Render's API says. */
export interface Observed {
  /** How long its build took, the copy of the source and the preparation of its tools included. */
  readonly buildSeconds?: number | undefined;
  /** Whether that copied what an earlier build had made of the same files, variables and tools. */
  readonly buildCopied?: true | undefined;
  readonly startup?: Startup | undefined;
  /** What differs from Render in its build, one sentence each. */
  readonly differences: readonly string[];
}

/** A run on another port. */
export interface OtherPort {
  readonly asked: number;
  /** The port that the process bound; undefined where it bound none, or ended. */
  readonly bound: number | undefined;
}

export function observed(runtime: ServiceRuntime, service: Service): Observed {
  const live = liveDeploy(service);
  return {
    buildSeconds: live?.built?.seconds,
    ...(live?.built?.copied && { buildCopied: true }),
    startup: runtime.supervisor?.instance?.startup,
    differences: [live?.toolchain, live?.image].flatMap((made) => made?.differences ?? []),
  };
}

/** Ends the live instance by `suspend` and says how it went. @returns undefined where none runs */
export async function shutDown(
  runtime: ServiceRuntime,
  held: HeldRequest | undefined,
  suspend: () => Promise<void>,
): Promise<Shutdown | undefined> {
  const { supervisor } = runtime;
  const instance = supervisor?.instance;
  if (supervisor === undefined || instance === undefined) return undefined;
  const { prepared } = supervisor;
  const delaySeconds = prepared.snapshot.details.maxShutdownDelaySeconds;
  return examineShutdown(instance, { host: publicHost(prepared.service), delaySeconds, held }, suspend);
}

/** Runs the live deploy once more with another PORT, beside nothing: the service is suspended. */
export async function runOnOtherPort(
  context: RuntimeContext,
  service: Service,
  { port, signal }: { readonly port: number; readonly signal: AbortSignal },
): Promise<OtherPort> {
  const deploy = liveDeploy(service);
  const { snapshot, folder } = deploy ?? {};
  if (deploy === undefined || snapshot === undefined || folder === undefined)
    return { asked: port, bound: undefined };
  const variables = new Map([...snapshot.variables, ["PORT", String(port)]]);
  const prepared: PreparedDeploy = { service, deploy, folder, snapshot: { ...snapshot, variables } };
  service.log.note("app", `The service runs once more, with PORT=${port}.`);
  const graceSeconds = snapshot.details.maxShutdownDelaySeconds;
  const launched = await launchInstance(context, prepared, {
    signal,
    primary: DEFAULT_PORT,
    graceSeconds: () => graceSeconds,
  });
  if (!launched.ok) return { asked: port, bound: undefined };
  await launched.instance.running.stop(graceSeconds);
  return { asked: port, bound: launched.instance.port };
}

/** The end of one service's log, as its processes wrote it. */
export interface LastLines {
  readonly service: string;
  readonly lines: readonly string[];
}

/** The ends of the logs of services that are not suspended and did not go live; of all that run, where all are live. */
export function lastLines({ services }: Store, most: number): readonly LastLines[] {
  const running = [...services.values()].filter(({ suspended }) => !suspended);
  const failed = running.filter(({ deploys: [newest] }) => newest?.status !== "live");
  return (failed.length > 0 ? failed : running).map(({ name, log }) => ({
    service: name,
    lines: log.lines.slice(-most).map(({ message }) => message),
  }));
}
