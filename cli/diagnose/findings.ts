import path from "node:path";
import { auditFolder } from "../../audit";
import type { KnownFinding } from "../../diagnosis/merge-audit";
import { CommandError } from "../exit-code";
import { foundInstead } from "../given-file";

/** What an audit finds in a repository, for one environment where it is named. */
export async function findingsOf(
  folder: string,
  environment: string | undefined,
): Promise<readonly KnownFinding[]> {
  try {
    const { findings } = await auditFolder(path.resolve(folder));
    return findings.filter(
      ({ environments }) =>
        environment === undefined || environments.length === 0 || environments.includes(environment),
    );
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined) throw cause;
    throw new CommandError(
      `${folder}: expected a repository that can be read, got ${foundInstead(cause)}.`,
      undefined,
      {
        cause,
      },
    );
  }
}
