import { ALL_VARIABLES, type Fact, type FactOf, factsOf, type PlatformFact } from "../../../domain/fact";
import { PUBLISHED_FOLDERS } from "../../../domain/published-folders";
import { rule, type Undecided, type Violation } from "../../../domain/rule";
import { variableOf } from "../../../domain/variables";
import { builtElsewhere, isOutside, rootOf } from "../built-below";
import { unlikelyFolder } from "../default-folders";

export const servicePublishPath = rule({
  id: "service/publish-path",
  severity: "error",
  title: "A static site publishes the folder that its build writes pages to",
  why: "Render serves the files of that folder alone: one without an index.html answers each visit with 404, and one that is not there fails the deploy.",
  fix: "Publish the folder with the built pages.",
  reference: "https://render.com/docs/static-sites",
  platforms: ["render"],
  check: (facts) => ({
    undecided: factsOf(facts, "platform").flatMap((site) => {
      if (site.type !== undefined && site.type !== "static") return [];
      return site.pending === undefined
        ? unusualFolder(site, facts)
        : [{ place: site.place, why: site.pending }];
    }),
    violations: factsOf(facts, "platform").flatMap((site) => {
      const { publishPath } = site;
      if (site.type !== "static" || publishPath === undefined) return [];
      const other = noFolder(publishPath.trim());
      if (other !== undefined)
        return [violation(site, publishPath, other, "Name the folder to which the build writes.")];
      const folder = lastOf(publishPath);
      const own = OF_TOOLS.find(({ name }) => name === folder);
      if (own !== undefined) return [violation(site, publishPath, own.got, own.fix)];
      const { built, isElsewhere } = site;
      if (built !== undefined && isElsewhere !== true && !isMoved(built.movedBy, "", facts))
        return [ofTool(site, publishPath, built.tool, built.folder)];
      return buildsOf(site, facts).flatMap((command) => ofCommand(site, publishPath, folder, command, facts));
    }),
  }),
});

/** What is no folder's name: `Publish directory npm run dev does not exist!`. */
function noFolder(text: string): string | undefined {
  if (COMMAND.test(text) || /\s&&\s|;\s/.test(text)) return "a command";
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return "an address";
  if (/(?:^|\/)index\.html?$/i.test(text)) return "a page, and no folder";
  if (/[*?]/.test(text)) return "a pattern, and no folder";
  return /\\/.test(text) ? "a path of Windows" : undefined;
}

const COMMAND = /^(?:npm|npx|pnpm|yarn|bunx?|node|python3?|hugo|vite|next|astro) \S/;

const lastOf = (folder: string): string => folder.replace(/\/+$/, "").split("/").at(-1) ?? "";

const buildsOf = ({ service }: PlatformFact, facts: readonly Fact[]): readonly FactOf<"platform-command">[] =>
  factsOf(facts, "platform-command").filter((one) => one.by === "build command" && one.service === service);

/**
 * Folders in which a tool keeps what it needs to serve by itself, and never an index.html at its root
 * (nextjs.org/docs/app/guides/static-exports; nuxt.com/docs/guide/directory-structure; svelte.dev/docs/kit; 2026-11).
 */
const OF_TOOLS = [
  {
    name: ".next",
    got: "the build of Next's server, which has no index.html",
    fix: "Set `output: 'export'` in next.config.js and publish `out`, or make this a web service that runs `next start`.",
  },
  {
    name: ".nuxt",
    got: "what Nuxt builds its server from, without an index.html",
    fix: "Build with `nuxt generate` and publish `.output/public`, or make this a web service.",
  },
  {
    name: ".output",
    got: "the build of Nuxt's server, whose pages are in `public` below it",
    fix: "Build with `nuxt generate` and publish `.output/public`, or make this a web service.",
  },
  {
    name: ".svelte-kit",
    got: "what SvelteKit keeps between builds, without an index.html",
    fix: "Use `@sveltejs/adapter-static` and publish `build`, or make this a web service.",
  },
] as const;

/** Folders that tools write to and that no settings file moves; an option or a variable of each may. */
const WRITES = [
  // create-react-app.dev/docs/advanced-configuration: BUILD_PATH alone.
  {
    tool: "react-scripts",
    runs: /(?:^|\s)react-scripts build(?:\s+--profile)?\s*$/,
    folder: "build",
    moved: "BUILD_PATH",
  },
  // gatsbyjs.com/docs/reference/gatsby-cli: always `public`.
  { tool: "gatsby", runs: /(?:^|\s)gatsby build(?:\s+--[\w-]+)*\s*$/, folder: "public", moved: undefined },
  // docusaurus.io/docs/cli: `--out-dir`.
  { tool: "docusaurus", runs: /(?:^|\s)docusaurus build\s*$/, folder: "build", moved: undefined },
] as const;

