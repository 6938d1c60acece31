import path from "node:path";
import { type Fact, factsOf, type StartCommandFact } from "../../domain";
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
  starts.map((start, index) =>
    whyShown(start, chains[index]?.steps.at(-1)?.text ?? "", facts, namesSitesHost(repository)),
  );

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
  hosted: boolean,
): string | undefined {
  if (path.posix.basename(fileOf(start)) !== "package.json") return undefined;
  const tool = siteServer(last) ?? (hosted ? serverBesideHost(last) : undefined);
  if (tool === undefined) return undefined;
  const starts = factsOf(facts, "platform").some(
    ({ platform, assumed, place }) =>
      assumed !== true &&
      !(place.source === "file" && TOOL_FILES.workflow.test(place.file)) &&
      !(platform === "railway" && start.command.known && RAILWAY_PUBLISHES.test(start.command.value.trim())),
  );
  if (starts) return undefined;
  return `nothing says that a host starts it: \`${tool}\` is its developer's`;
}
