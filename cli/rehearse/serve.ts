import { once } from "node:events";
import path from "node:path";
import { quoteWords } from "../../domain/shell-words";
import { CommandError } from "../exit-code";
import { policyPackOf } from "../stacks/policy-pack";
import type { StackFile } from "../stacks/stack-file";
import { printReport } from "../terminal-output";
import { fillDatabases, makeRoles } from "./fill-databases";
import { makeStack } from "./make-stack";
import { givenSecrets } from "./secrets/env-file";
import { assertFreeName, ENVIRONMENT_FILE, openServedFolder } from "./served-folder";
import type { RehearsalRequest } from "./session";
import { inWorld, type World } from "./world";

export interface ServeRequest extends RehearsalRequest {
  /** The name of the project that is served, where the user is. */
  readonly serve: string;
  /** The folder of failure records of the served stacks' verifications. @default none are kept */
  readonly records?: string;
}

/** Makes the stacks, and keeps what their services connect to until the signal, for the user's own commands. */
export async function serve(request: ServeRequest): Promise<never> {
  const { serve: folder, signal } = request;
  assertFreeName(folder);
  const records = recordsOf(request);
  await inWorld(request, async (world) => {
    for (const file of world.files) await makeServed(file, world, { records, signal });
    world.environment.beginAll(world.files);
    const { project, engine } = world.session;
    // A service that is named without its stack is asked for there too, and never at Render.
    const { host, apiKey } = world.environment.render;
    const render = { RENDER_HOST: host, RENDER_API_KEY: apiKey };
    const close = openServedFolder(folder, project, engine, render);
    const pack = policyPackOf(project.folder);
    try {
      printReport({ folder, stacks: world.files.map(({ stack }) => stack), pack }, servedText);
      if (!signal.aborted) await once(signal, "abort");
    } finally {
      close();
    }
  });
  throw signal.reason;
}

/** @throws CommandError for the records of real deployments, which no rehearsal may verify */
function recordsOf({ records, project }: ServeRequest): string | false {
  if (records === undefined) return false;
  const folder = path.resolve(records);
  if (folder !== path.join(project, "fracas")) return folder;
  throw new CommandError(
    "--records: expected a folder of its own, got that of the project's real deployments: a rehearsal verifies none of those.",
  );
}

/** The stack with its databases and roles, as a rehearsal has them before `pulumi up`. */
async function makeServed(
  file: StackFile,
  { session, environment, variables, report }: World,
  { records, signal }: { readonly records: string | false; readonly signal: AbortSignal },
): Promise<void> {
  const { project, pulumi, phases } = session;
  const onStep = (words: string): void => report(`${file.stack}: ${words}`);
  const secrets = givenSecrets(file, variables);
  onStep("making the stack and its databases");
  await makeStack({ file, project, pulumi, environment, phases, secrets, served: { records } });
  await fillDatabases({ file, environment, phases, onStep, signal });
  await makeRoles(file, environment);
}

function servedText({
  folder,
  stacks,
  pack,
}: {
  readonly folder: string;
  /** Of policies, as the served folder names it. */
  readonly pack: string;
  readonly stacks: readonly string[];
}): string {
  return [
    `Serving ${stacks.join(", ")} until Ctrl-C is typed here. In another terminal, type:`,
    "",
    `  cd ${folder} && . ./${ENVIRONMENT_FILE}`,
    `  pulumi up -s ${stacks[0]} --policy-pack ${quoteWords([pack])}`,
  ].join("\n");
}
