import { EXIT } from "../exit-code";
import { INCIDENTS, type Incident } from "../incidents";
import { readStackFile, type StackFile } from "../stacks/stack-file";
import { assertPortsFree } from "./ports";
import { onStage, type RehearsalRequest, type Stage } from "./rehearse";
import { deployUngated, rehearseStack } from "./rehearse-stack";
import type { RehearsedStack } from "./rehearsed-stack";
import { replayReport } from "./replay-report";
import { startWorld } from "./world";

/** One replayed incident: what the gate said of it, and what the deploy came to that did not ask the gate. */
export interface Replay {
  readonly incident: Incident;
  readonly gated: RehearsedStack;
  /** The deploy that failed: without the pack, or the gated one where no preview can see the fault. */
  readonly deployed: RehearsedStack;
  /** Whether gate and verification did what the incident's story says. */
  readonly asTold: boolean;
}

/** Replays an incident with the policy pack and without it, and answers the exit code. */
export async function replay(request: RehearsalRequest & { readonly incident: string }): Promise<number> {
  const started = performance.now();
  const incidents = INCIDENTS[request.incident] ?? [];
  const files = await Promise.all(
    incidents.map(async (incident) => ({
      incident,
      file: await readStackFile(request.project, incident.stack),
    })),
  );
  const replays: Replay[] = [];
  for (const { incident, file } of files) {
    await onStage(request, async (stage, report) => {
      report(`incident: ${incident.stack}, with ${incident.name}`);
      replays.push(await replayOne(incident, file, stage, request.verbose === true, report));
    });
    request.signal.throwIfAborted();
  }
  const seconds = (performance.now() - started) / 1000;
  const json = (): string =>
    JSON.stringify({ version: 1, incidents: replays.map(described), seconds }, null, 2);
  process.stdout.write(`${request.json === true ? json() : replayReport(replays, seconds)}\n`);
  return replays.every(({ asTold }) => asTold) ? EXIT.done : EXIT.failed;
}

async function replayOne(
  incident: Incident,
  file: StackFile,
  { project, phases, pulumi }: Stage,
  verbose: boolean,
  report: (line: string) => void,
): Promise<Replay> {
  await assertPortsFree([file]);
  const { generation = "current" } = incident;
  const world = await startWorld({ stacks: [file], scratch: project.scratch, generation, phases });
  try {
    const rehearsal = {
      file,
      project,
      pulumi,
      world,
      phases,
      overlay: incident.overlay(file.config),
      onStep: (step: string) => report(`  ${step}`),
      onLine: (line: string) => void (verbose && report(line)),
    };
    const gated = await rehearseStack(rehearsal);
    const deployed = gated.result === "rejected" ? await deployUngated(rehearsal) : gated;
    const expected = incident.visibleInPreview ? "rejected" : "failed";
    const asTold =
      gated.result === expected &&
      deployed.result === "failed" &&
      deployed.detail.includes(incident.failureMode);
    return { incident, gated, deployed, asTold };
  } finally {
    await world.stop();
  }
}

function described({ incident, gated, deployed, asTold }: Replay): unknown {
  const { overlay: _, ...told } = incident;
  return { ...told, gated, deployed, asTold };
}
