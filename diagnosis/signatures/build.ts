import type { Signature } from "../signature";

const row = { mode: "build/failed", stage: "root", certainty: "certain", decisive: false } as const;

/** What package managers and image builders say before a build ends. */
export const BUILD_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "pip/no-such-version",
    meaning: "pip finds no version of a package that fits",
    pattern:
      /No matching distribution found for (?<name>[^\s;]+)|Could not find a version that satisfies the requirement (?<name2>[^\s;]+)/,
    certainty: "possible",
    cause: "the requirement {name} names a package or a version that the index does not have for this Python",
    correctiveAction:
      "Correct the name or the version in the requirements, or the Python version of the build.",
    source: "pypa/pip: src/pip/_internal/resolution/resolvelib/factory.py",
    example: "ERROR: No matching distribution found for fastapi==99.0.0",
    examples: [
      "ERROR: Could not find a version that satisfies the requirement fastapi==99.0.0 (from versions: none)",
    ],
    nearMiss: "found a matching version of fastapi",
  },
  {
    ...row,
    id: "pip/no-requirements",
    meaning: "the requirements' file is not there",
    pattern: /Could not open requirements file: \[Errno 2\]/,
    cause: "the build reads a requirements file that is not at that path of the repository",
    correctiveAction: "Correct the path in the build command, or the service's root directory.",
    source: "pypa/pip: src/pip/_internal/req/req_file.py",
    example:
      "ERROR: Could not open requirements file: [Errno 2] No such file or directory: 'requirements.txt'",
    nearMiss: "reading requirements.txt",
  },
  {
    ...row,
    id: "npm/missing-script",
    meaning: "package.json has no script of that name",
    pattern: /npm (?:error|ERR!) Missing script: /i,
    cause: "a command runs a script that package.json does not have",
    correctiveAction:
      "Add the script to package.json, or correct the command and the service's root directory.",
    source: "npm/cli: workspaces/.../run-script",
    example: 'npm error Missing script: "build"',
    nearMiss: "the script was not missing",
  },
  {
    ...row,
    id: "npm/conflict",
    meaning: "npm cannot satisfy all peer dependencies",
    pattern: /npm (?:error|ERR!) (?:code )?ERESOLVE\b/,
    cause: "two dependencies want versions of a third one that exclude each other",
    correctiveAction: "Bring the versions in package.json together, and commit the lock file.",
    source: "npm/cli: workspaces/arborist",
    example: "npm error code ERESOLVE",
    nearMiss: "npm warn resolved 12 packages",
  },
  {
    ...row,
    id: "npm/lock-differs",
    meaning: "package.json and its lock file differ",
    pattern:
      /`npm ci` can only install packages when your package\.json and package-lock\.json|(?<name>Missing: \S+@\S+ from lock file|Invalid: lock file's \S+ does not satisfy \S+)/,
    decidesUnnamed: true,
    cause: "package.json was changed and its lock file was not committed with it: {name}",
    correctiveAction: "Run `npm install` and commit package-lock.json.",
    source: "npm/cli: lib/commands/ci.js",
    example:
      "npm error `npm ci` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync.",
    examples: [
      "npm error Missing: left-pad@1.3.0 from lock file",
      "npm error Invalid: lock file's react@18.2.0 does not satisfy react@19.0.0",
    ],
    nearMiss: "npm ci installed 12 packages",
  },
  {
    ...row,
    id: "docker/step-failed",
    meaning: "a step of the image's build ended with an error",
    pattern: /error building image: (?<text>.{1,200})/,
    certainty: "open",
    stage: "step",
    cause: "a step of the image's build ended with an error: {text}",
    correctiveAction: "Read the step's own lines before this one.",
    source: "GoogleContainerTools/kaniko: pkg/executor/build.go",
    example:
      "error building image: error building stage: failed to execute command: waiting for process to exit",
    nearMiss: "building image: 4 stages",
  },
];
