import path from "node:path";
import { type Fact, factsOf, type PlatformFact, type StartCommandFact } from "../../domain";
import { TOOL_FILES } from "../../domain/manifest";
import { serverBesideHost, siteServer } from "../../domain/site-servers";
import { UNREAD_MANIFESTS } from "../../platforms/unread";
import { oncePerRepository } from "../once-per-repository";
import type { Repository } from "../reader";
import { fileOf } from "../services/service-folders";
import type { Chain } from "./chain";

/** Railpack publishes the pages of these in place of starting them (railpack: core/providers/node/spa.go, read 30 November 2026). */
const RAILWAY_PUBLISHES = /^(?:react-scripts start|ng serve)$/;

/**
 * Of each start, why it counts for no service: a package's script that shows a site to its developer, where no manifest
 * says that a host starts anything. A workflow that deploys does not say what.
 */
export const shownSites = (
  starts: readonly StartCommandFact[],
  chains: readonly Chain[],
  facts: readonly Fact[],
  repository: Repository,
): readonly (string | undefined)[] =>
  starts.map((start, index) => whyShown(start, chains[index]?.steps.at(-1)?.text ?? "", facts, repository));

/** The hosts that publish pages, and run functions: none of them starts a package. */
const SITES_HOSTS = ["Netlify", "Vercel", "Cloudflare Workers", "Firebase Hosting"];

const namesSitesHost = oncePerRepository((repository): boolean => {
  const rows = UNREAD_MANIFESTS.value.filter(({ tool }) => SITES_HOSTS.includes(tool));
  return [".toml", ".json", ".jsonc", ".ts", ".js", ".mjs", ".cjs", ".mts", ".cts"].some((end) =>
    repository.ending(end).some((file) => rows.some((row) => row.file.test(file))),
  );
});

function whyShown(
  start: StartCommandFact,
  last: string,
  facts: readonly Fact[],
  repository: Repository,
): string | undefined {
  if (path.posix.basename(fileOf(start)) !== "package.json") return undefined;
  const tool = siteServer(last) ?? (namesSitesHost(repository) ? serverBesideHost(last) : undefined);
  if (tool === undefined) return undefined;
  if (factsOf(facts, "platform").some((platform) => startsPackage(platform, start, repository)))
    return undefined;
  return `nothing says that a host starts it: \`${tool}\` is its developer's`;
}

/** A builder of Fly's that takes no start of a package: an image of another place, or its own one of pages (fly.io/docs/reference/configuration: build). */
const WITHOUT_PACKAGE = /^\s*["']?(?:image["']?\s*=|builtin["']?\s*=\s*["']static)/m;

/** Whether a platform is certain to start the package. */
function startsPackage(
  { platform, assumed, place }: PlatformFact,
  { command }: StartCommandFact,
  repository: Repository,
): boolean {
  const file = place.source === "file" ? place.file : "";
  if (assumed === true || TOOL_FILES.workflow.test(file)) return false;
  if (platform === "railway") return !(command.known && RAILWAY_PUBLISHES.test(command.value.trim()));
  if (platform === "fly") return !WITHOUT_PACKAGE.test(repository.text(file) ?? "");
  // github.com/heroku/heroku-buildpack-static reads it.
  if (platform === "heroku") return repository.named("static.json").length === 0;
  return true;
}
