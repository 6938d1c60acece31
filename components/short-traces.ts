/** Of an error that is thrown meanwhile: where, and by whom it was called. */
const FRAMES = 2;

/**
 * Declares resources with short stack traces. Pulumi's SDK takes one of each promise that it makes, 174 of them for a
 * service, and maps each frame to its source (sdk/nodejs/runtime/debuggable.ts of 3.259.0, read 2026-11-29): half of a
 * program's time with 200 services. Only PULUMI_DEBUG_PROMISE_LEAKS shows them.
 */
export function withShortTraces<T>(declare: () => T): T {
  if (process.env.PULUMI_DEBUG_PROMISE_LEAKS !== undefined) return declare();
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = Math.min(FRAMES, limit);
  try {
    return declare();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
