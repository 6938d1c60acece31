import path from "node:path";
import type { FactOf } from "../../../domain";
import { PUBLISHED_FOLDERS } from "../../../domain/published-folders";
import type { Repository } from "../../reader";
import { angularPages } from "../package-json/angular-pages";
import { type Bundler, bundlerOf } from "../package-json/bundler";

/** A build that installs packages and runs the package's own script, and nothing else. */
const PLAIN =
  /^(?:(?:npm|pnpm|yarn|bun) ?(?:ci|i|install)?(?: --?[\w-]+(?:=\S+)?)*\s*(?:&&|;)\s*)*(?:npm run|pnpm(?: run)?|yarn(?: run)?|bun run) build$/;

/** The folder that a build goes to at first, or is given to each of its commands, and the build without it. */
function within(command: string): { readonly folder: string; readonly rest: string } {
  const [, gone, after] = /^cd\s+(?:\.\/)?([\w-][\w./-]*)\s*&&\s*(.*)$/s.exec(command) ?? [];
  if (gone !== undefined && after !== undefined) return { folder: gone.replace(/\/+$/, ""), rest: after };
  const given = [...command.matchAll(/\s--prefix[ =](?:\.\/)?([\w-][\w./-]*)/g)].map(([, folder]) => folder);
  const [first] = given;
  const isEach = first !== undefined && given.every((one) => one === first);
  const steps = command.split(/&&|;/).length;
  if (!isEach || given.length !== steps) return { folder: "", rest: command };
  return { folder: first.replace(/\/+$/, ""), rest: command.replaceAll(/\s--prefix[ =]\S+/g, "") };
}

/** The site with the tool that its build runs, where that writes to another folder than the published one. */
export function builtSite(
  site: FactOf<"platform">,
  command: string | undefined,
  repository: Repository,
): FactOf<"platform"> {
  const published = site.publishPath?.replace(/^\.\//, "").replace(/\/+$/, "");
  const isBuiltHere = site.type === "static" && site.source === undefined;
  const { folder, rest } = within(command?.trim() ?? "");
  if (!isBuiltHere || published === undefined || !PLAIN.test(rest.trim())) return site;
  const base = site.rootDirectory?.replace(/\/+$/, "") ?? "";
  if (folder !== "") return ofFolder(site, published, base, folder, repository);
  const angular = angularPages(base, repository);
  if (angular !== undefined) return ofAngular(site, angular, published, base, repository);
  if (!PUBLISHED_FOLDERS.includes(published)) return site;
  const bundler = bundlerOf(base, repository);
  const at = base === "" ? published : `${base}/${published}`;
  // Pages that the repository has itself may be published without a build.
  const isEmpty = repository.lacks(at) || (published === "public" && repository.lacks(`${at}/index.html`));
  // The pages may be meant to be below the published folder: at a path of the site.
  const isPublished = `${bundler?.folder}/`.startsWith(`${published}/`);
  return bundler === undefined || isPublished || !isEmpty ? site : { ...site, built: bundler };
}

/** Of a package in a folder below the one from which the published folder counts. */
function ofFolder(
  site: FactOf<"platform">,
  published: string,
  base: string,
  folder: string,
  repository: Repository,
): FactOf<"platform"> {
  // Where the start of the build is taken for the root directory, that is where the package is.
  const top = base === folder && site.statedRoot === undefined ? "" : base;
  const bundler = bundlerOf(path.posix.join(top, folder), repository);
  if (bundler === undefined || !PUBLISHED_FOLDERS.includes(published)) return site;
  const written = `${folder}/${bundler.folder}`;
  const isEmpty = repository.lacks(path.posix.join(top, published));
  return isEmpty ? { ...site, built: { ...bundler, folder: written } } : site;
}

/** No page is above the folder that the builder writes them to; a route may lead there all the same. */
function ofAngular(
  site: FactOf<"platform">,
  pages: Bundler,
  published: string,
  base: string,
  repository: Repository,
): FactOf<"platform"> {
  const isBelow = `${published}/`.startsWith(`${pages.folder}/`);
  const manifest = site.place.source === "file" ? (repository.text(site.place.file) ?? "") : "";
  const isRouted = /destination:\s*["']?\/?(?!index\.html)[\w-]+[\w./-]*\.html/.test(manifest);
  const isEmpty = repository.lacks(path.posix.join(base, published));
  return isBelow || isRouted || !isEmpty ? site : { ...site, built: pages };
}
