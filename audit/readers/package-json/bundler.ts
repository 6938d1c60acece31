import path from "node:path";
import type { Repository } from "../../reader";

/** A tool that writes a site's pages, and the folder that it writes them to. */
export interface Bundler {
  readonly tool: string;
  readonly folder: string;
  /** The variable that names another one, where it is set. */
  readonly movedBy?: string;
}

interface Row extends Bundler {
  readonly script: RegExp;
  /** The file of its settings, without its ending; none where no file moves the folder. */
  readonly settings?: string;
  /** What its settings call the folder. @default outDir */
  readonly option?: string;
  /** Without these words its settings make no pages. */
  readonly writes?: RegExp;
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
  {
    // nextjs.org/docs/app/guides/static-exports
    tool: "next",
    script: /^next build$/,
    settings: "next.config",
    option: "distDir",
    writes: /\boutput\s*:\s*["']export["']/,
    folder: "out",
  },
  {
    // cli.vuejs.org/config: outputDir
    tool: "vue-cli-service",
    script: /^vue-cli-service build$/,
    settings: "vue.config",
    option: "outputDir",
    folder: "dist",
  },
  // create-react-app.dev/docs/advanced-configuration; gatsbyjs.com/docs/reference/gatsby-cli; docusaurus.io/docs/cli
  { tool: "react-scripts", script: /^react-scripts build$/, folder: "build", movedBy: "BUILD_PATH" },
  { tool: "gatsby", script: /^gatsby build$/, folder: "public" },
  { tool: "docusaurus", script: /^docusaurus build$/, folder: "build" },
];

/** What moves the folder, or may: an option of that name, a part of another file, a framework upon the tool. */
const MOVES =
  /outDir|distDir|outputDir|\broot\b|adapter|environments|builder|\.\.\.|\brequire\s*\(|\bimport\s*\(/i;
const IMPORT = /\bfrom\s*["']([^"']+)["']|\bimport\s*["']([^"']+)["']/g;
/** Packages of which none writes pages to another folder. */
const HARMLESS =
  /^(?:vite|vitest\/config|astro\/config|@vitejs\/plugin-[\w-]+|@astrojs\/(?:mdx|react|preact|svelte|vue|solid-js|sitemap|rss|tailwind|partytown)|@tailwindcss\/vite|@sveltejs\/vite-plugin-svelte|vite-plugin-(?:svgr|compression|checker|eslint)|vite-tsconfig-paths|(?:node:)?(?:path|url)|next|@vue\/cli-service)$/;

/** A folder of its own, as a text. */
const named = (option: string): RegExp =>
  new RegExp(`\\b${option}\\s*:\\s*["'\`](?:\\./)?([\\w-][\\w.-]*(?:/[\\w-][\\w.-]*)*)/?["'\`]`, "g");
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
  const { tool, settings, option = "outDir", movedBy, writes } = row;
  if (movedBy !== undefined && isInEnvFile(movedBy, base, repository)) return undefined;
  const ends = settings === undefined ? [] : ["js", "mjs", "cjs", "ts", "mts", "cts"];
  const files = ends
    .map((end) => path.posix.join(base, `${settings}.${end}`))
    .filter((file) => !repository.lacks(file));
  const texts = files.map((file) => repository.text(file) ?? "outDir");
  const plain = texts.map((text) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ""));
  if (writes !== undefined && !plain.some((text) => writes.test(text))) return undefined;
  const [first, ...more] = plain.flatMap((text) => [...text.matchAll(named(option))]);
  const isMoved = plain.some((text) => {
    const imported = [...text.matchAll(IMPORT)].map(([, from, alone]) => from ?? alone ?? "");
    const rest = more.length === 0 ? text.replaceAll(named(option), "") : text;
    return MOVES.test(rest) || !imported.every((name) => HARMLESS.test(name));
  });
  const isAside = row.within !== undefined && !plain.some((text) => row.within?.test(text));
  if (isMoved || (first !== undefined && (isAside || plain.some((text) => DECIDES.test(text)))))
    return undefined;
  return { tool, folder: first?.[1] ?? row.folder, ...(movedBy !== undefined && { movedBy }) };
}

/** Create React App reads these by itself (create-react-app.dev/docs/adding-custom-environment-variables). */
function isInEnvFile(variable: string, base: string, repository: Repository): boolean {
  return ["", ".local", ".production", ".production.local"].some((end) => {
    const file = path.posix.join(base, `.env${end}`);
    return !repository.lacks(file) && (repository.text(file) ?? variable).includes(variable);
  });
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
