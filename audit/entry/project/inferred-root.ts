import path from "node:path";
import { oncePerRepository } from "../../once-per-repository";
import type { Repository } from "../../reader";
import { jsonFields, record } from "./json-fields";
import type { RunningCommand } from "./running-commands";

const BUILD = /^(?:npm run|pnpm(?: run)?|yarn(?: run)?|bun run) build$/;
/** Settings by which other files are compiled, or the root is another one. */
const OTHERWISE = /"(?:rootDirs?|noEmit|composite|emitDeclarationOnly|outFile|allowJs|files|references)"\s*:/;
/** Settings of others that say nothing of files (github.com/tsconfig/bases). */
const HARMLESS = /^@tsconfig\/(?:node[\w-]+|strictest|recommended)(?:\/tsconfig\.json)?$/;

/**
 * The lowest folder that TypeScript's compiler may count its sources from where no `rootDir` is said: the one around all
 * of them that are there when it runs. What these import may make it a higher one (typescriptlang.org/tsconfig:
 * rootDir). TypeScript 6 takes the folder of the settings.
 */
export function inferredRoot(
  home: string,
  settings: string,
  repository: Repository,
  commands: readonly RunningCommand[],
): string | undefined {
  if (OTHERWISE.test(settings) || !isBeforeSix(repository)) return undefined;
  const fields = settingsOf(settings);
  const { include, exclude, extends: base } = fields ?? {};
  if (fields === undefined || (base !== undefined && !HARMLESS.test(String(base)))) return undefined;
  const builds = commands.filter(({ words }) => BUILD.test(words.join(" ")));
  const [build, ...more] = builds;
  if (build === undefined || more.length > 0) return undefined;
  const taken = patterns(include, ["**/*"]);
  const left = patterns(exclude, []);
  if (taken === undefined || left === undefined) return undefined;
  const ignored = ignoredBy(repository.text(".dockerignore") ?? "");
  const files = repository.below(home === "." ? "" : home, "ts").flatMap((file) => {
    const name = path.posix.relative(home, file);
    const isSource = /(?<!\.d)\.(?:ts|tsx|mts|cts)$/.test(name) && !/(?:^|\/)node_modules\//.test(name);
    const isTaken = taken.some((one) => one.test(name)) && !left.some((one) => one.test(name));
    return isSource && isTaken && !ignored(file) ? [name] : [];
  });
  if (files.length > LIMIT) return undefined;
  const brought = files.filter((name) => typeof build.fileAt(name, () => false) === "object");
  return brought.length === 0 ? undefined : around(brought);
}

const LIMIT = 400;

/** The folder around all files. */
function around(files: readonly string[]): string {
  const [first = [], ...others] = files.map((file) => file.split("/").slice(0, -1));
  const length = others.reduce((shared, names) => {
    const differs = first.slice(0, shared).findIndex((name, at) => names[at] !== name);
    return differs < 0 ? shared : differs;
  }, first.length);
  return first.slice(0, length).join("/") || ".";
}

function settingsOf(text: string): Readonly<Record<string, unknown>> | undefined {
  return record(jsonFields(text.replaceAll(/,(\s*[}\]])/g, "$1")));
}

/** Patterns of files as TypeScript has them: a folder's name is all that is in it. */
function patterns(list: unknown, otherwise: readonly string[]): readonly RegExp[] | undefined {
  const texts: unknown = list ?? otherwise;
  if (!Array.isArray(texts) || texts.some((one) => typeof one !== "string" || /[{$]|\.\.\//.test(one)))
    return undefined;
  return (texts as readonly string[]).map((text) => {
    const plain = text.replace(/^\.\//, "").replace(/\/$/, "");
    const isFolder = !/[*?]|\.\w+$/.test(plain.split("/").at(-1) ?? "") || plain === ".";
    const whole = plain === "." ? "**/*" : isFolder ? `${plain}/**/*` : plain;
    return new RegExp(`^${pattern(whole)}$`);
  });
}

const pattern = (text: string): string =>
  text
    .replaceAll(/[.+^()|[\]\\]/g, "\\$&")
    .replaceAll(/\*\*\/|\*|\?/g, (sign) => ({ "**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]" })[sign] ?? "");

/** Whether an image's build is not given a file: a line that may be of it counts. */
function ignoredBy(text: string): (file: string) => boolean {
  const lines = text
    .split("\n")
    .map((line) =>
      line
        .trim()
        .replace(/^(?:\*\*\/|\.?\/)+/, "")
        .replace(/\/(?:\*\*?)?$/, ""),
    )
    .filter((line) => line !== "" && !line.startsWith("#"));
  const ignored = lines.map((line) => new RegExp(`^${pattern(line)}$`));
  return (file) => {
    const names = file.split("/");
    const all = names.flatMap((_, at) => [
      names.slice(0, at + 1).join("/"),
      names[at] ?? "",
      names.slice(at).join("/"),
    ]);
    return ignored.some((one) => all.some((part) => one.test(part)));
  };
}

/** Whether each package of the repository that asks for TypeScript asks for one before version 6. */
const isBeforeSix = oncePerRepository((repository: Repository): boolean => {
  const asked = repository.named("package.json").flatMap((file) => {
    const text = repository.text(file) ?? "";
    const [, major] = /"typescript"\s*:\s*"[~^=v]*(\d+)[^"|>*]*"/.exec(text) ?? [];
    return /"typescript"\s*:/.test(text) ? [Number(major ?? "NaN")] : [];
  });
  return asked.length > 0 && asked.every((major) => major < 6);
});
