import path from "node:path";
import type { Engine } from "../../engine";
import { cacheDirectory } from "../../system";
import { CommandError } from "../exit-code";
import { engineFor } from "../stacks/engine-for";
import { createPrivateProject, type PrivateProject } from "../stacks/private-project";
import { type Pulumi, pulumiIn } from "../stacks/pulumi";
import { progressTo } from "../terminal-output";
import { Phases } from "./phases";
import type { SourceOptions } from "./source/sources";

/** What a rehearsal is asked for. */
export interface RehearsalRequest extends SourceOptions {
  readonly project: string;
  readonly stacks: readonly string[];
  readonly json?: boolean;
  readonly verbose?: boolean;
  /** Another port to run each verified service on once more. */
  readonly port?: number;
  /** Whether each build command runs, also where what it made of the same files is kept. */
  readonly buildAgain?: boolean;
  /** A file with values of the stacks' secrets. */
  readonly envFile?: string;
  readonly signal: AbortSignal;
}

/** What a rehearsal works with, once it is set up. */
export interface Session {
  readonly engine: Engine;
  readonly project: PrivateProject;
  readonly phases: Phases;
  readonly pulumi: Pulumi;
}

/** Finds the engine, creates a private project, runs the work with them, and removes the project in every case. */
export async function withSession(
  { project, json, signal }: Pick<RehearsalRequest, "project" | "json" | "signal">,
  run: (session: Session, report: (line: string) => void) => Promise<void>,
): Promise<Phases["all"]> {
  const report = progressTo(json);
  const phases = new Phases(report);
  const installed = Number(process.env.PORTCULLIS_INSTALL_SECONDS ?? 0);
  if (installed > 0) phases.add({ name: "npm packages", whose: "theirs", seconds: installed });
  const engine = await phases.measure("engine", "theirs", () => engineFor({ report, signal }));
  const privateProject = await createPrivateProject(project, path.join(cacheDirectory(), "rehearsals"));
  try {
    const [other] = privateProject.others;
    if (other !== undefined) {
      throw new CommandError(
        `another rehearsal is at work (process ${other}), and its services need the same ports. ` +
          `Wait for it, or end it: \`kill ${other}\`.`,
      );
    }
    const pulumi = pulumiIn(privateProject, engine, privateProject.secrets.passphrase, signal);
    await run({ engine, project: privateProject, phases, pulumi }, report);
  } finally {
    await privateProject.remove();
  }
  return phases.all;
}
