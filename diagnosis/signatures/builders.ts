import type { Signature } from "../signature";

/** What bundlers, build tools, and the builds of platforms say of their end. */
export const BUILDERS_SIGNATURES: readonly Signature[] = [
  {
    id: "dotnet/build-code",
    mode: "build/failed",
    meaning: "the .NET build stops with a code of its own",
    pattern: /error (?<code>(?:NETSDK(?!1045)|NU|MSB)\d{4}): (?<text>.{1,200})/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the .NET build stops with {code}: {text}",
    correctiveAction: "Correct what the code names: learn.microsoft.com has a page of each.",
    source: "learn.microsoft.com/dotnet/core/tools/sdk-errors",
    example: "/src/Shop.csproj : error NU1101: Unable to find package Shop.Core.",
    nearMiss: "0 Error(s)",
  },
  {
    id: "esbuild/error",
    mode: "build/failed",
    meaning: "the bundler stops",
    pattern:
      /✘ \[ERROR\] (?<text>.{1,200})|^(?:ERROR in (?=\S*[./]|\[|main\b|multi\b|chunk\b|child )|Module parse failed: )(?<text2>.{1,200})/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the bundler stops: {text}",
    correctiveAction: "Correct the file and line that it names.",
    source: "esbuild.github.io; webpack.js.org",
    example: '✘ [ERROR] Could not read from file: "/app/src/main.ts"',
    nearMiss: "ERROR in handler: user not found",
  },
  {
    id: "platform-build/ended",
    mode: "build/failed",
    meaning: "the platform's build ended with an error",
    pattern:
      /Command "(?<command>[^"]*\b(?:build|install)\b[^"]*)" exited with \d+|Build script returned non-zero exit code: (?<code>\d+)|"build\.command" failed|build worker exited with code: [1-9]|!!! Build failed|Failed: (?:build command|error occurred while running build command)/,
    stage: "step",
    certainty: "open",
    decisive: false,
    asksFor: ["What does the build command print before its end? Copy it from its first line."],
    cause: "the platform's build command ended with an error",
    correctiveAction:
      "Read the command's own lines before this one, and run it on your machine; exit code 139 is a segmentation fault, mostly of a native module for another Node.",
    source:
      "vercel.com/docs/deployments/troubleshoot-a-build; docs.netlify.com/configure-builds/troubleshooting-tips",
    example: 'Error: Command "npm run build" exited with 1',
    examples: ["Error running command: Build script returned non-zero exit code: 139"],
    nearMiss: "Build completed in 12s",
  },
  {
    id: "gradle/task",
    mode: "build/failed",
    meaning: "a task of Gradle fails",
    pattern:
      /Execution failed for task '(?<name>[^']+)'|A problem occurred (?:configuring|evaluating) (?<name2>(?:root )?project '[^']*'|script)|Could not (?:determine the dependencies of task|compile (?:settings|build) file) '(?<name3>[^']+)'/,
    stage: "step",
    certainty: "open",
    decisive: false,
    asksFor: [
      "What stands in the innermost line of `What went wrong`, the one that is furthest to the right?",
    ],
    cause: "Gradle stops at {name}",
    correctiveAction:
      "Correct what the innermost line of `What went wrong` says: it is the cause, the lines above it repeat it.",
    source: "docs.gradle.org/current/userguide/troubleshooting.html",
    example: "Execution failed for task ':deployHeroku'.",
    examples: ["A problem occurred configuring root project 'workspace'."],
    nearMiss: "> Task :deployHeroku",
  },
  {
    id: "report/failed",
    mode: "build/failed",
    meaning: "Gradle reports a failure",
    pattern: /^FAILURE: Build failed with an exception|^BUILD FAILED\b/,
    stage: "step",
    certainty: "open",
    decisive: false,
    asksFor: ["What stands under `What went wrong`?"],
    cause: "Gradle's build failed",
    correctiveAction: "Correct what stands under `What went wrong`.",
    source: "docs.gradle.org/current/userguide/troubleshooting.html",
    example: "FAILURE: Build failed with an exception.",
    nearMiss: "BUILD SUCCESSFUL in 3s",
  },
];
