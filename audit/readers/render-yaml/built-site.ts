import type { FactOf } from "../../../domain";
import { PUBLISHED_FOLDERS } from "../../../domain/published-folders";
import type { Repository } from "../../reader";
import { bundlerOf } from "../package-json/bundler";

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
  if (!isBuiltHere || published === undefined || !PUBLISHED_FOLDERS.includes(published)) return site;
  if (!PLAIN.test(command?.trim() ?? "")) return site;
  const base = site.rootDirectory?.replace(/\/+$/, "") ?? "";
  const bundler = bundlerOf(base, repository);
  const at = base === "" ? published : `${base}/${published}`;
  // Pages that the repository has itself may be published without a build.
  const isEmpty = repository.lacks(at) || (published === "public" && repository.lacks(`${at}/index.html`));
  // The pages may be meant to be below the published folder: at a path of the site.
  const isPublished = `${bundler?.folder}/`.startsWith(`${published}/`);
  return bundler === undefined || isPublished || !isEmpty ? site : { ...site, built: bundler };
}
