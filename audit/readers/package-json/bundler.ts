import path from "node:path";
import type { Repository } from "../../reader";

/** A tool that writes a site's pages, and the folder that it writes them to. */
export interface Bundler {
  readonly tool: string;
  readonly folder: string;
}

interface Row extends Bundler {
  readonly script: RegExp;
  readonly settings: string;
  /** Where its settings name the folder, if not at their top. */
  readonly within?: RegExp;
}

/** Scripts that do nothing but build, maybe after a check of types (vite.dev/config/build-options: outDir; docs.astro.build: outDir). */
const ROWS: readonly Row[] = [
  {
    tool: "vite",
    script: /^(?:(?:vue-)?tsc(?: (?:-b|--build|--noEmit))* && )?vite build$/,
    settings: "vite.config",
    folder: "dist",
    within: /\bbuild\s*:\s*\{(?:[^{}]|\{[^{}]*\})*\boutDir\b/,
  },
  {
    tool: "astro",
    script: /^(?:astro check && )?astro build$/,
    settings: "astro.config",
    folder: "dist",
  },
];

/** What moves the folder, or may: an option of that name, a part of another file, a framework upon the tool. */
const MOVES = /outDir|\broot\b|adapter|environments|builder|\.\.\.|\brequire\s*\(|\bimport\s*\(/i;
const IMPORT = /\bfrom\s*["']([^"']+)["']|\bimport\s*["']([^"']+)["']/g;
/** Packages of which none writes pages to another folder. */
const HARMLESS =
  /^(?:vite|vitest\/config|astro\/config|@vitejs\/plugin-[\w-]+|@astrojs\/(?:mdx|react|preact|svelte|vue|solid-js|sitemap|rss|tailwind|partytown)|@tailwindcss\/vite|@sveltejs\/vite-plugin-svelte|vite-plugin-(?:svgr|compression|checker|eslint)|vite-tsconfig-paths|(?:node:)?(?:path|url))$/;

/** A folder of its own, as a text. */
const NAMED = /\boutDir\s*:\s*["'`](?:\.\/)?([\w-][\w.-]*(?:\/[\w-][\w.-]*)*)\/?["'`]/g;
/** Code that decides when the settings are read. */
const DECIDES = /\?(?![.:])|&&|\|\||\b(?:if|function|process|mode|command)\b|=>/;

/**
 * The tool that the package of a folder builds by, with the folder that it writes to by itself, or that its settings name as
 * a text alone; undefined where something else may move it.
 */
export function bundlerOf(base: string, repository: Repository): Bundler | undefined {
  const scripts = scriptsOf(repository.text(path.posix.join(base, "package.json")) ?? "");
  const build = scripts.build?.trim().replaceAll(/\s+/g, " ") ?? "";
  const row = ROWS.find(({ script }) => script.test(build));
  if (row === undefined || "prebuild" in scripts || "postbuild" in scripts) return undefined;
  const files = ["js", "mjs", "cjs", "ts", "mts", "cts"]
    .map((end) => path.posix.join(base, `${row.settings}.${end}`))
    .filter((file) => !repository.lacks(file));
  const texts = files.map((file) => repository.text(file) ?? "outDir");
  const plain = texts.map((text) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ""));
  const [named, ...more] = plain.flatMap((text) => [...text.matchAll(NAMED)]);
  const isMoved = plain.some((text) => {
    const imported = [...text.matchAll(IMPORT)].map(([, from, alone]) => from ?? alone ?? "");
    const rest = more.length === 0 ? text.replaceAll(NAMED, "") : text;
    return MOVES.test(rest) || !imported.every((name) => HARMLESS.test(name));
  });
  const isAside = row.within !== undefined && !plain.some((text) => row.within?.test(text));
  if (isMoved || (named !== undefined && (isAside || plain.some((text) => DECIDES.test(text)))))
    return undefined;
  return { tool: row.tool, folder: named?.[1] ?? row.folder };
}

function scriptsOf(text: string): Readonly<Record<string, string>> {
  try {
    const { scripts = {} } = JSON.parse(text) as { scripts?: Record<string, unknown> };
    return Object.fromEntries(
      Object.entries(scripts).flatMap(([name, script]) =>
        typeof script === "string" ? [[name, script]] : [],
      ),
    );
  } catch {
    return {};
  }
}
