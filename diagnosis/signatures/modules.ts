import type { Signature } from "../signature";

/** What says that a module, a class or a program is not there. */
export const MODULES_SIGNATURES: readonly Signature[] = [
  {
    id: "node/module-format",
    mode: "import/module-format",
    meaning: "an ES module is loaded as CommonJS, or the reverse",
    pattern:
      /(?:\[ERR_REQUIRE_ESM\]: )?\brequire\(\) of ES [Mm]odule\s+(?<name3>\S+)\s+from\s+(?<by>\S+)|load ES Module: (?<name4>\S+)|\bERR_REQUIRE_ESM\b|Cannot use import statement outside a module|require is not defined in ES module scope|Must use import to load ES Module|exports is not defined in ES module scope|Unexpected token 'export'|Named export '(?<name>[^']+)' not found|does not provide an export named '(?<name2>[^']+)'|ERR_UNSUPPORTED_DIR_IMPORT|__dirname is not defined in ES module scope|ERR_UNKNOWN_FILE_EXTENSION|ERR_PACKAGE_PATH_NOT_EXPORTED|module is not defined in ES module scope|ReferenceError: (?:require|exports|__dirname|__filename) is not defined|ERR_REQUIRE_ASYNC_MODULE/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause:
      "an ES module is loaded by `require`, or CommonJS code by `import`: the package's format and the code's differ: {name}",
    decidesUnnamed: true,
    correctiveAction:
      'Set `"type": "module"` in package.json (or take it out), build to the format that the start command expects, take Node.js 22.12 or later, where `require` loads ES modules, or use `await import()`.',
    source: "nodejs.org/api/errors.html#err_require_esm; nodejs.org/api/modules.html",
    example:
      "Error [ERR_REQUIRE_ESM]: require() of ES Module /app/node_modules/chalk/source/index.js from /app/index.js not supported.",
    examples: [
      "SyntaxError: Cannot use import statement outside a module",
      "ReferenceError: require is not defined",
    ],
    nearMiss: "the ES module was loaded",
  },
  {
    id: "node/output-package",
    mode: "import/missing-module",
    meaning: "the build's own output lacks a package",
    pattern:
      /Cannot find (?:module|package) '\/\S*\/(?:\.output|\.next|\.svelte-kit|dist|build)\/\S*node_modules\/(?<name>(?:@[^/']+\/)?[^/']+)/,
    stage: "root",
    certainty: "possible",
    decisive: true,
    competing: [{ mode: "build/failed", cause: "the build traced the package's files wrongly" }],
    cause:
      "the output of the build has the package {name} not, or not whole: it was copied or traced wrongly",
    correctiveAction:
      "Copy the whole output folder into the image, and clear the build's cache; where it stays so, let the build take the package in (`build.transpile`, `noExternal`).",
    source: "nodejs.org/api/errors.html#module_not_found; nitro.build/deploy",
    example:
      "Error [ERR_MODULE_NOT_FOUND]: Cannot find package '/app/.output/server/node_modules/ufo/' imported from /app/.output/server/index.mjs",
    nearMiss: "package ufo was found in the output",
  },
  {
    id: "node/package",
    mode: "import/missing-module",
    meaning: "a package is not installed",
    pattern:
      /Cannot find (?:module|package) '(?:\/\S*\/node_modules\/(?<name2>(?:@[^/']+\/)?[^/']+)\/?|(?<name>[^'./][^']*))'/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause:
      "the package {name} is not installed: it is missing from the dependencies, only among devDependencies, or was not copied into the image",
    correctiveAction:
      "Add {name} to `dependencies` of package.json and commit the lock file; in a Dockerfile copy node_modules into the last stage.",
    source: "nodejs.org/api/errors.html#module_not_found",
    example:
      "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'send' imported from /usr/src/dist/server/entry.mjs",
    examples: ["Error: Cannot find module 'express'"],
    nearMiss: "module 'express' was found",
  },
  {
    id: "bundler/no-module",
    mode: "build/failed",
    meaning: "the bundler does not find what is imported",
    pattern:
      /Module not found: (?:Error: )?Can't resolve '(?<name>[^']+)'|Could not resolve "(?<name2>[^"]+)"|Rollup failed to resolve import "(?<name3>[^"]+)"(?: from "(?<importer>[^"]+)")?|Could not resolve entry module "(?<name4>[^"]+)"|error TS2307: Cannot find module '(?<name5>[^']+)'|Failed to resolve import "(?<name6>[^"]+)"(?: from "(?<importer2>[^"]+)")?|Cannot find module '(?<name7>[^']+)' or its corresponding type declarations/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the code imports {name}, which is not installed or not there; on Linux the letters' case counts",
    correctiveAction:
      "Add {name} to the dependencies, commit the file, or write its name in the case that the file has.",
    source: "webpack.js.org; rollupjs.org; esbuild.github.io",
    example: "Module not found: Can't resolve '@/components/Header'",
    examples: ['[vite]: Rollup failed to resolve import "axios" from "/app/src/api.ts".'],
    nearMiss: "module resolved",
  },
  {
    id: "python/no-name",
    mode: "import/missing-module",
    meaning: "a module has no such name",
    pattern:
      /ImportError: cannot import name '(?<name>[^']+)' from (?:partially initialized module )?'(?<module>[^']+)'/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause:
      "{module} has no {name}: another version of the package is installed than the code was written for, or two modules import each other",
    correctiveAction:
      "Hold the package's version that has {name} in the requirements, or correct the import; move a circular import into the function that needs it.",
    source: "CPython: Python/ceval.c, import_from",
    example: "ImportError: cannot import name 'url_quote' from 'werkzeug.urls'",
    nearMiss: "imported name 'x' from 'y'",
  },
  {
    id: "python/no-module",
    mode: "import/missing-module",
    meaning: "a module is not there",
    pattern:
      /ModuleNotFoundError: No module named '(?<name>[^']+)'|ImportError: No module named '?(?<name2>[\w.]+)'?/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause:
      "the module {name} is missing from the requirements, from the repository's branch, or from the root directory",
    correctiveAction:
      "Add the package of {name} to the requirements, or correct the root directory and the start command.",
    source: "CPython: Lib/importlib",
    example: "ModuleNotFoundError: No module named 'flask_cors'",
    examples: ["ImportError: No module named requests"],
    nearMiss: "module flask was imported",
  },
  {
    id: "python/no-app",
    mode: "import/missing-module",
    meaning: "the server does not find the application",
    pattern:
      /Error: Could not (?:import|locate a Flask application)|Could not import module "(?<name>[^"]+)"|Failed to parse '(?<name2>[^']+)' as an attribute|AppImportError|ModuleNotFoundError: No module named '(?<name3>[^']+\.wsgi|wsgi|asgi)'|Error: Failed to find Flask application|attribute (?:name )?"(?<name4>\w+)" not found/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the start command names an application, {name}, that cannot be imported from where it runs",
    correctiveAction:
      "Correct `module:application` in the start command, or the folder in which it runs (root directory, `--app-dir`, `--chdir`).",
    source: "encode/uvicorn: uvicorn/importer.py; pallets/flask: src/flask/cli.py",
    example: "Error: Could not locate a Flask application. Use the 'flask --app' option",
    examples: ['ERROR:    Error loading ASGI app. Could not import module "src.main".'],
    nearMiss: "the application was loaded",
  },
  {
    id: "others/no-module",
    mode: "import/missing-module",
    meaning: "a module or class is not there",
    pattern:
      /cannot load such file -- (?<name>\S+)|ClassNotFoundException: (?<name2>\S+)|NoClassDefFoundError: (?<name3>\S+)|Could not find or load main class (?<name4>\S+)|Unable to access jarfile (?<name5>\S+)|Could not load file or assembly '(?<name7>[^',]+)|Class "(?<name8>[\w\\]+)" not found|Failed opening required '(?<name9>[^']+)'|Failed to open stream: No such file or directory in|The application '(?<name10>[^']+)' does not exist|Could not execute because the (?:application|specified command)|\(UndefinedFunctionError\) function (?<name11>[\w.]+)\/\d+ is undefined \(module/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the program loads {name}, which is not installed or not there",
    correctiveAction:
      "Add the package that has {name} to the dependencies, or let the build write it to the place from which it is started.",
    source: "ruby: Kernel#require; docs.oracle.com: ClassNotFoundException; composer",
    example: "LoadError: cannot load such file -- bootsnap/setup",
    examples: [
      "Error: Unable to access jarfile target/app.jar",
      "Error: Could not find or load main class com.acme.App",
    ],
    nearMiss: "class loaded",
  },
  {
    id: "shell/not-allowed",
    mode: "disk/permission-denied",
    meaning: "the command may not be executed",
    pattern: /\b(?:sh|bash|env): (?:\d+: |line \d+: |exec: )*‘?'?(?<name>[\w./@-]+)'?’?: Permission denied/,
    stage: "root",
    certainty: "possible",
    competing: [
      {
        mode: "process/command-not-found",
        cause: "the file is of another user, or on a disk that is mounted without the right to execute",
      },
      { mode: "configuration/invalid", cause: "the command lacks its interpreter, such as `java -jar`" },
    ],
    decisive: true,
    cause: "the command starts {name} as a program, and that file is not executable (exit code 126)",
    correctiveAction:
      "Make {name} executable (`git update-index --chmod=+x`, or `chmod +x` in the image), or start it by its interpreter: `sh {name}`, `java -jar {name}`.",
    source: "bminor/bash: execute_cmd.c; coreutils/coreutils: src/env.c",
    example: "env: 'target/app-1.0.jar': Permission denied",
    nearMiss: "env: 'node': No such file or directory",
  },
  {
    id: "shell/no-program",
    mode: "process/command-not-found",
    meaning: "a program is not there",
    pattern:
      /(?:sh|bash|env): (?:\d+: |line \d+: |can't open |')*(?<name>[\w./@-]+)[':]*:? (?:command )?not found|(?:sh|bash|env): ‘?'?(?<name2>[\w./@-]+)'?’?: No such file or directory|spawn (?<name3>[\w./-]+) ENOENT|(?:exec|starting container process caused): "?(?<name4>[\w./-]+)"?: (?:executable file not found|stat \S+: no such file|no such file)|'(?<name5>[\w.-]+)' is not recognized as an internal|\/usr\/bin\/env: ['‘](?<name6>[^'’]+)['’]: No such file|exec (?<name7>\/\S+): no such file or directory|npm error could not determine executable|Command "(?<name8>[^"]+)" not found|(?:bun|uv|pnpm|yarn): .*"?(?<name9>[\w-]+)"? (?:command )?not found|Couldn't find a script named "(?<name10>[^"]+)"|^(?:bash|sh): (?<name11>[\w./-]+): not found/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the command runs {name}, which is not installed or not on PATH (exit code 127)",
    correctiveAction:
      "Install {name} in the build (as a dependency that production keeps), or correct the command; a script with Windows line ends is not found either: commit it with LF.",
    source: "bash: execute_cmd.c; opencontainers/runc",
    example: "sh: next: not found",
    examples: ["npm error Error: spawn next ENOENT", "bash: line 1: uvicorn: command not found"],
    nearMiss: "the program was found",
  },
];
