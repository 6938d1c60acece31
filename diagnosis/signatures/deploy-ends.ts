import type { Signature } from "../signature";

const row = { certainty: "open", decisive: false } as const;
const ASKS = "What does the service, or the build, print before this line? Copy its log from the first line.";

/** That a deploy, a build or a process failed, in the words of whichever platform; why, other lines say. */
export const DEPLOY_ENDS_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "build/ended",
    mode: "build/failed",
    meaning: "the build failed",
    stage: "step",
    pattern:
      /(?<!\d )\b[Bb]uild [Ff]ailed\b|\bfailed to (?:fetch an image or )?build(?: from source|$)|BuildJobExitNonZero|build step \d+ .{0,200}failed|Cloud build \S+ status: FAILURE|failed to compile \S+ app|Job failed: exit code|[Dd]eployment failed during build/,
    cause: "the platform says that the build failed, and not why",
    correctiveAction:
      "Read the build's own lines before this one: the first error among them is the likeliest.",
    asksFor: [ASKS],
    source: "docs.railway.com; cloud.google.com/build; docs.gitlab.com/runner; devcenter.heroku.com",
    example: "Deployment failed during build process",
    examples: ["Build Failed", "error: BuildJobExitNonZero", "ERROR: Job failed: exit code 1"],
    nearMiss: "build done",
  },
  {
    ...row,
    id: "process/ended-by-manager",
    mode: "process/exited",
    meaning: "the process ended",
    stage: "process",
    pattern:
      /\(exit status \d+; not expected\)|entered FATAL state, too many|too many unstable restarts|exited with code \[[1-9]\d*\]|[Ee]ssential container in task exited|\bnon-zero exit \(\d+\)|Main process exited, code=\w+, status=(?!143\b)[1-9]|Failed with result '(?:exit-code|core-dump|signal)'|Start request repeated too quickly|has exited, failing site start|App container failed to start|DeployContainerExitNonZero|exited early while|\bexited unexpectedly\b|Process completed with exit code [1-9]|docker exit status: [1-9]/,
    cause: "the process ended, and what manages it does not say why",
    correctiveAction:
      "Read the process's own lines before its end: the first error among them is the likeliest.",
    asksFor: [ASKS],
    source: "supervisord.org; pm2.keymetrics.io; systemd.service(5); docs.aws.amazon.com/AmazonECS",
    example: "INFO exited: api (exit status 1; not expected)",
    examples: [
      "api.service: Main process exited, code=exited, status=1/FAILURE",
      "Essential container in task exited",
    ],
    nearMiss: "INFO exited: migrate (exit status 0; expected)",
  },
  {
    ...row,
    id: "deploy/ended",
    mode: "platform/cause-unknown",
    meaning: "the deploy failed",
    stage: "platform",
    pattern:
      /^(?:==> |!\s+)?(?:[Dd]eploy(?:ment)?|[Uu]pdate|[Ii]nstance|[Rr]elease|[Rr]ollout)\b(?: \w+)? failed\b|\b[Dd]eployment (?:has |was )?(?:failed|rolled back|unsuccessful)\b|\bdeploy of \S+ failed|[Ff]ailed to deploy\b|[Dd]eploy did not succeed|unhealthy allocations|smoke checks for \S+ failed|failed to update machine|exceeded its progress deadline|(?:UPGRADE|INSTALLATION) FAILED|Launching\.\.\. failed|is not ready and cannot serve traffic|update paused due to failure|was unable to place a task|DeployContainerHealthChecksFailed|Engine execution has encountered an error/,
    cause: "the platform says that the deploy failed, and not why",
    correctiveAction:
      "Read the lines of the service and of the platform's events before this one; the first error among them is the likeliest.",
    asksFor: [ASKS],
    source: "render.com/docs/deploys; fly.io/docs; docs.railway.com; kubernetes.io/docs; helm.sh/docs",
    example: "==> Deploy failed",
    examples: [
      "Failed due to unhealthy allocations",
      "Error: UPGRADE FAILED: timed out waiting for the condition",
      "-----> Launching... failed",
    ],
    nearMiss: "==> Deploying...",
  },
];
