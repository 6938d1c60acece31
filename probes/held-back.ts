import { isRenderError, readService, type ServiceAtRender } from "../render-api";
import { type Answer, notDecided } from "./answer";

/**
 * Why a live deploy cannot be asked although nothing is wrong with it: its service was suspended, or Render's
 * maintenance mode answers in its place. *Final* where nothing of it runs.
 * Undefined where it can be asked, and where Render does not say.
 */
export async function heldBack(service: ServiceAtRender, signal: AbortSignal): Promise<Answer | undefined> {
  try {
    const { suspended, serviceDetails } = await readService(service, signal);
    if (suspended === "suspended")
      return notDecided("the service is suspended: nothing of it runs", SUSPENDED);
    if (serviceDetails?.maintenanceMode?.enabled !== true) return undefined;
    return notDecided("Render's maintenance mode is on, and answers in the service's place", MAINTENANCE);
  } catch (error) {
    if (!isRenderError(error)) throw error;
    return undefined;
  }
}

const SUSPENDED = {
  final: true,
  correctiveAction: "Resume it in Render's dashboard, then repeat the update.",
};
const MAINTENANCE = { correctiveAction: "End the maintenance mode, then repeat the update." };
