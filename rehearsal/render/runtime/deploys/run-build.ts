import { instanceId } from "../../identifiers";
import { CountedAddresses } from "../builds/counted-addresses";
import { KeptBuild } from "../builds/kept-build";
import type { PreparedDeploy, RuntimeContext } from "../context";
import { commandFolder } from "../environment/command-folder";
import { addressesFor, databasesOf, environmentFor } from "../environment/environment";
import { DEFAULT_PORT } from "../environment/variables";
import { runBuildCommand } from "./build-command";

export interface BuildRun {
  /** The hash of the checkout's files. */
  readonly source: string;
  readonly signal: AbortSignal;
}

/**
 * Runs the build command, or copies what it has made before of the same files, with the same variables and tools.
 *
 * @returns whether that was copied
 * @throws StepFailed where it fails, AbortError when the deploy is canceled
 */
export async function runBuild(
  context: RuntimeContext,
  prepared: PreparedDeploy,
  { source, signal }: BuildRun,
): Promise<boolean> {
  const { log } = prepared.service;
  const text = commandOf(context, prepared);
  if (text === undefined) return false;
  const { toolCache: cache, buildAgain = false } = context.options;
  const kept = cache === undefined ? undefined : new KeptBuild(context, prepared, { cache, source, text });
  if (!buildAgain && (await kept?.restore())) {
    log.note(
      "build",
      `'${text}' does not run: what it made before, of the same files, variables and tools, is copied. ` +
        "`portcullis rehearse --build-again` runs it.",
    );
    return true;
  }
  log.say("build", `Running build command '${text}'...`);
  const counted = await CountedAddresses.open(cache === undefined ? [] : databasesOf(context, prepared));
  try {
    const addresses = Object.entries(addressesFor(context)).map(([from, to]) => [from, counted.instead(to)]);
    const command = {
      text,
      folder: commandFolder(prepared),
      environment: environmentFor(context, prepared, {
        instance: instanceId(prepared.service.id),
        port: DEFAULT_PORT,
        build: true,
        addresses: Object.fromEntries(addresses),
      }),
    };
    await runBuildCommand(context, prepared, command, signal);
    const why = await kept?.keep(counted).catch((error: Error) => error.message);
    if (why !== undefined) log.note("build", `What was built is not kept for the next rehearsal: ${why}.`);
    return false;
  } finally {
    counted.close();
  }
}

/** The command to run, undefined for none. The log says where it differs from the service's own. */
function commandOf(context: RuntimeContext, prepared: PreparedDeploy): string | undefined {
  const { log } = prepared.service;
  const own = prepared.snapshot.details.buildCommand;
  const instead = context.options.buildCommand;
  if (context.options.skipBuild === true) {
    log.note("build", `The build command '${own}' is left out: its packages are on this machine already.`);
    return undefined;
  }
  if (instead !== undefined && instead !== own) {
    log.note("build", `The build command '${instead}' runs in place of the service's own '${own}'.`);
  }
  return (instead ?? own) || undefined;
}
