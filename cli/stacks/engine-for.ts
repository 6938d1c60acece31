import { type Engine, EngineError, findEngine } from "../../engine";
import { CommandError } from "../exit-code";

interface Finding {
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
}

/** @throws CommandError where there is no Pulumi CLI */
export async function engineFor({ report, signal }: Finding): Promise<Engine> {
  return findEngine({ report, signal }).catch((cause: unknown) => {
    throw cause instanceof EngineError ? new CommandError(cause.message, undefined, { cause }) : cause;
  });
}
