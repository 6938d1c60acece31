import type { Signature } from "../signature";

const row = { stage: "root", certainty: "certain", decisive: false } as const;

/** What package managers and builders say by a code or a sentence of their own. */
export const TOOL_CODES_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "npm/registry-refuses",
    mode: "build/failed",
    meaning: "the registry refuses the build's login",
    pattern:
      /npm (?:error|ERR!) code (?<code>E401|E403)\b|\bYN0041\b.*(?<code2>Invalid authentication)|ERR_PNPM_(?<code3>FETCH_40[13])\b/,
    certainty: "possible",
    competing: [
      {
        mode: "configuration/missing-variable",
        cause: "the variable that holds the registry's token is not set in the build",
      },
    ],
    cause:
      "the registry refuses the build ({code}): its token is missing, has expired, or may not read this package",
    correctiveAction:
      "Give the build a valid token of the registry (the variable that .npmrc or .yarnrc.yml names), with the right to read the package.",
    source: "docs.npmjs.com: using private packages in a CI/CD workflow; yarnpkg.com/advanced/error-codes",
    example: "npm error code E401",
    examples: [
      "npm ERR! code E403",
      "➤ YN0041: │ @acme/ui@npm:1.0.0: Invalid authentication (as an anonymous user)",
    ],
    nearMiss: "npm error code E404",
  },
  {
    ...row,
    id: "npm/env-unset",
    mode: "configuration/missing-variable",
    meaning: "a file of npm's settings names a variable that is not set",
    pattern:
      /[Ff]ailed to replace env in config: \$\{(?<name>\w+)\}|Environment variable not found \((?<name2>\w+)\)/,
    cause: "{name} is not set in the build, and .npmrc or .yarnrc.yml asks for it",
    correctiveAction: "Set {name} for the build, or leave its line out of that file.",
    source: "npm/cli: workspaces/config/lib/env-replace.js; pnpm/pnpm; yarnpkg/berry: replaceEnvVariables",
    example: "npm error Failed to replace env in config: ${NPM_TOKEN}",
    examples: ["Usage Error: Environment variable not found (NODE_AUTH_TOKEN)"],
    nearMiss: "npm replaced the env in its config",
  },
  {
    ...row,
    id: "pnpm/lock-ignored",
    mode: "build/failed",
    meaning: "the lock file is of another version of pnpm",
    pattern: /Ignoring (?:not compatible|broken|incompatible) lock ?file at (?<name>\S+)/,
    certainty: "possible",
    warns: true,
    cause:
      "this version of pnpm cannot read {name}, which another major version wrote, and goes on as if there were no lock file",
    correctiveAction:
      "Build with the version of pnpm that wrote the lock file: name it in `packageManager` of package.json.",
    source: "pnpm/pnpm: lockfile/fs/src/read.ts",
    example: "WARN  Ignoring not compatible lockfile at /app/pnpm-lock.yaml",
    nearMiss: "Lockfile is up to date, resolution step is skipped",
  },
  {
    ...row,
    id: "node/no-bindings",
    mode: "import/missing-library",
    meaning: "a package's native part was not built",
    pattern:
      /Could not locate the bindings file|No native build was found for (?<name>platform=\S+)|prebuild-install warn .*No prebuilt binaries found/,
    certainty: "possible",
    cause:
      "the native part of a package was neither built nor downloaded, since its install script did not run or failed",
    correctiveAction:
      "Let the package manager run the package's install script (pnpm: `onlyBuiltDependencies`; npm: without `--ignore-scripts`), and install in the image where it runs.",
    source: "TooTallNate/node-bindings: bindings.js; prebuild/node-gyp-build; pnpm.io/settings",
    example: "Error: Could not locate the bindings file. Tried:",
    examples: ["Error: No native build was found for platform=linux arch=x64 runtime=node abi=115"],
    nearMiss: "the bindings were loaded",
  },
  {
    ...row,
    id: "pipenv/lock",
    mode: "build/failed",
    meaning: "Pipfile.lock does not fit Pipfile",
    pattern: /Your (?<name>Pipfile\.lock) \(\w+\) is out of date/,
    cause: "{name} does not fit the Pipfile, and the build forbids to write it",
    correctiveAction: "Run `pipenv lock`, and commit Pipfile.lock with the Pipfile.",
    source: "pypa/pipenv: pipenv/routines/install.py",
    example: "Your Pipfile.lock (7b0d1d) is out of date. Expected: (1c0f9e).",
    nearMiss: "Installing dependencies from Pipfile.lock (7b0d1d)...",
  },
  {
    ...row,
    id: "maven/artifact",
    mode: "build/failed",
    meaning: "an artifact cannot be had",
    pattern:
      /Could not find artifact (?<name>[\w.-]+(?::[\w.-]+){2,})|Could not find (?<name2>[\w.-]+:[\w.-]+:[\w.+-]*\w)\.?$/,
    cause: "{name} is in none of the repositories that the build asks, or they do not give it",
    correctiveAction:
      "Correct its coordinates or version, and give the build the repository (and its login) that has it; an artifact of one's own is published or built first.",
    source: "maven.apache.org/resolver; docs.gradle.org: resolving dependencies",
    example:
      "[ERROR] Failed to execute goal on project shop: Could not resolve dependencies for project com.acme:shop:jar:1.0.0: Could not find artifact com.acme:commons:jar:2.1.0 in central (https://repo.maven.apache.org/maven2)",
    nearMiss: "Downloaded from central: com.acme:commons:jar:2.1.0",
  },
  {
    ...row,
    id: "java/no-main",
    mode: "configuration/invalid",
    meaning: "the jar that is started has no main class",
    pattern: /no main manifest attribute, in (?<name>\S+)/,
    cause: "{name} names no main class: it is a library's jar, or the plain one beside the executable one",
    correctiveAction:
      "Start the executable jar (Spring Boot's without `-plain`, made by `bootJar` or the repackage goal), or write Main-Class into its manifest.",
    source: "docs.oracle.com/javase/tutorial/deployment/jar/appman.html",
    example: "no main manifest attribute, in /app/app.jar",
    nearMiss: "the manifest of app.jar was written",
  },
  {
    ...row,
    id: "buildpack/none",
    mode: "build/failed",
    meaning: "no buildpack or provider fits the repository",
    pattern:
      /unable to generate a build plan|could not determine how to build the app|[Nn]o buildpack groups? passed detection|could not detect app files that match|ERROR: No app could be detected|failed to detect: no buildpacks participating/,
    cause:
      "no buildpack knows how to build what is in the folder: the file by which it knows a language is not in it, as where the root directory is another",
    correctiveAction:
      "Set the root directory to the folder that has package.json, requirements.txt, go.mod or their like, commit that file, or name the buildpack or a Dockerfile.",
    source: "devcenter.heroku.com/articles/buildpacks; buildpacks.io; nixpacks.com/docs; railpack.com",
    example: "ERROR: No buildpack groups passed detection.",
    examples: ["✖ Railpack could not determine how to build the app."],
    nearMiss: "===> DETECTING",
  },
  {
    ...row,
    id: "npm/build-script",
    mode: "build/failed",
    meaning: "a script of the build ended with an error",
    pattern:
      /npm (?:error|ERR!) Lifecycle script `(?<name>(?:\w+[:-])?(?:pre|post)?(?:build|compile|prepare|install|bundle|generate|export)(?:[:-]\w+)?)` failed|npm (?:error|ERR!) Failed at the \S+ (?<name2>(?:pre|post)?(?:build|compile|prepare|install)) script/,
    stage: "step",
    certainty: "open",
    asksFor: ["What do the script's own lines before this one say?"],
    cause: "the script `{name}` of package.json ended with an error",
    correctiveAction:
      "Read the script's own lines before this one, and run `npm run {name}` on your machine.",
    source: "npm/cli: workspaces/libnpmexec; docs.npmjs.com/cli/using-npm/scripts",
    example: "npm error Lifecycle script `build` failed with error:",
    examples: ["npm ERR! Failed at the shop@1.0.0 build script."],
    nearMiss: "npm error Lifecycle script `start` failed with error:",
  },
  {
    ...row,
    id: "runtime/minimum",
    mode: "runtime/incompatible",
    meaning: "a tool needs a newer version of the language",
    pattern:
      /requires a (?:minimum|newer) (?<name>(?:Node(?:\.js)?|Python|Ruby|PHP|Java|JDK|JVM|Go|Rust|npm|Gradle|Maven|Elixir|Erlang) version(?: of)? v?\d[\d.]*)|requires at least (?<name3>(?:Java|JVM|Node(?:\.js)?|Python|Ruby|PHP) (?:runtime )?(?:version )?v?\d[\d.]*)/,
    cause: "the tool does not run with the version that the build has: {name}",
    correctiveAction:
      "Set the version that the line asks for: the image, the language's version file (`.nvmrc`, `.python-version`, `.ruby-version`), or the platform's variable.",
    source:
      "angular.dev/reference/versions; nextjs.org/docs; docs.gradle.org/current/userguide/compatibility.html",
    example: "The Angular CLI requires a minimum Node.js version of v18.19.1.",
    nearMiss: "this package requires a minimum of two replicas",
  },
  {
    ...row,
    id: "image/build-ended",
    mode: "build/failed",
    meaning: "the build of the image ended with an error",
    pattern: /^ERROR: failed to build: (?:exit status|executing lifecycle|failed with status)/,
    stage: "step",
    certainty: "open",
    asksFor: ["What do the lines before this one say? Copy the build's log from its first line."],
    cause: "the build of the image ended with an error",
    correctiveAction: "Read the build's own lines before this one, and run the same command on your machine.",
    source: "buildpacks/pack; GoogleCloudPlatform/buildpacks",
    example: "ERROR: failed to build: exit status 1",
    nearMiss: "Successfully built image acme",
  },
];
