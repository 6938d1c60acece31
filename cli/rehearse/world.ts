import { cacheDirectory } from "../../system";
import { rehearsal } from "../rehearsal";
import { assertConfigured } from "../stacks/assert-configured";
import { readStackFile, type StackFile } from "../stacks/stack-file";
import { assertDeclaresServices } from "./declared-services";
import { type RehearsalEnvironment, startEnvironment } from "./environment";
import type { Phases } from "./phases";
import { assertPortsFree } from "./ports";
import { givenSecrets, readEnvFile, slipsOf } from "./secrets/env-file";
import { machinesText } from "./secrets/machines-text";
import { type RehearsalRequest, type Session, withSession } from "./session";
import { copiedSources, findSources } from "./source/sources";

/** What the stacks of a rehearsal share, once all of it runs. */
export interface World {
  /** The stacks, in the order in which they are deployed. */
  readonly files: readonly StackFile[];
  readonly session: Session;
  readonly environment: RehearsalEnvironment;
  readonly report: (line: string) => void;
  /** Of `--env-file`. */
  readonly variables: ReadonlyMap<string, string>;
}

/** Starts what the stacks' services connect to, does the work there, and ends all of it in every case. */
export async function inWorld(
  request: RehearsalRequest,
  work: (world: World) => Promise<void>,
): Promise<Phases["all"]> {
  // All files are read before anything is built: a wrong name costs no time.
  const files = await Promise.all(
    request.stacks.map((stack) =>
      readStackFile(request.project, stack, machinesText(cacheDirectory(), stack)),
    ),
  );
  assertConfigured(files);
  assertDeclaresServices(files);
  const found = await findSources({ ...request, files, sample: rehearsal().SAMPLE_SERVICE });
  const variables = request.envFile === undefined ? new Map<string, string>() : readEnvFile(request.envFile);
  return withSession(request, async (session, report) => {
    for (const slip of slipsOf(files, variables)) report(`--env-file ${request.envFile}: ${slip}`);
    await assertPortsFree(files);
    const { scratch } = session.project;
    const { phases } = session;
    const sources = await copiedSources(found, request, { scratch, phases });
    const environment = await startEnvironment({
      ...{ stacks: files, sources, scratch, generation: "current", phases },
      buildAgain: request.buildAgain,
      secrets: files.flatMap((file) => [...givenSecrets(file, variables).values()]),
      signal: request.signal,
    });
    try {
      await work({ files, session, environment, report, variables });
    } finally {
      await phases.measure("ending", "ours", () => environment.stop());
    }
  });
}
