import path from "node:path";
import type { Repository } from "../reader";

/** Render's own default: https://render.com/docs/deploy-go-gin, read in November 2026. */
const BUILD = "go build -tags netgo -ldflags '-s -w'";

/** A program of the checkout, by a path from the folder that the command starts in. */
const PROGRAM = /^\s*(?:exec\s+)?(?:\.\/)?((?:[\w.-]+\/)*[\w.-]+)(?=\s|$)/;

/**
 * What builds the programs that a Go service's commands start, each of the folder with its name or of the only one with a
 * `main`. Where that is not known, Render's own default, which builds `app` of the root.
 */
export function goBuild(folder: string, commands: readonly string[], repository: Repository): string {
  const mains = mainFolders(folder, repository);
  const programs = [...new Set(commands.flatMap(programIn))];
  const wanted = programs.length === 0 ? ["app"] : programs;
  const found = wanted.map((file) => ({ file, from: folderOf(path.posix.basename(file), mains) }));
  if (found.some(({ from }) => from === undefined)) return `${BUILD} -o app`;
  const [first] = found;
  const into = path.posix.dirname(first?.file ?? "");
  const together =
    found.length > 1 &&
    found.every(
      ({ file, from = "" }) =>
        path.posix.dirname(file) === into && path.posix.basename(from) === path.posix.basename(file),
    );
  if (together) return `${BUILD} -o ${into}/ ${found.map(({ from }) => `./${from}`).join(" ")}`;
  return found.map(({ file, from }) => `${BUILD} -o ${file}${from === "" ? "" : ` ./${from}`}`).join(" && ");
}

function programIn(command: string): string[] {
  const named = PROGRAM.exec(command)?.[1];
  const isPath = named !== undefined && (/^\s*(?:exec\s+)?\.\//.test(command) || named.includes("/"));
  return isPath ? [named] : [];
}

/** Folders with a program, from the service's own. */
function mainFolders(folder: string, repository: Repository): readonly string[] {
  const files = repository.ending(".go").filter((file) => !file.endsWith("_test.go"));
  const found = files.flatMap((file) => {
    const from = path.posix.relative(folder, path.posix.dirname(file));
    const outside = from.startsWith("..") || /(?:^|\/)(?:vendor|testdata|examples?)(?:\/|$)/.test(from);
    return outside || !/^package main\b/m.test(repository.text(file) ?? "") ? [] : [from];
  });
  return [...new Set(found)];
}

function folderOf(name: string, mains: readonly string[]): string | undefined {
  const called = mains.filter((from) => path.posix.basename(from) === name);
  if (called.length === 1) return called[0];
  return mains.length === 1 ? mains[0] : mains.find((from) => from === "");
}