/** A preview reads no file, and a tool's settings may say the folder. */
function unusualFolder(site: PlatformFact, facts: readonly Fact[]): readonly Undecided[] {
  const { publishPath } = site;
  const place = site.fields?.publishPath ?? site.place;
  if (publishPath === undefined || place.source !== "resource") return [];
  if (isOutside(publishPath, rootOf(facts, site.service)))
    return [{ place, why: "it is outside the repository, where the build may have made it" }];
  if (site.built !== undefined && !isMoved(site.built.movedBy, "", facts)) return [];
  const builds = buildsOf(site, facts).flatMap(({ command }) => (command.known ? [command.value] : []));
  const elsewhere = builtElsewhere(site, place, builds, facts);
  if (elsewhere.length > 0) return elsewhere;
  const look = (name: string) => variableOf(facts, site, name);
  return builds.flatMap((command) => {
    const why = unlikelyFolder(command, publishPath, look);
    return why === undefined ? [] : [{ place, why }];
  });
}

function ofCommand(
  site: PlatformFact,
  publishPath: string,
  folder: string,
  { command }: FactOf<"platform-command">,
  facts: readonly Fact[],
): readonly Violation[] {
  if (!command.known) return [];
  const named = FOLDER_NAMED.exec(command.value)?.groups;
  if (named !== undefined) return ofOption(site, publishPath, named.tool ?? "", named.folder ?? "");
  if (!PUBLISHED_FOLDERS.includes(folder)) return [];
  const written = WRITES.find(({ runs }) => runs.test(command.value));
  if (written === undefined || written.folder === folder) return [];
  if (isMoved(written.moved, command.value, facts)) return [];
  return [ofTool(site, publishPath, written.tool, written.folder)];
}

/**
 * A tool that ends the build, with the option that names its folder: vite.dev/guide/cli, docs.astro.build (CLI),
 * docusaurus.io/docs/cli, cli.vuejs.org (build), gohugo.io/commands/hugo, jekyllrb.com/docs/configuration/options,
 * mkdocs.org/user-guide/cli, 11ty.dev/docs/usage, parceljs.org/features/cli; read 2026-11-30.
 */
const FOLDER_NAMED =
  /(?:^|[\s/])(?<tool>(?:vite|astro|docusaurus|jekyll|mkdocs|vue-cli-service|parcel) build|hugo|eleventy)(?:\s+[^\s;&|]+)*?\s+(?:--outDir|--out-dir|--destination|--dest|--site-dir|--output|--dist-dir|-d)[ =]["']?(?<folder>[\w./-]+)["']?(?:\s+--?[\w-]+(?:=\S+)?)*\s*$/;

/** The tool may count its folder from another one than the site does, so the last names alone are compared. */
function ofOption(
  site: PlatformFact,
  publishPath: string,
  tool: string,
  named: string,
): readonly Violation[] {
  const names = (path: string) => path.split("/").filter((name) => !["", ".", ".."].includes(name));
  const [written, published] = [names(named), names(publishPath)];
  const isSame = written.every((name, at) => published.at(at - written.length) === name);
  // What is above or below it may be meant: a folder that holds the pages of several tools, or one of their languages.
  const isBeside = !written.some((name) => published.includes(name));
  if (isSame || !isBeside || written.length === 0 || published.length === 0) return [];
  return [ofTool(site, publishPath, tool, named)];
}

/** Whether a variable moves the folder; a value that is not known may. */
function isMoved(by: string | undefined, command: string, facts: readonly Fact[]): boolean {
  if (by === undefined) return false;
  const named = (name: string) => name === by || name === ALL_VARIABLES;
  return command.includes(by) || factsOf(facts, "variable").some(({ name }) => named(name));
}

const ofTool = (site: PlatformFact, publishPath: string, tool: string, folder: string): Violation =>
  violation(
    site,
    publishPath,
    `another than the one that ${tool} writes to`,
    `Publish \`${folder}\`, to which \`${tool}\` writes the pages.`,
    `\`${folder}\``,
  );

function violation(
  { fields, place, service }: PlatformFact,
  publishPath: string,
  got: string,
  fix: string,
  expected = "a folder of whole pages",
): Violation {
  return {
    place: fields?.publishPath ?? place,
    ...(service !== undefined && { service }),
    what: "published folder",
    expected,
    got: `\`${publishPath}\`, ${got}`,
    fix,
  };
}
