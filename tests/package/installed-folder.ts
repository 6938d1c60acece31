import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cacheDirectory, makeFolder } from "../../system";

const ROOT = path.join(__dirname, "../..");

/** Both tarballs, as `npm pack` makes them. */
export interface Tarballs {
  readonly folder: string;
  readonly portcullis: string;
  readonly rehearsal: string;
}

/** Packs both packages into a temporary folder outside the checkout. */
export function pack(): Tarballs {
  const folder = mkdtempSync(path.join(tmpdir(), "portcullis-package-"));
  for (const words of [[], ["--workspace", "rehearsal"]]) {
    succeed("npm", ["pack", "--silent", "--pack-destination", folder, ...words], ROOT);
  }
  const [portcullis = "", rehearsal = ""] = readdirSync(folder)
    .sort()
    .map((name) => path.join(folder, name));
  return { folder, portcullis, rehearsal };
}

/** An empty folder with these packages installed in it, as a user types it. */
export class InstalledFolder {
  constructor(readonly folder: string) {}

  static install(parent: string, name: string, packages: readonly string[]): InstalledFolder {
    const folder = path.join(parent, name);
    mkdirSync(folder);
    writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name, private: true }));
    const installed = new InstalledFolder(folder);
    installed.install(...packages);
    return installed;
  }

  /**
   * A project that has some packages before these are installed. What npm has installed of the first ones is kept in
   * the cache: it is the same in each run.
   *
   * @param before with their exact versions
   */
  static installBeside(
    parent: string,
    name: string,
    before: readonly string[],
    packages: readonly string[],
  ): InstalledFolder {
    const versions = JSON.stringify([process.version, process.platform, process.arch, name, ...before]);
    const digest = createHash("sha256").update(versions).digest("hex").slice(0, 12);
    const kept = path.join(cacheDirectory(), `test-project-${digest}`);
    if (!existsSync(kept)) keepProject(kept, name, before);
    const installed = new InstalledFolder(path.join(parent, name));
    succeed("cp", ["-a", kept, installed.folder], parent);
    installed.install(...packages);
    return installed;
  }

  /** `npm install …` in a folder that has a package.json, or gets one. */
  install(...words: readonly string[]): void {
    const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
    succeed("npm", ["install", ...quiet, ...words], this.folder);
  }

  /** `npx portcullis …`, with node's own options before it. */
  portcullis(words: readonly string[], nodeWords: readonly string[] = []): SpawnSyncReturns<string> {
    const entry = path.join(this.folder, "node_modules/portcullis/bin/portcullis.js");
    return spawnSync(process.execPath, [...nodeWords, entry, ...words], {
      cwd: this.folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    });
  }

  node(program: string): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, ["-e", program], { cwd: this.folder, encoding: "utf8" });
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.folder, file)), { recursive: true });
    writeFileSync(path.join(this.folder, file), text);
  }

  /** Every file of node_modules, with its size and the time of its last change. */
  files(): readonly { readonly file: string; readonly size: number; readonly changed: number }[] {
    const root = path.join(this.folder, "node_modules");
    return readdirSync(root, { recursive: true, encoding: "utf8" })
      .map((file) => ({ file, status: statSync(path.join(root, file)) }))
      .filter(({ status }) => status.isFile())
      .map(({ file, status }) => ({ file, size: status.size, changed: status.mtimeMs }));
  }

  packages(): readonly string[] {
    return this.files()
      .map(({ file }) => /^(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+\/package\.json$/.exec(file)?.[0])
      .filter((file) => file !== undefined);
  }
}

/** Whole or not at all: another run may keep the same. */
function keepProject(kept: string, name: string, packages: readonly string[]): void {
  makeFolder(cacheDirectory());
  const parent = mkdtempSync(path.join(cacheDirectory(), ".test-project-"));
  try {
    renameSync(InstalledFolder.install(parent, name, packages).folder, kept);
  } catch (error) {
    if (!existsSync(kept)) throw error;
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

function succeed(command: string, words: readonly string[], folder: string): string {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${words.join(" ")}:\n${stdout}${stderr}`);
  return stdout;
}
