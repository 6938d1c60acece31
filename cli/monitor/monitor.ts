import path from "node:path";
import { askLive } from "../../components/verification/ask-live";
import { recordOf } from "../../components/verification/failure-record";
import type { VerificationInputs } from "../../components/verification/inputs";
import { renderClient } from "../../components/verification/render-client";
import type { VerificationResult } from "../../components/verification/result";
import { LogVerdict } from "../../diagnosis";
import { SYSTEM_CLOCK } from "../../probes";
import type { ServiceAtRender } from "../../render-api";
import { CommandError, EXIT } from "../exit-code";
import { engineFor } from "../stacks/engine-for";
import { ownPulumi } from "../stacks/own-pulumi";
import { assertStackFile } from "../stacks/stack-file";
import { printReport, progressTo } from "../terminal-output";
import { type MonitoredService, monitorJson, monitorReport } from "./report";
import { verifiedServices } from "./verified-services";

export interface MonitorRequest {
  readonly stack: string;
  readonly project: string;
  /** How many rounds. */
  readonly times: number;
  /** From the end of one round to the next, in milliseconds. */
  readonly every: number;
  /** After how long a check that failed is asked again, in milliseconds. */
  readonly again: number;
  readonly json?: boolean;
  readonly signal: AbortSignal;
}

/** Asks a stack's services what their verification asked, round by round, until a failure is confirmed. */
export async function monitor(request: MonitorRequest): Promise<number> {
  const { stack, project, times, every, json, signal } = request;
  const report = progressTo(json);
  await assertStackFile(project, stack);
  const pulumi = ownPulumi(project, await engineFor({ report, signal }), signal);
  const services = await verifiedServices(pulumi, stack);
  let last: readonly MonitoredService[] = [];
  let round = 0;
  for (;;) {
    round += 1;
    report(`monitor: ${stack}, round ${round} of ${times}`);
    last = await Promise.all(services.map((inputs) => askedTwice(inputs, request, report)));
    if (round === times || last.some(({ result }) => result.outcome === "fail")) break;
    await SYSTEM_CLOCK.wait(every, signal);
  }
  const said = { stack, rounds: round, services: last };
  printReport(said, json === true ? monitorJson : monitorReport);
  return exitCodeOf(last);
}

function exitCodeOf(services: readonly MonitoredService[]): number {
  const outcomes = services.map(({ result }) => result.outcome);
  if (outcomes.includes("fail")) return EXIT.failed;
  return outcomes.includes("not-decided") ? EXIT.undecided : EXIT.done;
}

/** One answer may be a moment's: what does not pass is asked again, and what fails twice is filed. */
async function askedTwice(
  verified: VerificationInputs,
  { project, again, signal }: MonitorRequest,
  report: (line: string) => void,
): Promise<MonitoredService> {
  const { service: name, records } = verified;
  // A verification runs in the project's folder, and this command anywhere.
  const inputs = { ...verified, records: records === false ? records : path.resolve(project, records) };
  const onProgress = (words: string): void => report(`  ${name}: ${words}`);
  const service = serviceOf(inputs, report);
  const first = await askLive(service, inputs, { signal, onProgress });
  if (first.outcome === "pass") return { name, result: first };
  report(`  ${name}: ${failedIn(first).join(", ")}; asked again in ${again / 1000} s`);
  await SYSTEM_CLOCK.wait(again, signal);
  const second = await askLive(service, inputs, { signal, onProgress });
  const result = confirmed(first, second);
  if (result.outcome !== "fail") return { name, result };
  const seen = new LogVerdict().diagnosis();
  const record = await recordOf({
    service,
    inputs: { ...inputs, deployId: result.deployId },
    result,
    seen,
    signal,
  });
  return { name, result, ...(record !== "" && { record }) };
}

/** A check that failed once only is not decided: nothing is proven of it. */
function confirmed(first: VerificationResult, second: VerificationResult): VerificationResult {
  if (second.outcome !== "fail") return second;
  const before = new Set(failedIn(first));
  return failedIn(second).some((name) => before.has(name)) ? second : { ...second, outcome: "not-decided" };
}

const failedIn = ({ checks }: VerificationResult): readonly string[] =>
  checks.filter(({ outcome }) => outcome !== "pass").map(({ name }) => name);

function serviceOf(inputs: VerificationInputs, onPause: (words: string) => void): ServiceAtRender {
  const client = renderClient(inputs, onPause);
  if (client === undefined)
    throw new CommandError("expected RENDER_API_KEY, got none: the stack has no `render:apiKey`.");
  return { client, serviceId: inputs.serviceId };
}
