import type { Signature } from "../signature";

const row = { mode: "build/failed", stage: "root", certainty: "certain", decisive: false } as const;

/** What compilers and bundlers say, and those who start what was never built. */
export const COMPILER_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "typescript/type-error",
    meaning: "the code has an error of types",
    pattern: /(?:\(\d+,\d+\): |:\d+:\d+ - |^)error TS\d{4,5}: /,
    cause: "TypeScript finds an error in the code, and the build ends with it",
    correctiveAction:
      "Mend the line that is named; where it misses types of a package, add its `@types` to the dependencies.",
    source: "microsoft/TypeScript: src/compiler/program.ts, formatDiagnostic",
    example: "src/index.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'.",
    examples: [
      "src/index.ts:3:7 - error TS2322: Type 'string' is not assignable to type 'number'.",
      "error TS18003: No inputs were found in config file 'tsconfig.json'.",
    ],
    nearMiss: "12 files have no error TSC says",
  },
  {
    ...row,
    id: "next/compile",
    meaning: "Next.js could not compile the pages",
    pattern: /^(?:Failed to compile\.?|> Build failed because of webpack errors)$/,
    certainty: "possible",
    cause: "Next.js finds an error in the code, and the build ends with it",
    correctiveAction: "Mend the file and line that the next lines name.",
    source: "vercel/next.js: packages/next/src/build",
    example: "Failed to compile.",
    examples: ["> Build failed because of webpack errors"],
    nearMiss: "Failed to compile 3 of 12 shaders",
  },
  {
    ...row,
    id: "next/no-build",
    mode: "build/failed",
    decisive: true,
    meaning: "Next.js is started without a build",
    pattern: /Could not find a production build in the '[^']*' directory/,
    cause:
      "the start command finds no build: the build command does not run `next build`, or in another folder",
    correctiveAction: "Let the build command run `next build` in the folder in which `next start` runs.",
    source: "nextjs.org/docs/messages/production-start-no-build-id",
    example:
      "Error: Could not find a production build in the '.next' directory. Try building your app with 'next build' before starting the production server.",
    nearMiss: "production build found in the '.next' directory",
  },
  {
    ...row,
    id: "vite/build",
    meaning: "Vite or Rollup could not build",
    pattern: /^error during build:/,
    stage: "step",
    certainty: "open",
    cause: "Vite finds an error in the code or in what it imports, and the build ends with it",
    correctiveAction: "Mend what the next lines name.",
    source: "vitejs/vite: packages/vite/src/node/cli.ts",
    example: "error during build:",
    nearMiss: "no error during build: done in 3 s",
  },
  {
    ...row,
    id: "docker/no-dockerfile",
    meaning: "the Dockerfile is not there",
    pattern: /failed to read dockerfile: open |error resolving dockerfile path/,
    cause: "the build looks for the Dockerfile at a path where the repository's branch has none",
    correctiveAction: "Correct the Dockerfile's path, or the service's root directory.",
    source: "moby/buildkit: frontend/dockerui; GoogleContainerTools/kaniko: cmd/executor",
    example: "error: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory",
    nearMiss: "transferring dockerfile: 412B done",
  },
  {
    ...row,
    id: "docker/no-file",
    meaning: "the Dockerfile copies what the build's context does not have",
    pattern: /failed to (?:compute cache key|calculate checksum of ref).*: not found/,
    cause:
      "COPY or ADD names a file that is not in the context: not committed, ignored, or in another folder",
    correctiveAction: "Commit the file, take it out of .dockerignore, or correct path and root directory.",
    source: "moby/buildkit: cache/contenthash, solver/llbsolver",
    example:
      'error: failed to solve: failed to compute cache key: failed to calculate checksum of ref b1::k9: "/requirements.txt": not found',
    nearMiss: "computed cache key: 12 files",
  },
  {
    ...row,
    id: "docker/no-image",
    meaning: "the base image cannot be had",
    pattern: /pull access denied, repository does not exist|manifest unknown\b/,
    certainty: "possible",
    cause: "the image's name or tag is not there, or it is private",
    correctiveAction: "Correct the image's name and tag, or give the registry's credential to the service.",
    source: "moby/moby: distribution/errors.go; distribution/distribution: registry/api/errcode",
    example:
      "error: failed to solve: pythn:3.12: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed",
    nearMiss: "pulled the manifest of python:3.12",
  },
];
