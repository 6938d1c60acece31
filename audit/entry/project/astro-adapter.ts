import path from "node:path";
import type { Fact } from "../../../domain";
import { bundlerOf } from "../../readers/package-json/bundler";
import type { Chain } from "../chain";
import { startedWords } from "../wrappers";
import { type Project, platformCommands, subjectOf } from "./project";

const SERVER = /^(?:\.\/)?dist\/server\/entry\.mjs$/;

/**
 * The server's file of an Astro site, which `astro build` writes with an adapter alone: without one the pages are static, or the
 * build ends (docs.astro.build/en/guides/on-demand-rendering, read 2026-12-01).
 */
export function astroAdapter(project: Project, { steps }: Chain): readonly Fact[] {
  const { repository, bases } = project;
  const last = steps.at(-1);
  const [program, file = ""] = startedWords(last?.text ?? "");
  if (last === undefined || program !== "node" || !SERVER.test(file)) return [];
  const base = bases.find((one) => repository.has(path.posix.join(one, "package.json")));
  // The settings of one that is known to move nothing name no adapter, and no integration that may bring one.
  const bundler = base === undefined ? undefined : bundlerOf(base, repository);
  const isAdded = platformCommands(project).some((command) => /\bastro\s+add\b|\.sh\b/.test(command));
  if (base === undefined || bundler?.tool !== "astro" || bundler.folder !== "dist" || isAdded) return [];
  const at = path.posix.join(base, "dist/server/entry.mjs");
  if (!repository.lacks(at)) return [];
  const what = {
    file: at,
    command: `node ${file}`,
    elsewhere: undefined,
    writtenBy: "npx astro add node",
    by: "start command" as const,
  };
  return [{ kind: "missing-file", ...subjectOf(project), place: last.place, ...what }];
}
