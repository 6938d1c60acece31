import type { Signature } from "../signature";

/** What package managers say by their own codes and names; asked before the rows of many tools. */
export const PACKAGES_SIGNATURES: readonly Signature[] = [
  {
    id: "pnpm/code",
    mode: "build/failed",
    meaning: "pnpm stops with an error of its own",
    pattern:
      /^(?!\W*WARN\b).*\bERR_PNPM_(?<code>(?!OUTDATED_LOCKFILE|FETCH_404|NO_MATCHING|\w*UNVERIFIABLE|RECURSIVE_)\w+)(?:\]?\s+(?<text>\S.{0,200})|\]?$)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "pnpm stops with {code}: {text}",
    correctiveAction:
      "Install with the version of pnpm that the build has (`packageManager` in package.json) and the same settings, and commit pnpm-lock.yaml, the lockfile.",
    source: "pnpm.io/errors",
    example:
      'ERR_PNPM_LOCKFILE_CONFIG_MISMATCH  Cannot proceed with the frozen installation. The current "overrides" configuration doesn\'t match the value found in the lockfile',
    nearMiss: "pnpm installed 12 packages",
  },
  {
    id: "composer/extension",
    mode: "build/failed",
    meaning: "PHP lacks an extension that a package requires",
    pattern:
      /requested PHP extension (?:ext-)?(?<name>\w+) .*missing|requires (?:PHP extension )?ext-(?<name2>\w+) \*.*missing|requires PHP extension ext-(?<name3>\w+)|^The (?<name4>\w+) extension is missing/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the PHP that runs composer lacks the extension {name}, which a package requires",
    correctiveAction:
      "Install {name} in the image before composer runs (`docker-php-ext-install`), or, with a buildpack, require `ext-{name}` in composer.json.",
    source: "getcomposer.org/doc/articles/composer-platform-dependencies.md",
    example: "    - The requested PHP extension ext-intl * is missing from your system.",
    examples: [
      "    - Root composer.json requires PHP extension ext-zip * but it is missing from your system. Install or enable PHP's zip extension.",
    ],
    nearMiss: "the extension intl was loaded",
  },
  {
    id: "poetry/package-folder",
    mode: "build/failed",
    meaning: "Poetry does not find the project's own package",
    pattern: /No file\/folder found for package (?<name>\S+)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "Poetry installs the project itself, and the folder of its package {name} is not there at this step",
    correctiveAction:
      "Install the dependencies alone (`poetry install --no-root`), or copy the package's folder before; where it is no package, write `package-mode = false`.",
    source: "python-poetry.org/docs/cli/#install",
    example: "Error: The current project could not be installed: No file/folder found for package shop",
    nearMiss: "package shop was found",
  },
  {
    id: "poetry/no-pyproject",
    mode: "build/failed",
    meaning: "Poetry does not find pyproject.toml",
    pattern: /Poetry could not find a (?<name>pyproject\.toml) file in (?<folder>\S+)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "poetry runs in {folder}, where no {name} is",
    correctiveAction:
      "Copy pyproject.toml and poetry.lock into the image before `poetry install`, and set WORKDIR to their folder.",
    source: "python-poetry/poetry: poetry/core/factory.py",
    example: "Poetry could not find a pyproject.toml file in /app or its parents",
    nearMiss: "Poetry found pyproject.toml",
  },
  {
    id: "uv/failed-to-build",
    mode: "build/failed",
    meaning: "uv cannot build a package",
    pattern: /Failed to (?:download and )?build [`'](?<name>[^`']+)[`']/,
    stage: "step",
    certainty: "possible",
    decisive: false,
    cause: "the package {name} has no wheel for this Python, and cannot be built from its source",
    correctiveAction:
      "Take a version of the package with a wheel for this Python, an older Python, or install what the build misses in the image (build-essential).",
    source: "docs.astral.sh/uv/reference/troubleshooting/build-failures",
    example: "  × Failed to build `psutil==5.0.0`",
    nearMiss: "Built psutil==5.0.0",
  },
  {
    id: "uv/parse",
    mode: "build/failed",
    meaning: "uv cannot read one of its files",
    pattern:
      /error: Failed to (?:parse|read|deserialize) [`'](?<name>[^`']+)[`']|Required uv version [`'](?<name2>[^`']+)[`'] does not match the running version [`'](?<version>[^`']+)[`']|Failed to parse (?:lock file|`?uv\.lock`?)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "this version of uv does not fit the project or cannot read {name}",
    correctiveAction:
      "Take the version of uv in the image with which the lock file was written (`ghcr.io/astral-sh/uv:VERSION`, `required-version`), and lock again.",
    source: "docs.astral.sh/uv/reference/settings/#required-version",
    example: "error: Failed to parse `uv.lock`",
    nearMiss: "uv.lock was read",
  },
  {
    id: "gem/native",
    mode: "build/failed",
    meaning: "a gem's native extension cannot be built",
    pattern:
      /An error occurred while installing (?<name>\S+) \((?<version>[^)]*)\), and Bundler|ERROR: {1,2}Error installing (?<name2>[\w-]+):|Failed to build gem native extension|current directory: \S*\/gems\/(?<name3>[\w-]+?)-\d|^\S*\/gems\/(?<name4>[\w-]+?)-\d[^/]*\/ext\/\S*$/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause:
      "the native extension of the gem {name} cannot be built: a compiler or a library's headers are missing",
    correctiveAction:
      "Install what it compiles with in the image (`build-essential`; Alpine: `build-base`) and the library's own development package, or take a version with a prebuilt binary.",
    source: "bundler.io; guides.rubygems.org/gems-with-extensions",
    example: "An error occurred while installing nokogiri (1.8.2), and Bundler cannot continue.",
    nearMiss: "Installing nokogiri 1.8.2",
  },
  {
    id: "cargo/build-script",
    mode: "build/failed",
    meaning: "a crate's build script fails",
    pattern:
      /failed to run custom build command for [`'](?<name>[^`']+)['`]|panicked at .*(?:OpenSSL libdir|Could not find (?:directory of )?(?<name2>OpenSSL|protoc|libclang|pkg-config))|\/(?<name3>[\w-]+?)-\d[\w.-]*\/build(?:\/main)?\.rs:\d+/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause:
      "the build script of a crate ({name}) does not find what it needs, mostly a library of the system such as OpenSSL",
    correctiveAction:
      "Install the library's development package in the build's image (`pkg-config libssl-dev`; Alpine: `openssl-dev musl-dev`), or take the crate's vendored feature.",
    source: "doc.rust-lang.org/cargo/reference/build-scripts.html",
    example: "error: failed to run custom build command for `openssl-sys v0.9.99`",
    nearMiss: "Compiling openssl-sys v0.9.99",
  },
  {
    id: "maven/goal",
    mode: "build/failed",
    meaning: "a goal of Maven fails",
    pattern:
      /\[ERROR\] Failed to execute goal \S+ .*?on project [\w.-]+: (?!.*(?:release version|major\.minor|invalid (?:target|source) release))(?<text>.{1,200}?)(?: -> \[Help|$)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "Maven stops: {text}",
    correctiveAction: "Correct what the goal names; a compiler's own errors stand before this line.",
    source: "maven.apache.org/guides/introduction/introduction-to-the-lifecycle.html",
    example:
      "[ERROR] Failed to execute goal org.apache.maven.plugins:maven-surefire-plugin:3.0.0:test (default-test) on project shop: There are test failures.",
    nearMiss: "[INFO] BUILD SUCCESS",
  },
];
