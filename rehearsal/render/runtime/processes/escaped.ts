import { readFileSync } from "node:fs";
import { allProcesses, untilEnded } from "./process-group";

/** Names each command and instance, with all that they start; the launcher's shell reads it too. */
export const MARK = "RENDER_INSTANCE_ID";

/**
 * Kills what left its process group, as a daemon does: it still has the variables that it was started with. On Render
 * it ends with its instance. They have ended when this resolves. Where there is no /proc, nothing is found.
 *
 * @returns whether there was any
 */
export async function killEscaped(instance: string | undefined): Promise<boolean> {
  if (instance === undefined || instance === "" || process.platform !== "linux") return false;
  const killed: string[] = [];
  for (const pid of allProcesses()) {
    try {
      const variables = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
      if (!variables.includes(`${MARK}=${instance}`)) continue;
      process.kill(Number(pid), "SIGKILL");
      killed.push(pid);
    } catch {
      // It has ended since, or is another account's and none of ours.
    }
  }
  // A signal is only sent: until the process has ended, its ports are taken.
  await untilEnded(killed);
  return killed.length > 0;
}
