import type { Signature } from "../signature";

/** Lines of tools that say in words of their own what failed: asked after the rows of each kind. */
export const TOOLS_BROAD_SIGNATURES: readonly Signature[] = [
  {
    id: "php/syntax",
    mode: "process/exception",
    meaning: "a PHP file cannot be parsed",
    pattern: /(?:PHP )?Parse error:? (?<text>.{1,200})/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "a PHP file cannot be parsed: {text}",
    correctiveAction:
      "Correct the line that is named; words that the running PHP does not know ask for a newer one.",
    source: "php.net/manual/en/errorfunc.constants.php",
    example:
      'PHP Parse error:  syntax error, unexpected token "}", expecting ";" in /app/index.php on line 12',
    nearMiss: "parsed index.php",
  },
  {
    id: "mix/error",
    mode: "build/failed",
    meaning: "the command of Mix ends with an error",
    pattern: /^\*\* \(Mix\) (?<text>(?!Could not start application|You're trying to run).{1,200})/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "Mix stops: {text}",
    correctiveAction:
      "Correct what it names; run `mix local.hex --force`, `mix local.rebar --force` and `mix deps.get` before the build's commands.",
    source: "hexdocs.pm/mix",
    example: "** (Mix) Could not find an SCM for dependency :phoenix from Shop.MixProject",
    nearMiss: "mix deps.get done",
  },
  {
    id: "buildkit/solve",
    mode: "build/failed",
    meaning: "BuildKit stops",
    pattern:
      /^(?:#\d+ )?(?:ERROR|error): (?:failed to build: )?failed to solve: (?!.*did not complete successfully|.*"\/[^"]*": not found|failed to (?:read dockerfile|compute cache key)|.*(?:pull access denied|manifest unknown))(?<text>.{1,240})/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "BuildKit stops: {text}",
    correctiveAction:
      "Correct what it names: an image or its tag, a line of the Dockerfile, the registry's login or limit.",
    source: "moby/buildkit: solver",
    example:
      "ERROR: failed to solve: node:20: failed to copy: toomanyrequests: You have reached your unauthenticated pull rate limit.",
    examples: ["error: failed to solve: frontend grpc server closed unexpectedly"],
    nearMiss: "failed to solve nothing",
  },
  {
    id: "yaml/parse",
    mode: "configuration/invalid",
    meaning: "a YAML file is not well-formed",
    pattern:
      /(?:\byaml\.\S*(?:Scanner|Parser|Composer|Constructor)|\b(?:Scanner|Parser|Composer|Constructor)(?=\w+: (?:while |expected |could not determine a constructor)))(?:Exception|Error): |snakeyaml|found character '?.{1,6}'? that cannot start any token|mapping values are not allowed (?:in this context|here)|did not find expected (?:key|node content|'-' indicator)|YAMLException|YAMLParseError|bad indentation of a mapping entry/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "a YAML file that is read is not well-formed (indentation, a tab, or a colon in a value)",
    correctiveAction: "Correct the file and line that are named; quote values with a colon.",
    source: "yaml.org/spec/1.2.2",
    example: "org.yaml.snakeyaml.scanner.ScannerException: while scanning for the next token",
    nearMiss: "scanner ready",
  },
  {
    id: "node/broken-line",
    mode: "import/missing-module",
    meaning: "a module is not there, and its name is on the next line",
    pattern: /Cannot find (?:module|package)(?:$| +['"](?<name>[^'"]+)['"]$)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause:
      "the program loads {name}, which is not there: it is not installed, not built, or not copied into the image",
    correctiveAction:
      "A package belongs among `dependencies`; a file of the program has to be built, committed or copied, and its name written with the same letters.",
    source: "nodejs.org/api/errors.html#module_not_found",
    example: "Error: Cannot find module",
    nearMiss: "the module was found",
  },
];
