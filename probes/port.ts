import { RENDER_DEFAULT_PORT } from "../platforms/render/ports";
import { isRenderError, readService, readVariable, type ServiceAtRender } from "../render-api";
import { type Answer, fail, notDecided, pass } from "./answer";
import { type ListeningPort, listeningPorts } from "./listening-port";
import type { DeployLog } from "./service-log";

/** What is known about where a live service listens. */
export interface PortEvidence {
  readonly declared: number;
  /** Ports that Render found open; undefined where it states none. */
  readonly open: readonly number[] | undefined;
  readonly lines: readonly string[];
  /** The service's own PORT variable; undefined where it has none. */
  readonly variable: string | undefined;
}

/** Asks Render which port the service has open. */
export async function askPort(
  service: ServiceAtRender,
  { declared, log }: { readonly declared: number; readonly log: DeployLog | undefined },
  signal: AbortSignal,
): Promise<Answer> {
  try {
    await log?.read(signal);
    const { serviceDetails } = await readService(service, signal);
    const open = serviceDetails?.openPorts?.map(({ port }) => port);
    const variable = await readVariable(service, "PORT", signal);
    return judgePort({ declared, open, lines: log?.lines ?? [], variable });
  } catch (error) {
    if (!isRenderError(error)) throw error;
    return notDecided(error.message);
  }
}

/**
 * Compares the declared port with what Render found, else with what the process said of itself. Render's word comes
 * first, since a log line can say anything; but Render lists 10000 as open from a service's creation on, until it has
 * looked (docs/facts/render.md#r32), so that 10000 alone counts only where something else says it too.
 */
export function judgePort({ declared, open = [], lines, variable }: PortEvidence): Answer {
  const said = listeningPorts(lines);
  const reachable = said.filter(({ loopback }) => !loopback).map(({ port }) => port);
  const byPlatform = said
    .filter(({ platform }) => platform)
    .map(({ port }) => port)
    .slice(-1);
  const maybeStale =
    open.every((port) => port === RENDER_DEFAULT_PORT) && variable !== String(RENDER_DEFAULT_PORT);
  const found = maybeStale ? byPlatform : open;
  if (found.includes(declared)) {
    return pass(
      reachable.includes(declared)
        ? `the service listens on ${declared}, as declared`
        : `Render found ${declared} open, as declared`,
    );
  }
  const [other = found[0]] = found.filter((port) => reachable.includes(port));
  if (other !== undefined) return mismatch(declared, other, variable, reachable.includes(declared));
  return judgeWords({ declared, open, variable }, said);
}

/** What the process says of itself, where Render says nothing. */
function judgeWords(
  {
    declared,
    open,
    variable,
  }: Pick<PortEvidence, "declared" | "variable"> & { readonly open: readonly number[] },
  said: readonly ListeningPort[],
): Answer {
  const reachable = said.filter(({ loopback }) => !loopback).map(({ port }) => port);
  if (reachable.includes(declared)) return pass(`the service listens on ${declared}, as declared`);
  const [other] = reachable.slice(-1);
  if (other !== undefined) return mismatch(declared, other, variable, false);
  const [hidden] = said.filter(({ loopback }) => loopback).slice(-1);
  if (hidden !== undefined) {
    return fail(
      `the service listens on ${hidden.port} of its loopback address only, where Render cannot reach it; expected 0.0.0.0`,
      {
        mode: "port/loopback-bind",
        correctiveAction: "Add `--host 0.0.0.0` to `portcullis:service.start`.",
      },
    );
  }
  return open.length === 0
    ? notDecided("neither Render nor the log says which port the service has open")
    : notDecided(`Render lists ${open.join(", ")} only, and may not have looked yet`);
}

function mismatch(declared: number, found: number, variable: string | undefined, saysSo: boolean): Answer {
  const although = saysSo ? `, although its log names ${declared}` : "";
  const reason = `the service listens on ${found}, the stack declares ${declared}${although}`;
  if (variable !== undefined && variable !== String(declared)) {
    return fail(`${reason}: its variable PORT is ${variable}`, {
      mode: "port/mismatch",
      correctiveAction: `Remove PORT from \`portcullis:service.environment\`, or write ${declared} there.`,
    });
  }
  return fail(`${reason}: its start command or code sets the port by itself`, {
    mode: "port/mismatch",
    correctiveAction:
      "Let the start command take `$PORT`, or declare that port as `portcullis:service.port`.",
  });
}
