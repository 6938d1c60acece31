import { RENDER_DEFAULT_PORT } from "../platforms/render/ports";
import { isRenderError, readService, readVariable, type ServiceAtRender } from "../render-api";
import { type Answer, fail, notDecided, pass } from "./answer";
import { listeningPorts } from "./listening-port";
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
 * Compares the declared port with what the process said of itself, else with what Render found. The process's word
 * comes first: Render lists 10000 as open from a service's creation on, until it has looked (docs/facts/render.md#r32).
 */
export function judgePort({ declared, open = [], lines, variable }: PortEvidence): Answer {
  const said = listeningPorts(lines);
  const reachable = said.filter(({ loopback }) => !loopback).map(({ port }) => port);
  if (reachable.includes(declared)) return pass(`the service listens on ${declared}, as declared`);
  const [other = open.find((port) => port !== declared)] = reachable.slice(-1);
  if (reachable.length === 0 && open.includes(declared))
    return pass(`Render found ${declared} open, as declared`);
  const [hidden] = said.filter(({ loopback }) => loopback).slice(-1);
  if (other === undefined && hidden !== undefined) {
    return fail(
      `the service listens on ${hidden.port} of its loopback address only, where Render cannot reach it; expected 0.0.0.0`,
      {
        mode: "port/loopback-bind",
        correctiveAction: "Add `--host 0.0.0.0` to `portcullis:service.start`.",
      },
    );
  }
  if (other === undefined)
    return notDecided("neither Render nor the log says which port the service has open");
  const stale = reachable.length === 0 && other === RENDER_DEFAULT_PORT && variable !== String(other);
  if (stale) return notDecided(`Render lists ${other} only, and may not have looked yet`);
  return mismatch(declared, other, variable);
}

function mismatch(declared: number, found: number, variable: string | undefined): Answer {
  const reason = `the service listens on ${found}, the stack declares ${declared}`;
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
