import { rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeFolder, timeLimit } from "../system";
import { run } from "./command";
import type { EngineOptions } from "./engine";
import { holdLock } from "./lock";
import type { Offer } from "./offer";
import { compareVersions, SDK_VERSION } from "./versions";

/** How long a failed download is remembered: a closed network costs its time-out once, not in every run. */
const RETRY_AFTER_MS = 60 * 60 * 1000;

/** Runs the installer. A test replaces it by a server that never answers. */
export type Installer = (root: string, signal: AbortSignal) => Promise<void>;

/** The official release in the cache. Where it is missing, the SDK's own installer downloads it. */
export async function downloadEngine(
  options: Required<EngineOptions>,
  install: Installer = installRelease,
): Promise<Offer> {
  const root = path.join(options.cache, "pulumi", SDK_VERSION);
  const cli = path.join(root, "bin", process.platform === "win32" ? "pulumi.exe" : "pulumi");
  const found = await versionOf(cli);
  if (found !== undefined) return { pulumi: cli, version: found, why: "downloaded earlier" };
  const marker = path.join(options.cache, `download-${SDK_VERSION}.failed`);
  if (await isRecent(marker))
    return { why: `the download failed less than an hour ago (remove ${marker} to try it again)` };
  makeFolder(options.cache);
  const release = await holdLock(path.join(options.cache, "download"), options);
  try {
    options.report(
      `engine: downloading Pulumi ${SDK_VERSION} (gives up after ${options.downloadTimeout / 1000} s without an answer)`,
    );
    const limit = AbortSignal.any([options.signal, timeLimit(options.downloadTimeout)]);
    await install(root, limit);
    const version = await versionOf(cli);
    if (version === undefined) throw new Error("the installer left no working CLI");
    return { pulumi: cli, version, why: "official release downloaded" };
  } catch (error) {
    options.signal.throwIfAborted();
    await rm(root, { recursive: true, force: true });
    await writeFile(marker, "");
    return { why: `the official download failed (${firstLine(error)})` };
  } finally {
    await release();
  }
}

/** Runs in a process of its own, so that an installer which hangs can be ended with all it started. */
async function installRelease(root: string, signal: AbortSignal): Promise<void> {
  const program =
    'const { PulumiCommand } = require("@pulumi/pulumi/automation"); const { SemVer } = require("semver");' +
    "PulumiCommand.install({ root: process.argv[1], version: new SemVer(process.argv[2]) })" +
    ".catch((error) => { console.error(error.message); process.exit(1); });";
  const { execa } = await import("execa");
  const child = execa(process.execPath, ["-e", program, root, SDK_VERSION], {
    cwd: __dirname,
    detached: process.platform !== "win32",
    reject: false,
    stdin: "ignore",
  });
  const end = (): void => {
    if (child.pid !== undefined)
      process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
  };
  signal.addEventListener("abort", end, { once: true });
  const result = await child;
  signal.removeEventListener("abort", end);
  if (signal.aborted) throw new Error("no answer in time");
  if (result.exitCode !== 0) throw new Error(result.stderr);
}

async function versionOf(cli: string): Promise<string | undefined> {
  const result = await run(cli, ["version"], { timeout: 10_000, env: { PULUMI_SKIP_UPDATE_CHECK: "1" } });
  const version = result.stdout?.trim().replace(/^v/, "") ?? "";
  return result.exitCode === 0 && compareVersions(version, SDK_VERSION) >= 0 ? version : undefined;
}

async function isRecent(marker: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(marker)).mtimeMs < RETRY_AFTER_MS;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (
    message
      .split("\n")
      .find((line) => line.trim() !== "")
      ?.slice(0, 200) ?? "no reason given"
  );
}
