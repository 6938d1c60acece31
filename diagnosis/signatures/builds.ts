import type { Signature } from "../signature";

/** What compilers, bundlers, package managers and image builders say. */
export const BUILDS_SIGNATURES: readonly Signature[] = [
  {
    id: "buildkit/step",
    mode: "build/failed",
    meaning: "a step of the image's build ended with an error",
    pattern:
      /(?:failed to solve|ERROR|error): (?:failed to build: )?.*process "(?:\/bin\/(?:ba|a)?sh (?:-\w+ )*-\w*c )?(?<command>(?:[^"\\]|\\.)*)" did not complete successfully: exit code: (?<code>\d+)|executor failed running \[\/bin\/(?:ba)?sh -c (?<command2>[^\]]*)\]: exit code: (?<code2>\d+)|The command '\/bin\/(?:ba)?sh -c (?<command3>.{0,400}?)' returned a non-zero code: (?<code3>\d+)|ERROR: failed to (?:build|solve): /,
    stage: "step",
    certainty: "open",
    decisive: false,
    asksFor: [
      "What did the step print before it ended? Copy the build's log from the step's first line (`--progress=plain`).",
    ],
    cause:
      "the step `{command}` of the image's build ended with exit code {code} (127: a program is not found; 137: killed, mostly for memory)",
    correctiveAction: "Read the step's own lines before this one, and run the same command on your machine.",
    source: "docs/facts/render.md#r63; moby/buildkit: solver/llbsolver/errdefs",
    example:
      'ERROR: failed to build: failed to solve: process "/bin/sh -c npm run build" did not complete successfully: exit code: 1',
    examples: [
      'error: failed to solve: process "/bin/sh -c npm ci" did not complete successfully: exit code: 1',
      "executor failed running [/bin/sh -c npm run build]: exit code: 1",
    ],
    nearMiss: "the step completed",
  },
  {
    id: "bun/lock",
    mode: "build/failed",
    meaning: "the lock file would change",
    pattern: /lockfile had changes, but lockfile is frozen/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [
      { mode: "runtime/incompatible", cause: "the lock file was written by another version of bun" },
    ],
    cause:
      "the lock file would change: it does not fit package.json, or was written by another version of bun than the build's",
    correctiveAction: "Run `bun install` with the build's version of bun, and commit the lock file.",
    source: "bun.sh/docs/install/lockfile",
    example: "error: lockfile had changes, but lockfile is frozen",
    nearMiss: "lockfile is up to date",
  },
  {
    id: "npm/lock",
    mode: "build/failed",
    meaning: "the lock file does not fit",
    pattern:
      /npm (?:error|ERR!) code (?<name>EUSAGE)|lock ?file.{0,40}(?:incompatible|not compatible|not up to date|is frozen)|ERR_PNPM_(?<name2>FROZEN_LOCKFILE_WITH_OUTDATED_LOCKFILE|NO_LOCKFILE|LOCKFILE_\w+|BROKEN_LOCKFILE|OUTDATED_LOCKFILE)|Cannot install with "frozen-lockfile"|can only install (?:packages )?with an existing package-lock|pubspec\.lock|updating the lock ?file is not allowed|the lock file \S+ needs to be updated but --locked|Outdated Yarn lockfile|npm-shrinkwrap\.json are in sync|Your lock ?file (?:does|is|was|needs|has)\b/i,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the lock file does not fit the list of dependencies, or is of another version of the tool",
    correctiveAction:
      "Install with the same version of the tool as the build has (npm, pnpm, yarn, bun; `packageManager` in package.json), and commit the lock file.",
    source: "docs.npmjs.com/cli/commands/npm-ci; pnpm.io/errors; bun.sh/docs/install/lockfile",
    example: "npm error code EUSAGE",
    nearMiss: "lock file is up to date",
  },
  {
    id: "npm/not-found",
    mode: "build/failed",
    meaning: "a package cannot be installed",
    pattern:
      /npm (?:error|ERR!) (?:404|code E404|code ETARGET|notarget).{0,20}?(?:Not Found - GET \S*\/(?<name>[^/\s]+)|'(?<name2>[^']+)'|No matching version found for (?<name3>\S+?)\.?$)|(?:^|(?:ERR!|error|ERR_PNPM_\w+|notarget)\s.{0,80})No matching version found for (?<name4>[^\s.]\S*?)\.?$|Couldn't find (?:package|any versions for) "(?<name5>[^"]+)"|ERR_PNPM_(?:FETCH_404|NO_MATCHING_VERSION)|Could not read package\.json|ENOENT.{0,40}open '[^']*package\.json'|npm (?:error|ERR!) code (?<name6>EBADPLATFORM|EINTEGRITY|ENOTEMPTY)|[Uu]nsupported URL Type "(?<name7>\w+):"/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "a package or its version is not to be had, or package.json is not where the command runs: {name}",
    correctiveAction:
      "Correct the name or version, give the registry's token to the build, or set the root directory that has package.json.",
    source: "docs.npmjs.com",
    example: "npm ERR! notarget No matching version found for left-pad@99.0.0.",
    examples: ["npm error Could not read package.json"],
    nearMiss: "package left-pad was found",
  },
  {
    id: "pip/metadata",
    mode: "build/failed",
    meaning: "a package could not be built from source",
    pattern: /error: metadata-generation-failed/,
    stage: "step",
    certainty: "open",
    asksFor: ["What did the build of the package print before this line?"],
    decisive: false,
    cause: "a package that pip builds from source does not say its own version and dependencies",
    correctiveAction:
      "Take a version of the package that has a wheel for this Python, or this package's Python: the lines before this one name it.",
    source: "pypa/pip: src/pip/_internal/exceptions.py",
    example: "error: metadata-generation-failed",
    nearMiss: "metadata was generated",
  },
  {
    id: "pip/source",
    mode: "build/failed",
    meaning: "a package could not be built from source",
    pattern:
      /error: invalid command '(?<name>bdist_wheel)'|fatal error: (?<name2>[\w/.-]+\.h): No such file|error: command '?(?<name3>[\w/.-]*(?:gcc|g\+\+|cc|cargo|cmake|clang|rustc)[\w.-]*)'? failed|[Cc]an't find Rust compiler|unable to execute '(?<name7>[\w.+-]+)': No such file|C compiler cannot create executables|no acceptable C compiler found|(?:gcc|cc|clang|ld): (?:command )?not found|linker `?(?<name4>cc)`? not found|Cargo, the Rust package manager, is not installed|pkg-config.* (?:not found|could not be found|was not found)|Package (?<name5>\S+) was not found in the pkg-config search path|gyp ERR! (?:find Python|stack Error|build error)|node-gyp.* not found|mkmf\.rb can't find header|g\+\+: (?:not found|No such file)|make: (?:not found|\*\*\* )|error: Microsoft Visual C\+\+|CMake Error|Unable to find .*(?:libpq|openssl|OPENSSL)|error: can't copy/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "a package is built from source, and what that needs is not there: {name}",
    correctiveAction:
      "Take a version of the package that has a wheel for this Python (or a prebuilt binary for this Node), or install what the build misses in the image (build-essential, libpq-dev, python3-dev, libssl-dev, a Rust toolchain, `pip install wheel setuptools`).",
    source: "pip.pypa.io; nodejs/node-gyp; bundler.io",
    example: "error: invalid command 'bdist_wheel'",
    examples: [
      "fatal error: Python.h: No such file or directory",
      "gyp ERR! find Python",
      "unable to execute 'gcc': No such file or directory",
    ],
    nearMiss: "the wheel was built",
  },
  {
    id: "next/prerender",
    mode: "build/failed",
    meaning: "the build of the pages fails",
    pattern:
      /useSearchParams\(\) should be wrapped in a suspense boundary at page "(?<name4>[^"]+)"|Type error: (?<name5>.+)|(?:x|×) (?:Expected|Unexpected) (?<name6>.+)|SyntaxError: (?<name7>.+\(\d+:\d+\))|error TS\d{4}: (?<name8>.+)|\[vite:[\w-]+\] (?<name9>.+)|Error: \[(?:nuxt|vite|astro|svelte|remix)[^\]]*\] (?<name10>.+)|ESLint: (?<name11>.+)|Treating warnings as errors because process\.env\.CI|Prerendering? (?:failed|error).{0,10}(?<name12>\/\S*)|The (?:Edge|Serverless) Function "(?<name13>[^"]+)" (?:size|is)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the build of the pages fails: {name}",
    correctiveAction:
      'Correct the file or page that the line names; code that asks a database or an API while pages are built needs its variables and network in the build, or `dynamic = "force-dynamic"`.',
    source: "nextjs.org/docs/messages/prerender-error; vite.dev",
    example: "Type error: Property 'id' does not exist on type 'User'.",
    nearMiss: "prerendered 12 pages",
  },
  {
    id: "next/page",
    mode: "build/failed",
    meaning: "a page fails while it is built",
    pattern:
      /Error occurred prerendering page "(?<name>[^"]+)"|Export encountered an error on (?<name2>\S+):|Export encountered errors on following paths|Failed to collect page data for (?<name3>\S+)/,
    stage: "step",
    certainty: "open",
    decisive: false,
    asksFor: ["Which error stands before this line?"],
    cause: "the page {name} fails while it is built (prerendering)",
    correctiveAction:
      'Correct the page; code that asks a database or an API while pages are built needs its variables and network in the build, or `dynamic = "force-dynamic"`.',
    source: "nextjs.org/docs/messages/prerender-error",
    example:
      'Error occurred prerendering page "/dashboard". Read more: https://nextjs.org/docs/messages/prerender-error',
    nearMiss: "prerendered 12 pages",
  },
  {
    id: "compiler/error",
    mode: "build/failed",
    meaning: "the code does not compile",
    pattern:
      /error\[(?<name>E\d{4})\]: (?<text>.+)|error CS\d{4}: (?<name6>.+)|COMPILATION ERROR|Could not resolve dependencies for project (?<name7>\S+)|\[ERROR\] Failed to execute goal (?!on project)(?<name8>\S+)|== Compilation error in file (?<name9>\S+) ==|\*\* \((?:CompileError|SyntaxError|TokenMissingError)\) (?<name11>.+)|could not find `?Cargo\.toml`?|error: failed to (?:select a version for|load source for dependency|parse manifest).{0,40}`(?<name14>[^`]+)`/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the compiler or its package manager stops: {name}",
    correctiveAction:
      "Correct the line that is named; a missing module is added by the tool itself (`go mod tidy`, `cargo update`, `dotnet restore`).",
    source: "doc.rust-lang.org/error_codes; go.dev/ref/mod; maven.apache.org",
    example: "error[E0433]: failed to resolve: use of undeclared crate or module `chrono`",
    examples: [
      "[ERROR] Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin:3.11.0:compile",
      "error CS0246: The type or namespace name could not be found",
    ],
    nearMiss: "compiled in 3 s",
  },
  {
    id: "docker/file-not-found",
    mode: "build/failed",
    meaning: "the Dockerfile names what is not there",
    pattern:
      /(?:[Ee]rror|ERROR|checksum|cache key|failed).{0,200}"(?<name>\/[^"]*)": not found|COPY failed: (?:file not found in build context|stat (?:\/var\/lib\/docker\/tmp\/docker-builder\d+\/)?(?<name2>[^\s:]+)|no source files)|(?:^|[Ee]rror|ERROR|[Ff]ailed|[Uu]nable|COPY|ADD|context).{0,200}?\blstat (?<name3>\S+): no such file or directory|(?:dockerfile parse error|Dockerfile parse error).*|unknown instruction: (?<name4>\S+)|failed to read dockerfile|(?<!\S)(?<name5>\S+): failed to resolve source metadata|stage "?(?<name6>[\w-]+)"? (?:not found|is not defined)|target stage (?<name7>"?[\w-]+"?) could not be found|E: Unable to locate package (?<name8>\S+)|E: Package '(?<name9>[^']+)' has no installation candidate|ERROR: unable to select packages|does not have a Release file|unable to prepare context/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "the Dockerfile names {name}, which is not in the build's context or not to be had: not committed, ignored by .dockerignore, or in another folder",
    correctiveAction:
      "Commit {name}, take it out of .dockerignore, or correct the path or the root directory; a package's name differs by distribution and release.",
    source: "moby/buildkit; docs.docker.com/reference/dockerfile",
    example: "E: Unable to locate package libgl1-mesa-glx",
    examples: [
      "COPY failed: file not found in build context or excluded by .dockerignore: stat dist: file does not exist",
    ],
    nearMiss: "the file was copied",
  },
];
