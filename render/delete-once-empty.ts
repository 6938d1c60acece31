import { RenderApiError, unlessGone, wait } from "../render-api";
import type { Context } from "./resource-kind";

/**
 * Deletes what Render keeps as long as something is in it. A stack that was imported states no dependencies: its
 * services are deleted at the same time, and are gone some seconds later.
 */
export async function deleteOnceEmpty({ client, signal, log }: Context, path: string): Promise<void> {
  for (const pause of [...client.retry.failurePauses, undefined]) {
    try {
      await unlessGone(client.request("DELETE", path, { signal }));
      return;
    } catch (error) {
      const full = error instanceof RenderApiError && error.status === 409;
      if (!full || pause === undefined) throw error;
      log("Render keeps it as long as something is in it; asking again.", "info", true);
      await wait(pause, signal);
    }
  }
}
