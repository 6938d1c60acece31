import { writeFileSync } from "node:fs";
import path from "node:path";

/**
 * A shell's command line, and variables, by which `$0 "$@"` runs as on a full disk: no file grows beyond 512 bytes, and
 * a write that would let it ends in an error. The signal that comes with it would else end the process.
 *
 * @param folder where the preloaded module may be written
 */
export function fullDisk(folder: string): { readonly shell: string; readonly env: NodeJS.ProcessEnv } {
  const preloaded = path.join(folder, "ignore-file-size-signal.cjs");
  writeFileSync(preloaded, 'process.on("SIGXFSZ", () => undefined);\n');
  return {
    shell: 'ulimit -f 1; exec "$0" "$@"',
    env: { NODE_OPTIONS: `--require ${preloaded}`, NODE_DISABLE_COMPILE_CACHE: "1" },
  };
}
