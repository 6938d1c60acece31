import path from "node:path";
import { isAbsent, type Lacking } from "./lacking-file";
import { onlyNamed, type Project } from "./project";
import type { RunningCommand } from "./running-commands";

/** A tool that ends at once where the folder has no file of its own. */
interface Tool {
  readonly command: RegExp;
  /** Any of them does; the first is what people write. */
  readonly files: readonly string[];
  /** Words that name another file or folder, or do without. */
  readonly unless: RegExp;
  /** A setting of package.json that names it. */
  readonly setting?: RegExp;
  /** The variable that names another one. */
  readonly variable?: string;
  /** Whether code may name another folder: one of the file's name anywhere may be meant. */
  readonly isMovable?: true;
}

const ends = (name: string, ...of: readonly string[]): readonly string[] => of.map((end) => `${name}.${end}`);

/** Each by its tool's own page on its command line, read 2026-12-01. */
const TOOLS: readonly Tool[] = [
  {
    command: /^prisma (?:migrate deploy|db push|generate)\b/,
    files: [
      "prisma/schema.prisma",
      ...["schema.prisma", "prisma/schema"],
      ...ends("prisma.config", "ts", "js", "mjs", "cjs", "mts", "cts"),
      ...ends(".config/prisma", "ts", "js", "mjs", "cjs", "mts", "cts"),
    ],
    unless: / --(?:schema|config)\b/,
    setting: /"prisma"\s*:\s*\{[^{}]*"schema"/,
  },
  {
    command: /^knex migrate:(?:latest|up)\b/,
    files: ends("knexfile", "js", "ts", "cjs", "mjs", "cts", "mts", "coffee", "ls", "eg"),
    unless: / --(?:knexfile|cwd|client|connection)\b/,
  },
  {
    command: /^drizzle-kit (?:migrate|push|generate)\b/,
    files: ends("drizzle.config", "ts", "js", "json", "mjs", "cjs", "mts", "cts"),
    unless: / --(?:config|dialect|url|schema)\b/,
  },
  {
    command: /^flask db upgrade\b/,
    files: ["migrations/env.py"],
    unless: / (?:-d|--directory)\b/,
    isMovable: true,
  },
  { command: /^poetry install\b/, files: ["pyproject.toml"], unless: / (?:-C|--directory|-P|--project)\b/ },
  {
    command: /^uv sync\b/,
    files: ["pyproject.toml"],
    unless: / --(?:directory|project|script)\b/,
    variable: "UV_PROJECT",
  },
  {
    command: /^(?:python[\d.]* -m )?pip3? install (?:(?:-e|--no-cache-dir) )*\.(?:\[[\w,-]+\])?$/,
    files: ["pyproject.toml", "setup.py"],
    unless: / -C\b/,
  },
  {
    command: /^bundle (?:install|exec)\b/,
    files: ["Gemfile", "gems.rb", ".bundle/config"],
    unless: / --gemfile\b/,
    variable: "BUNDLE_GEMFILE",
  },
  {
    command: /^composer install\b/,
    files: ["composer.json"],
    unless: / (?:-d|--working-dir)\b/,
    variable: "COMPOSER",
  },
  {
    command: /^npm (?:ci|clean-install|run(?:-script)?)\b|^(?:pnpm|yarn) (?:install|run)\b|^bun install\b/,
    files: ["package.json", "package.yaml", "package.json5"],
    unless: / (?:--prefix|-C|--dir|--cwd|-w|--workspace|--filter|-F)\b/,
  },
  { command: /^cargo (?:build|run)\b/, files: ["Cargo.toml"], unless: / (?:--manifest-path|-C)\b/ },
  {
    command: /^go build\b/,
    files: ["go.mod", "go.work"],
    unless: / -C\b|\.go\b| -mod=mod\b/,
    variable: "GO111MODULE",
  },
  { command: /^(?:mvn|\.\/mvnw)\b/, files: ["pom.xml"], unless: / (?:-f|--file)\b/ },
  { command: /^mix (?:deps\.get|compile|release)\b/, files: ["mix.exs"], unless: /^$/, variable: "MIX_EXS" },
];

const UP = ["", "..", "../..", "../../.."];

/** What tools cannot do without, where all that is built is here and none of it is. */
export function toolFiles(
  words: readonly string[],
  command: RunningCommand,
  { repository, facts }: Project,
): readonly Lacking[] {
  if (repository.isWhole !== true) return [];
  const text = words.join(" ");
  const tool = TOOLS.find((row) => row.command.test(text));
  if (tool === undefined || tool.unless.test(text)) return [];
  const { variable, files, setting, isMovable } = tool;
  if (facts.some((fact) => fact.kind === "variable" && fact.name === variable)) return [];
  // Most tools look in the folders above too.
  const isThere = files.some((file) => UP.some((up) => !isAbsent(path.posix.join(up, file), command)));
  const isSet =
    setting !== undefined &&
    repository.named("package.json").some((one) => setting.test(repository.text(one) ?? ""));
  const [file = ""] = files;
  const isElsewhere = isMovable === true && repository.named(path.posix.basename(file)).length > 0;
  if (isThere || isSet || isElsewhere) return [];
  return [
    {
      file,
      elsewhere: onlyNamed(file, repository),
      ...(variable !== undefined && { unlessSet: variable }),
    },
  ];
}
