import { readLogLines } from "../../diagnosis";
import { DeployLog } from "../../probes";
import { failedAt, failureOf, listDeploys, readDeploy, readService } from "../../render-api";
import { CommandError } from "../exit-code";
import { asked, chosenService } from "../render-service";
import type { LogSource, SourceRequest } from "./source";

/**
 * Fetches a deploy's log from Render, with the reason that Render gives for its failure.
 *
 * @throws CommandError where no service is named, it has no such deploy, or Render cannot be asked
 */
export async function fetchedLog(request: SourceRequest): Promise<LogSource> {
  const { signal, report } = request;
  if (request.stack === undefined && request.service === undefined) {
    throw new CommandError(
      "name a log: type `portcullis diagnose FILE`, `-`, `--stack NAME` or `--service NAME`.",
    );
  }
  const chosen = await chosenService(request, { signal, report });
  const { ownerId } = await asked(readService(chosen.at, signal));
  const id = request.deploy ?? (await asked(listDeploys(chosen.at, signal)))[0]?.id;
  if (id === undefined) throw new CommandError(`${chosen.name} has no deploy yet.`);
  const found = await asked(readDeploy(chosen.at, id, signal));
  const { createdAt, commit } = found;
  const log = new DeployLog(chosen.at, ownerId, createdAt);
  report(`${chosen.name}: reading the log of ${id}`);
  await log.fetch(signal);
  log.take(failedAt(found));
  if (log.problem !== undefined) throw new CommandError(`the log of ${id} could not be read: ${log.problem}`);
  return {
    reading: readLogLines(log.lines),
    name: `the log of ${id}`,
    failure: await asked(failureOf(chosen.at, id, signal)),
    service: chosen.name,
    deploy: id,
    commit: commit?.id,
    failedAt: failedAt(found),
  };
}
