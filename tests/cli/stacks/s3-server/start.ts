import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { run } from "../../../../engine/command";
import { cacheDirectory, makeFolder } from "../../../../system";

/** A server of S3's protocol with the bucket `state`, which ends with this process. */
export interface S3Server {
  /** As `http://127.0.0.1:4242`. */
  readonly address: string;
  stop(): void;
}

/** Starts the server; built from Go modules the first time, and kept in the cache. Undefined where there is no Go. */
export async function startS3(): Promise<S3Server | undefined> {
  const go = await run("go", ["version"]);
  if (go.exitCode !== 0) return undefined;
  const server = spawn(await built(), { stdio: ["pipe", "pipe", "inherit"] });
  return { address: `http://${await firstLine(server)}`, stop: () => void server.stdin.end() };
}

async function built(): Promise<string> {
  const digest = createHash("sha256");
  for (const file of ["go.mod", "go.sum", "main.go"]) digest.update(readFileSync(path.join(__dirname, file)));
  const target = path.join(cacheDirectory(), `s3-server-${digest.digest("hex").slice(0, 12)}`);
  if (existsSync(target)) return target;
  makeFolder(cacheDirectory());
  const folder = mkdtempSync(path.join(cacheDirectory(), ".building-s3-"));
  try {
    const file = path.join(folder, "server");
    const result = await run(
      "go",
      ["build", "-mod=readonly", "-trimpath", "-buildvcs=false", "-o", file, "."],
      {
        cwd: __dirname,
        stdin: "ignore",
        env: { GOTOOLCHAIN: "local", GOWORK: "off" },
      },
    );
    if (result.exitCode !== 0) throw new Error(`the S3 server cannot be built:\n${result.stderr}`);
    // A file with its final name is complete, also where another run built it.
    renameSync(file, target);
    return target;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error("the S3 server was started without an output.");
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: stdout });
    lines.once("line", resolve);
    lines.once("close", () => reject(new Error("the S3 server ended before it listened.")));
  });
}
