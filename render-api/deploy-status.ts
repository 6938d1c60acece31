import type { FailureMode } from "../domain/failure-mode";

/** How a deploy has ended: it has the traffic, a newer one has it, or it never got it. */
export type DeployEnd = "live" | "superseded" | "failed";

interface EndedStatus {
  readonly end: DeployEnd;
  /** What happened, as the end of a sentence about the deploy. */
  readonly words: string;
  /** How it failed, as far as the status alone says. */
  readonly mode?: FailureMode;
}

/** The statuses that end a deploy; every other one says that it goes on. Render's own command line, pkg/deploy/util.go. */
export const ENDED_STATUSES: Readonly<Record<string, EndedStatus>> = {
  live: { end: "live", words: "it is live" },
  deactivated: { end: "superseded", words: "it was live, and a newer one has replaced it" },
  build_failed: { end: "failed", words: "its build failed", mode: "build/failed" },
  pre_deploy_failed: {
    end: "failed",
    words: "its pre-deploy command failed",
    mode: "pre-deploy/failed",
  },
  update_failed: {
    end: "failed",
    words: "its new instance did not start, open its port or pass its health check",
    mode: "platform/cause-unknown",
  },
  canceled: { end: "failed", words: "it was cancelled", mode: "platform/cause-unknown" },
};

/** A status as people read it: `build in progress`. */
export function statusWords(status: string): string {
  return status.replaceAll("_", " ");
}

export function endOf(status: string): DeployEnd | undefined {
  return Object.hasOwn(ENDED_STATUSES, status) ? ENDED_STATUSES[status]?.end : undefined;
}
