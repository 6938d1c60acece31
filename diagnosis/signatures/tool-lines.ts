import type { Signature } from "../signature";

const build = { mode: "build/failed", stage: "root", certainty: "certain", decisive: false } as const;
const setting = {
  mode: "configuration/invalid",
  stage: "root",
  certainty: "certain",
  decisive: false,
} as const;

/** Lines whose form belongs to one kind of tool, whatever they say: a compiler's place, a parser's, a server's code. */
export const TOOL_LINES_SIGNATURES: readonly Signature[] = [
  {
    ...build,
    id: "compiler/go",
    meaning: "Go code does not compile",
    pattern:
      /(?<![\w./@+-])(?<place>[\w./@+-]+\.go:\d+(?::\d+)?): (?<text>(?:undefined: \w|\S+ undefined \(type |(?:"[^"]+"|\S+) (?:imported|declared) and not used|declared and not used: |invalid operation: |cannot (?:use|convert|assign|infer|refer|range|call|define|take|find) |missing (?:function|method|type|argument|init)|invalid (?:argument|recursive|character|receiver|composite|map key|use of)|non-declaration statement|duplicate (?:case|key|method|argument)|missing return|not enough arguments|too many arguments|assignment mismatch|syntax error|\S+ redeclared|unknown field |undeclared name).{0,160})/,
    cause: "Go does not compile {place}: {text}",
    correctiveAction:
      "Correct the line that is named; where it is a dependency's, take a version of it, or of Go, that fits the other.",
    source: "go.dev: cmd/compile, go/types/errors",
    example: "/go/src/net/proxy.go:83: u.Hostname undefined (type *url.URL has no field or method Hostname)",
    examples: ["./main.go:9: undefined: handler", "./main.go:9:2: declared and not used: handler"],
    nearMiss: "2024/08/01 main.go:9: cannot connect to the queue",
  },
  {
    ...build,
    id: "compiler/place",
    meaning: "the code does not compile",
    pattern:
      /^(?<place>[\w./@+-]+\.(?:rs|c|cc|cpp|cxx|h|hpp|exs?|erl|hs|ml|zig|nim|cr|dart|swift|vue|svelte|scss|sass|proto|java):\d+(?::\d+)?): (?:fatal )?error: (?<text>.{1,200})|^e: (?<place2>file:\/\/\S+?\.kts?:\d+:\d+):? (?<text2>.{1,200})|^\[ERROR\] (?<place3>\S+\.java:\[\d+,\d+\]) (?<text3>.{1,200})/,
    cause: "the compiler stops at {place}: {text}",
    correctiveAction: "Correct the line that is named; a missing header or symbol is a package to install.",
    source: "gcc.gnu.org; doc.rust-lang.org; kotlinlang.org; maven.apache.org",
    example: "src/main.rs:12:5: error: cannot find macro `render` in this scope",
    examples: [
      "e: file:///app/src/Main.kt:3:12 Unresolved reference: render",
      "[ERROR] /app/src/main/java/App.java:[12,8] cannot find symbol",
      "lib/shop/cart.ex:12: error: undefined variable count",
    ],
    nearMiss: "thread 'main' panicked at src/main.rs:12:5: no port",
  },
  {
    ...build,
    id: "go/module-path",
    meaning: "a Go module is asked for by another path than its own",
    pattern: /module declares its path as: (?<name>\S+)|but was required as: (?<name2>\S+)/,
    cause: "a Go module is asked for by another path than it declares: {name}",
    correctiveAction:
      "Write the path that the module declares into the imports and go.mod (letters' case counts), or pin the version before its change with `replace`.",
    source: "go.dev/ref/mod#resolve-pkg-mod",
    example: "module declares its path as: github.com/sirupsen/logrus",
    nearMiss: "module path is sound",
  },
  {
    ...build,
    id: "apt/fetch",
    meaning: "apt cannot fetch what it is to install",
    pattern:
      /^E: (?<text>(?:Unable to fetch some archives|Failed to fetch \S+|Unable to correct problems|Unmet dependencies|Version '[^']+' for '[^']+' was not found).{0,120})/,
    cause: "apt stops: {text}",
    correctiveAction:
      "Put `apt-get update` into the same RUN as `apt-get install`, take an image whose release is still served, and install the repository's key.",
    source: "manpages.debian.org: apt-get(8), apt-secure(8)",
    example: "E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?",
    nearMiss: "Fetched 12 MB in 2s",
  },
  {
    ...build,
    id: "cargo/no-package",
    meaning: "Cargo finds no package of that name",
    pattern: /no matching package named `(?<name>[^`]+)` found/,
    cause: "Cargo finds no package {name}, by that name or in that feature",
    correctiveAction: "Correct the name, its version, or the registry in Cargo.toml.",
    source: "doc.rust-lang.org/cargo: resolver",
    example: "error: no matching package named `serd` found",
    nearMiss: "Compiling serde v1.0.1",
  },
  {
    ...build,
    id: "poetry/no-version",
    meaning: "Poetry finds no version that fits",
    pattern: /Because (?<name>\S+(?: \([^)]*\))?) depends on (?<name2>.{1,80}?),? which doesn't match any/,
    cause: "no version fits what is required: {name}",
    correctiveAction: "Correct the requirement that is named, or the package source that has that version.",
    source: "python-poetry/poetry: src/poetry/mixology/failure.py",
    example: "Because shop depends on flask (^99.0) which doesn't match any",
    nearMiss: "Because shop depends on flask, it is installed",
  },
  {
    ...build,
    id: "pip/has-requirement",
    meaning: "two Python packages ask for different versions of a third",
    pattern:
      /^(?:ERROR: )?(?<name>\S+ \S+) has requirement (?<name2>[^,]+(?:,[<>=!~][^,]+)*), but you(?:'ll)? have (?<name3>\S+ \S+?)\.?(?: which is incompatible)?$/,
    cause: "two Python packages ask for different versions of a third: {name}",
    correctiveAction:
      "Take versions of both that accept one version of it (`pip install` of both in one command shows whether there are any), or put them into two services.",
    source: "pypa/pip: _internal/operations/check.py",
    example: "ERROR: shop 0.3.1 has requirement aiofiles<25.0.0,>=24.1.0, but you have aiofiles 23.2.1.",
    nearMiss: "shop 0.3.1 has requirement aiofiles",
  },
  {
    ...build,
    certainty: "possible",
    id: "heroku/no-buildpack",
    meaning: "no buildpack takes the app",
    pattern: /Push rejected, (?<text>(?!failed to compile|see ).{3,160}?)\.?$/,
    cause: "the push is rejected: {text}",
    correctiveAction:
      "Commit the file by which the language is known into the root folder (package.json, requirements.txt, Gemfile, …), or set the buildpack that fits with `heroku buildpacks:set`.",
    source: "devcenter.heroku.com/articles/buildpacks#detection-failure",
    example: " !     Push rejected, failed to detect set buildpack https://github.com/app/shop",
    nearMiss: " !     Push rejected, failed to compile Node.js app.",
  },
  {
    ...setting,
    id: "config/unknown-field",
    meaning: "a configuration file has a key that the program does not know",
    pattern:
      /\bfield (?<name>\S+) not found in type [\w.*\]]|\b(?:json|yaml|toml): unknown field "(?<name2>[^"]+)"|\bunknown field `(?<name3>[^`]+)`, expected/,
    cause: "the configuration has the key {name}, which this version of the program does not know",
    correctiveAction:
      "Correct the key's name and its place, or take the version of the program that knows it.",
    source:
      "pkg.go.dev/encoding/json#Decoder.DisallowUnknownFields; serde.rs/container-attrs.html#deny_unknown_fields",
    example: "yaml: unmarshal errors: line 2: field prot not found in type config.Config",
    examples: ['json: unknown field "prot"'],
    nearMiss: "yaml: read 12 fields",
  },
  {
    ...setting,
    id: "config/parser-line",
    meaning: "a configuration file cannot be parsed",
    pattern:
      /\b(?<name>toml|yaml|ini|hcl|dotenv|json5?): (?:line|Line) (?<line>\d+)(?: \([^)]*\))?: (?<text>.{1,160})/,
    cause: "the {name} file cannot be parsed at line {line}: {text}",
    correctiveAction: "Correct that line of the file.",
    source: "BurntSushi/toml; go-yaml/yaml",
    example: "toml: line 3: expected '=' but got 'x'",
    nearMiss: "toml: 3 lines read",
  },
  {
    ...setting,
    id: "apache/syntax",
    meaning: "Apache's configuration has an error",
    pattern: /AH00526: Syntax error on line (?<line>\d+) of (?<name>[^:]+):/,
    cause: "Apache's configuration {name} has an error at line {line}",
    correctiveAction:
      "Correct that line; a directive that is unknown needs its module (`a2enmod`), and a variable in it a value.",
    source: "httpd.apache.org: server/config.c",
    example: "AH00526: Syntax error on line 12 of /etc/apache2/sites-enabled/shop.conf:",
    nearMiss: "Syntax OK",
  },
];
