import path from "node:path";
import type { Repository } from "../reader";
import { folderOf, foldersAbove } from "../services/service-folders";
import { jsonFields, record } from "./project/json-fields";

/** A server that opens another port before one of its versions, as its own package has it. */
interface OlderServer {
  readonly program: string;
  readonly package: string;
  /** The first version that does as the table of servers says. */
  readonly since: string;
  readonly form: RegExp;
  /** What it does before, as an option of its own. */
  readonly flag: string;
  readonly unless: RegExp;
}

const OLDER: readonly OlderServer[] = [
  {
    // next, dist/cli/next-start.js: `args['--port'] || 3000` in 9.0.2, 9.5.5, 10.0.9 and 10.2.3; 11.0.0 reads PORT.
    program: "next",
    package: "next",
    since: "11.0.0",
    form: /\bnext\s+(?:start|dev)\b/g,
    flag: "-p 3000",
    unless: /^(?:-p|--port)(?:$|=|\d)/,
  },
];

/** The command with what an older version does by itself; undefined where the version is another, or not known. */
export function ofOlderVersion(
  program: string,
  text: string,
  words: readonly string[],
  bases: readonly string[],
  repository: Repository,
): string | undefined {
  const row = OLDER.find((one) => one.program === program);
  if (row === undefined || words.some((word) => row.unless.test(word))) return undefined;
  if ([...text.matchAll(row.form)].length !== 1) return undefined;
  const manifest = bases
    .map((base) => path.posix.normalize(path.posix.join(base, "package.json")))
    .find((file) => repository.has(file));
  if (manifest === undefined || !isOlder(row, manifest, repository)) return undefined;
  return text.replace(row.form, (found) => `${found} ${row.flag}`);
}

function isOlder({ package: name, since }: OlderServer, manifest: string, repository: Repository): boolean {
  const fields = jsonFields(repository.text(manifest));
  const range = ["dependencies", "devDependencies"]
    .map((group) => record(fields?.[group])?.[name])
    .find((written) => typeof written === "string");
  if (typeof range !== "string") return false;
  // Another version may be put in its place.
  const isReplaced = ["resolutions", "overrides", "pnpm"].some((key) => fields?.[key] !== undefined);
  if (isReplaced) return false;
  // What few commands need is loaded where one does.
  const semver = require("semver") as typeof import("semver");
  const locks = foldersAbove(folderOf(manifest)).flatMap((folder) =>
    LOCKS.map(([file, form]) => ({ text: repository.text(path.posix.join(folder, file)), form })),
  );
  const locked = locks.filter(({ text }) => text !== undefined);
  if (locked.length === 0) return semver.validRange(range) !== null && semver.subset(range, `<${since}`);
  const versions = locked.flatMap(({ text = "", form }) => form(text, name));
  return (
    versions.length > 0 &&
    versions.every((version) => semver.valid(version) !== null && semver.lt(version, since))
  );
}

/** All versions of a package that a lock file has. */
type Versions = (text: string, name: string) => readonly string[];

const LOCKS: readonly (readonly [file: string, versions: Versions])[] = [
  ["package-lock.json", ofNpm],
  ["npm-shrinkwrap.json", ofNpm],
  [
    "yarn.lock",
    (text, name) =>
      found(text, `^"?${name}@[^\\n]*:\\n(?:[ \\t]+[^\\n]*\\n)*?[ \\t]+version:? "?([\\w.+-]+)`),
  ],
  // `/next/9.5.5:`, `/next@9.5.5(react@16.0.0):` and `next@9.5.5:`
  ["pnpm-lock.yaml", (text, name) => found(text, `^[ \\t]+['"]?/?${name}[@/](\\d[\\w.+-]*)`)],
  ["bun.lock", (text, name) => found(text, `"${name}@(\\d[\\w.+-]*)"`)],
  ["bun.lockb", () => []],
];

function ofNpm(text: string, name: string): readonly string[] {
  const lock = jsonFields(text);
  const packages = Object.entries(record(lock?.packages) ?? {}).filter(
    ([place]) => place === `node_modules/${name}` || place.endsWith(`/node_modules/${name}`),
  );
  const older = record(lock?.dependencies)?.[name];
  return [...packages.map(([, one]) => one), older].flatMap((one) => {
    const version = record(one)?.version;
    return typeof version === "string" ? [version] : [];
  });
}

function found(text: string, form: string): readonly string[] {
  return [...text.replaceAll("\r", "").matchAll(new RegExp(form, "gm"))].map(([, version = ""]) =>
    version.replace(/_.*$/, ""),
  );
}
