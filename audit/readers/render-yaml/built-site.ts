import path from "node:path";
import type { FactOf } from "../../../domain";
import { PUBLISHED_FOLDERS } from "../../../domain/published-folders";
import type { Repository } from "../../reader";
import { angularPages } from "../package-json/angular-pages";
import { type Bundler, bundlerOf } from "../package-json/bundler";

/** A build that installs packages and runs the package's own script, and nothing else. */
const PLAIN =
  /^(?:(?:npm|pnpm|yarn|bun) ?(?:ci|i|install)?(?: --?[\w-]+(?:=\S+)?)*\s*(?:&&|;)\s*)*(?:npm run|pnpm(?: run)?|yarn(?: run)?|bun run) build$/;

/** The site with the tool that its build runs, where that writes to another folder than the published one. */
export function builtSite(
  site: FactOf<"platform">,
  command: string | undefined,
  repository: Repository,
): FactOf<"platform"> {
  const published = site.publishPath?.replace(/^\.\//, "").replace(/\/+$/, "");
  const isBuiltHere = site.type === "static" && site.source === undefined;
  if (!isBuiltHere || published === undefined || !PLAIN.test(command?.trim() ?? "")) return site;
  const base = site.rootDirectory?.replace(/\/+$/, "") ?? "";
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
