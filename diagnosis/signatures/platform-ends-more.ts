import type { Signature } from "../signature";

/** What platforms say of a process, an image or a build that ended. */
export const PLATFORM_ENDS_MORE_SIGNATURES: readonly Signature[] = [
  {
    id: "repository/no-access",
    mode: "build/failed",
    meaning: "the repository cannot be fetched",
    pattern:
      /It looks like we don't have access to your repo|could not read Username for 'https|Permission denied \(publickey\)|Repository not found|fatal: repository '[^']*' not found|Remote branch (?<branch>\S+) not found in upstream/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the platform has no access to the repository or its submodule, or the branch is not there",
    correctiveAction:
      "Give the platform access to the repository again (its GitHub or GitLab app), or correct the repository's address and branch.",
    source: "render.com/docs/github; git-scm.com/docs/git-clone",
    example: "==> It looks like we don't have access to your repo, but we'll try to clone it anyway.",
    examples: ["fatal: Remote branch prod not found in upstream origin"],
    nearMiss: "cloned the repository in 2 s",
  },
  {
    id: "render/build-timeout",
    mode: "build/failed",
    meaning: "the build took longer than the platform allows",
    pattern:
      /^[^"'`“]{0,80}==> Build timed out|[Bb]uild (?:has )?exceeded the (?:maximum|time)|context deadline exceeded while building/,
    stage: "step",
    certainty: "certain",
    decisive: true,
    cause: "the build took longer than the platform allows",
    correctiveAction:
      "Let the build do less: cache the dependencies, build the image elsewhere, or choose a larger build machine.",
    source: "render.com/docs/build-pipeline",
    example: "==> Build timed out",
    nearMiss: "build done in 3 min",
  },
  {
    id: "no-start-command",
    mode: "configuration/invalid",
    meaning: "the platform does not know how to build or start the service",
    pattern:
      /[Nn]o start command (?:could be )?(?:found|was found|detected|specified)|No web processes running|Procfile declares types -> \(none\)|Couldn't find that process type/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "the platform finds no start command, or nothing that says how the service is built: a Procfile, a package.json script, or the root directory is missing",
    correctiveAction:
      "Write a start command (Procfile `web:`, package.json `start`, or the service's setting), and correct the root directory.",
    source: "devcenter.heroku.com/articles/procfile; nixpacks.com/docs; railpack.com",
    example: "No start command could be found",
    examples: ['at=error code=H14 desc="No web processes running"'],
    nearMiss: "the start command is npm start",
  },
  {
    id: "publish-directory",
    mode: "build/failed",
    meaning: "a folder that the service's settings name is not there",
    pattern:
      /Publish directory (?<folder>\S+) does not exist|Service Root Directory "?(?<folder2>[^"]+)"? is missing|Root directory .{1,80} (?:does not exist|not found)|No such file or directory: '\/opt\/render\/project\/src\/(?<folder3>[^']+)'/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "the folder {folder} that the service's settings name is not in the repository, or the build does not write it",
    correctiveAction: "Correct the root or publish directory, or let the build write {folder}.",
    source: "render.com/docs/monorepo-support",
    example: "==> Publish directory build does not exist!",
    examples: ['==> Service Root Directory "/opt/render/project/src/api" is missing.'],
    nearMiss: "publish directory: dist",
  },
];
