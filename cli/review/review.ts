import path from "node:path";
import { cacheDirectory } from "../../system";
import { type Incident, incidentSubjects } from "../incidents";
import { assertConfigured } from "../stacks/assert-configured";
import { engineFor } from "../stacks/engine-for";
import { createPrivateProject } from "../stacks/private-project";
import { pulumiIn } from "../stacks/pulumi";
import { sideBySide } from "../stacks/side-by-side";
import { readStackFile, type StackFile } from "../stacks/stack-file";
import { StackSecrets } from "../stacks/stack-secrets";
import { printJson, printReport, progressTo } from "../terminal-output";
import { foundInCode } from "./found-in-code";
import { previewStack } from "./preview-stack";
import { type ReviewedStack, reviewedStack, reviewReport } from "./report";
import { reviewExitCode } from "./review-exit-code";

export interface ReviewRequest {
  readonly project: string;
  readonly stacks: readonly string[];
  readonly incident?: string;
  readonly json?: boolean;
  readonly signal: AbortSignal;
}

/** One preview to run: a stack as it is, or as an incident left it. */
interface Subject {
  readonly file: StackFile;
  readonly incident?: Incident;
}

/** Reviews the stacks, or the stacks of an incident, of which none depends on another, and returns the exit code. */
export async function review(request: ReviewRequest): Promise<number> {
  const started = performance.now();
  const report = progressTo(request.json);
  // All files are read before anything is built: a wrong name costs no time.
  const subjects = await subjectsOf(request);
  assertConfigured(subjects.map(({ file }) => file));
  const engine = await engineFor({ report, signal: request.signal });
  const secrets = new StackSecrets();
  const codeOf = await foundInCode(request.project);
  const reviewOne = async ({ file, incident }: Subject): Promise<ReviewedStack> => {
    report(`review: ${file.stack}${incident === undefined ? "" : `, with ${incident.name}`}`);
    const begun = performance.now();
    const project = await createPrivateProject(
      request.project,
      path.join(cacheDirectory(), "reviews"),
      secrets,
    );
    try {
      // The code is beside the project itself. What an incident left is only shown.
      const besideCode = incident === undefined ? { PORTCULLIS_PROJECT: path.resolve(request.project) } : {};
      const { passphrase } = project.secrets;
      const pulumi = pulumiIn(project, engine, passphrase, request.signal, besideCode);
      const run = await previewStack(file, project, pulumi, incident?.overlay(file.config));
      const seconds = (performance.now() - begun) / 1000;
      return reviewedStack(file, run, seconds, incident?.story, codeOf(file));
    } finally {
      await project.remove();
    }
  };
  const reviewed = await sideBySide(subjects, reviewOne);
  const seconds = (performance.now() - started) / 1000;
  if (request.json === true) printJson({ version: 1, stacks: reviewed });
  else printReport(reviewed, (shown) => reviewReport(shown, seconds));
  return reviewExitCode(
    reviewed,
    subjects.map((subject) => subject.incident),
  );
}

async function subjectsOf({ project, stacks, incident }: ReviewRequest): Promise<readonly Subject[]> {
  if (incident === undefined) {
    return Promise.all(stacks.map(async (stack) => ({ file: await readStackFile(project, stack) })));
  }
  return incidentSubjects(project, incident);
}
