import path from "node:path";
import { cacheDirectory } from "../system";
import { downloadEngine } from "./download";
import { type Considered, type Engine, EngineError, type EngineOptions, type EngineSource } from "./engine";
import type { Offer } from "./offer";
import { findOnPath } from "./on-path";
import { loadRehearsal, RehearsalPackageError } from "./rehearsal-package";
import { SDK_VERSION } from "./versions";

const SOURCES: readonly [EngineSource, string, (options: Required<EngineOptions>) => Promise<Offer>][] = [
  ["path", "looking for pulumi on PATH", findOnPath],
  ["download", "downloading the official release", downloadEngine],
  ["build", "building from Go modules", buildFromModules],
];

/**
 * The first of: `pulumi` on PATH (at least the SDK's version), the official download, a build from Go modules.
 *
 * @throws EngineError where no source gives one, with the reason of each.
 */
export async function findEngine(options: EngineOptions = {}): Promise<Engine> {
  const given = withDefaults(options);
  // Why a source has none is of interest where the next one has work to do.
  const reasons: string[] = [];
  const report = (line: string): void => {
    for (const reason of [...reasons.splice(0), line]) given.report(reason);
  };
  const complete = { ...given, report };
  const considered: Considered[] = [];
  for (const [source, , offer] of SOURCES) {
    const { why, ...offered } = await offer(complete);
    complete.signal.throwIfAborted();
    if (offered.pulumi !== undefined) {
      considered.push({ source, outcome: "taken", why });
      return { ...offered, source, environment: environmentOf(offered, complete.cache), considered };
    }
    considered.push({ source, outcome: "not taken", why });
    const next = SOURCES[SOURCES.findIndex(([name]) => name === source) + 1]?.[1];
    if (next !== undefined) reasons.push(`engine: ${why}; next: ${next}`);
  }
  const whys = considered.map(({ source, why }) => `  ${source}: ${why}`).join("\n");
  throw new EngineError(
    `no Pulumi CLI ${SDK_VERSION} could be found, downloaded or built:\n${whys}\n` +
      `Install Pulumi ${SDK_VERSION} or newer, or Go, then type \`portcullis engine --doctor\`.`,
  );
}

/** What this room needs of portcullis-rehearsal. */
interface EngineBuilder {
  readonly VERSION: string;
  buildEngine(options: Required<EngineOptions>): Promise<Offer>;
}

/** The build is part of portcullis-rehearsal: previews and deploys need no Go modules. */
async function buildFromModules(options: Required<EngineOptions>): Promise<Offer> {
  try {
    return await loadRehearsal<EngineBuilder>().buildEngine(options);
  } catch (error) {
    if (!(error instanceof RehearsalPackageError)) throw error;
    return { why: error.message };
  }
}

/** All options with their defaults; the only place that states them. */
export function withDefaults(options: EngineOptions): Required<EngineOptions> {
  return {
    report: () => undefined,
    signal: new AbortController().signal,
    cache: cacheDirectory(),
    downloadTimeout: 20_000,
    ...options,
  };
}

function environmentOf(offered: { readonly binDirectory?: string }, cache: string): Record<string, string> {
  const common = { PULUMI_SKIP_UPDATE_CHECK: "1", PULUMI_HOME: path.join(cache, "pulumi-home") };
  if (offered.binDirectory === undefined) return common;
  return {
    ...common,
    // A build brings its own plugins, found on PATH; others cannot be downloaded.
    PATH: `${offered.binDirectory}${path.delimiter}${process.env.PATH ?? ""}`,
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
}
