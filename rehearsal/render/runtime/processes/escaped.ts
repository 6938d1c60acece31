import { readdir, readFile } from "node:fs/promises";

/** Names each command and instance, with all that they start; the launcher's shell reads it too. */
export const MARK = "RENDER_INSTANCE_ID";

/**
 * Kills what left its process group, as a daemon does: it still has the variables that it was started with. On Render
 * it ends with its instance. Where there is no /proc, nothing is found.
 */
export async function killEscaped(instance: string | undefined): Promise<void> {
  if (instance === undefined || instance === "") return;
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  await Promise.all(
    pids.map(async (pid) => {
      // Those of another account cannot be read, and are none of ours.
      const variables = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
      if (!variables.split("\0").includes(`${MARK}=${instance}`)) return;
      try {
        process.kill(Number(pid), "SIGKILL");
      } catch {
        // It has ended since.
      }
    }),
  );
}
