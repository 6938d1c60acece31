import { createHash } from "node:crypto";
import { access, chmod, copyFile, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { run } from "../../engine/command";
import type { EngineOptions } from "../../engine/engine";
import { holdLock } from "../../engine/lock";
import type { Offer } from "../../engine/offer";
import { compareVersions, GO_VERSION, POSTGRESQL_VERSION, SDK_VERSION } from "../../engine/versions";
import { makeFolder } from "../../system";
import { PACKAGE_FOLDER } from "../package-folder";

const CLI_MODULE = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const GO_MODULES = path.join(PACKAGE_FOLDER, "engine", "go");
/** One file of JavaScript each, so that the cache works without the package that filled it. */
const SCRIPTS = ["language-host.js", "dynamic-provider.js"] as const;
const VERSION_VARIABLE = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/** Builds the CLI and its plugins from Go modules into the cache. A build in the cache is always complete. */
export async function buildEngine(options: Required<EngineOptions>): Promise<Offer> {
  const builds = path.join(options.cache, "builds");
  const target = path.join(builds, `${SDK_VERSION}-${await sourceDigest()}`);
  const offer: Offer = {
    pulumi: path.join(target, "pulumi"),
    version: SDK_VERSION,
    binDirectory: target,
    why: `built in ${target}`,
  };
  if (await exists(target)) return offer;
  const go = await goProblem(options.signal);
  if (go !== undefined) return { why: go };
  makeFolder(builds);
  const release = await holdLock(builds, options);
  try {
    if (await exists(target)) return offer;
    await removeLeftovers(builds);
    const temporary = await mkdtemp(path.join(builds, ".building-"));
    await buildInto(temporary, options);
    // A folder with its final name is complete: a build works under another name until then.
    await rename(temporary, target);
    return offer;
  } finally {
    await release();
  }
}

/** The name of a build changes with its sources: an old build is never used for new ones. */
async function sourceDigest(): Promise<string> {
  const hash = createHash("sha256").update(POSTGRESQL_VERSION);
  for (const module of ["cli", "postgresql"]) {
    for (const file of (await readdir(path.join(GO_MODULES, module))).toSorted()) {
      hash.update(file).update(await readFile(path.join(GO_MODULES, module, file)));
    }
  }
  for (const script of SCRIPTS) hash.update(await readFile(path.join(PACKAGE_FOLDER, "dist", script)));
  return hash.digest("hex").slice(0, 12);
}

async function buildInto(folder: string, options: Required<EngineOptions>): Promise<void> {
  const started = performance.now();
  const steps: [string, () => Promise<void>][] = [
    [
      `Pulumi CLI ${SDK_VERSION} (minutes the first time)`,
      () => goBuild("cli", CLI_MODULE, path.join(folder, "pulumi"), options),
    ],
    [
      `postgresql plugin ${POSTGRESQL_VERSION}`,
      () => goBuild("postgresql", ".", path.join(folder, "pulumi-resource-postgresql"), options),
    ],
    ["Node.js language host", () => copyLanguageHost(folder)],
  ];
  for (const [name, step] of steps) {
    options.report(`engine: building the ${name}`);
    await step();
    options.signal.throwIfAborted();
  }
  options.report(`engine: built in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

async function goBuild(
  module: string,
  target: string,
  output: string,
  options: Required<EngineOptions>,
): Promise<void> {
  const ldflags = `-s -w${module === "cli" ? ` -X ${VERSION_VARIABLE}=v${SDK_VERSION}` : ""}`;
  const heartbeat = setInterval(() => options.report("engine: go build is still at work"), 30_000);
  try {
    const result = await run(
      "go",
      ["build", "-mod=readonly", "-trimpath", "-buildvcs=false", "-ldflags", ldflags, "-o", output, target],
      {
        cwd: path.join(GO_MODULES, module),
        cancelSignal: options.signal,
        stdin: "ignore",
        env: { GOTOOLCHAIN: "local", GOWORK: "off" },
      },
    );
    options.signal.throwIfAborted();
    if (result.exitCode !== 0)
      throw new Error(`go build of ${module} failed:\n${result.stderr.split("\n").slice(-20).join("\n")}`);
  } finally {
    clearInterval(heartbeat);
  }
}

async function copyLanguageHost(folder: string): Promise<void> {
  for (const script of SCRIPTS) {
    await copyFile(path.join(PACKAGE_FOLDER, "dist", script), path.join(folder, script));
  }
  const [languageHost, dynamicProvider] = SCRIPTS;
  await shim(folder, "pulumi-language-nodejs", languageHost);
  await shim(folder, "pulumi-resource-pulumi-nodejs", dynamicProvider);
}

async function shim(folder: string, name: string, script: string): Promise<void> {
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\nexec node "$(dirname "$0")/${script}" "$@"\n`);
  await chmod(file, 0o755);
}

async function goProblem(signal: AbortSignal): Promise<string | undefined> {
  const result = await run("go", ["env", "GOVERSION"], {
    cancelSignal: signal,
    env: { GOTOOLCHAIN: "local" },
  });
  const advice = `install Go ${GO_VERSION} or newer to build the CLI`;
  if (result.exitCode !== 0) return `no go on PATH: ${advice}`;
  const version = result.stdout.trim().replace(/^go/, "");
  return compareVersions(version, GO_VERSION) < 0 ? `go is ${version}: ${advice}` : undefined;
}

/** Removes what a killed build left. This process holds the lock, so nothing there is in use. */
async function removeLeftovers(builds: string): Promise<void> {
  for (const entry of await readdir(builds)) {
    if (entry.startsWith(".building-")) await rm(path.join(builds, entry), { recursive: true, force: true });
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
