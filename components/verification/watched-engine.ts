import { watchPeer } from "../../system/watch-peer";

let watching = false;

/**
 * Ends this process within two seconds after the engine that started it, also by SIGKILL. An engine that was killed
 * cancels nothing: what goes on without it would change Render, and it would not be known. Pulumi starts a dynamic
 * provider with the engine's address as its first argument (sdk/nodejs/cmd/dynamic-provider).
 */
export function endWithEngine(): void {
  if (watching) return;
  watching = true;
  const engine = process.argv[2];
  if (engine !== undefined && /^[\w.[\]:-]+:\d+$/.test(engine)) watchPeer(engine, () => process.exit(1));
}
