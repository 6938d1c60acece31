import { holdFolder } from "../system";
import type { EngineOptions } from "./engine";

/** Locks `folder` until the returned function is called. Waits for a run that holds the lock. */
export function holdLock(folder: string, options: Required<EngineOptions>): Promise<() => Promise<void>> {
  const onWait = () => options.report("engine: another run is at work on it; waiting for that one");
  return holdFolder(folder, { stale: 30_000, pause: () => 500, signal: options.signal, onWait });
}
