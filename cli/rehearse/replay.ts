import { EXIT } from "../exit-code";
import { type Incident, incidentSubjects } from "../incidents";
import { rehearsal as embedded } from "../rehearsal";
import type { StackFile } from "../stacks/stack-file";
import { printJson, printReport } from "../terminal-output";
import { startEnvironment } from "./environment";
import { assertPortsFree } from "./ports";
import { deployUngated, rehearseStack } from "./rehearse-stack";
import { replayReport } from "./replay-report";
import type { Replay } from "./replay-result";
import { type RehearsalRequest, type Session, withSession } from "./session";
import { copiedSources, findSources } from "./source/sources";

/** Replays an incident with the policy pack and without it, and returns the exit code. */
export async function replay(request: RehearsalRequest & { readonly incident: string }): Promise<number> {
  const started = performance.now();
  const subjects = await incidentSubjects(request.project, request.incident);
  const replays: Replay[] = [];
  for (const { incident, file } of subjects) {
    await withSession(request, async (session, report) => {
      report(`incident: ${incident.stack}, with ${incident.name}`);
      replays.push(await replayOne(incident, file, session, request, report));
    });
    request.signal.throwIfAborted();
  }
  const seconds = (performance.now() - started) / 1000;
  if (request.json === true) printJson({ version: 1, incidents: replays.map(described), seconds });
  else printReport(replays, (shown) => replayReport(shown, seconds));
  return replays.every(({ asExpected }) => asExpected) ? EXIT.done : EXIT.failed;
}

async function replayOne(
  incident: Incident,
  file: StackFile,
  session: Session,
  request: RehearsalRequest,
  report: (line: string) => void,
): Promise<Replay> {
  const { project, phases, pulumi } = session;
  await assertPortsFree([file]);
  const found = await findSources({ ...request, files: [file], sample: embedded().SAMPLE_SERVICE });
  const sources = await copiedSources(found, request, { scratch: project.scratch, phases });
  const { generation = "current" } = incident;
  const environment = await startEnvironment({
    stacks: [file],
    sources,
    scratch: project.scratch,
    generation,
    phases,
    signal: request.signal,
  });
  try {
    const rehearsal = {
      file,
      project,
      pulumi,
      environment,
      phases,
      signal: request.signal,
      secrets: new Map<string, string>(),
      overlay: incident.overlay(file.config),
      onStep: (step: string) => report(`  ${step}`),
      onLine: (line: string) => void (request.verbose === true && report(line)),
    };
    const gated = await rehearseStack(rehearsal);
    const deployed = gated.result === "rejected" ? await deployUngated(rehearsal) : gated;
    const expected = incident.visibleInPreview ? "rejected" : "failed";
    const asExpected =
      gated.result === expected &&
      deployed.result === "failed" &&
      deployed.detail.includes(incident.failureMode);
    return { incident, gated, deployed, asExpected };
  } finally {
    await environment.stop();
  }
}

function described({ incident, gated, deployed, asExpected }: Replay): unknown {
  const { overlay: _, ...stated } = incident;
  return { ...stated, gated, deployed, asExpected };
}
