import type { Instance } from "./instance";
import { type HeldAnswer, type HeldRequest, RequestInFlight } from "./request-in-flight";

/** How an instance ended after SIGTERM. */
export interface Shutdown {
  /** Until its last process had ended. */
  readonly seconds: number;
  /** How long it may take: the service's `maxShutdownDelaySeconds`. */
  readonly delaySeconds: number;
  /** Whether it ended by itself: with 0, or by SIGTERM, which a program without a handler ends by. */
  readonly clean: boolean;
  readonly exitStatus: number | undefined;
  /** What became of a request in flight; undefined where none could be held. */
  readonly request?: HeldAnswer | undefined;
}

const BY_SIGTERM = 143;

/** Ends an instance by `end`, with a request in flight where one is given, and says how it went. */
export async function examineShutdown(
  instance: Instance,
  { host, delaySeconds, held }: { host: string; delaySeconds: number; held: HeldRequest | undefined },
  end: () => Promise<void>,
): Promise<Shutdown> {
  const inFlight =
    held === undefined ? undefined : await RequestInFlight.send(instance, host, held).catch(() => undefined);
  const started = performance.now();
  const gone = new AbortController();
  const ending = end().finally(() => gone.abort());
  const request = await inFlight?.finish(gone.signal);
  await ending;
  const exitStatus = instance.running.status();
  return {
    seconds: (performance.now() - started) / 1000,
    delaySeconds,
    clean: exitStatus === 0 || exitStatus === BY_SIGTERM,
    exitStatus,
    ...(request === undefined ? {} : { request }),
  };
}
