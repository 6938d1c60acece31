import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Diagnosis } from "../../diagnosis/diagnosis";
import type { FailureContext } from "../../records";

/** A diagnosis as `portcullis diagnose` makes it, with what a test changes. */
export function diagnosis(changed: Partial<Diagnosis> = {}): Diagnosis {
  return {
    failureMode: "database/credentials",
    certainty: "certain",
    rootCause: "the database refused the password",
    correctiveAction: "Set the password again: `pulumi config set --secret portcullis:databasePassword`.",
    evidence: [
      {
        line: 12,
        text: 'asyncpg.exceptions.InvalidPasswordError: password authentication failed for user "app"',
      },
    ],
    competing: [],
    explains: [],
    unexplained: [],
    contributing: [],
    decided: true,
    harmsLive: false,
    asksFor: [],
    exception: undefined,
    preventiveRule: "database/placeholder",
    ...changed,
  };
}

/** A deploy's log in which Render found no open port. */
export const NO_PORT = diagnosis({
  failureMode: "port/none-open",
  rootCause: "nothing listens on 0.0.0.0",
  evidence: [{ line: 40, text: "==> Port scan timeout reached, no open ports detected." }],
});

export const STAGING: FailureContext = { environment: "staging", service: "shop-staging" };

/** A clock that stays at one time. */
export const at = (time: string) => (): Date => new Date(`2026-03-01T${time}Z`);

/** A folder that is there for the time of `use` only. */
export async function inFracas<T>(use: (folder: string) => Promise<T> | T): Promise<T> {
  const parent = mkdtempSync(path.join(tmpdir(), "portcullis-fracas-"));
  try {
    return await use(path.join(parent, "fracas"));
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
