import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { LOG_STEMS } from "../diagnosis";
import { benchCalibration } from "./calibration";
import { heldTo } from "./held";
import { compare, describeComparison } from "./paired";
import { run } from "./run";

const ENTRY = path.join(__dirname, "..", "bin", "portcullis.js");
const LOG = path.join(__dirname, "..", "tests", "fixtures", "logs", "credentials-asyncpg-old.log");
const MOST_TIMES_GREP = 2;
const MOST_MEGABYTES = 200;
const MEGABYTE = 1024 * 1024;

/** `portcullis diagnose` on 200 MB against `grep -c -E` with the same words, and its memory on 1 GB. */
export async function benchDiagnose(report: (line: string) => void): Promise<void> {
  benchCalibration(report);
  const scratch = mkdtempSync(path.join(tmpdir(), "portcullis-bench-"));
  try {
    const log = path.join(scratch, "deploy.log");
    writeLog(log, 200 * MEGABYTE);
    const words = LOG_STEMS.map((stem) => stem.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
    const comparison = await compare("diagnosis of 200 MB against grep", {
      reference: async () => void (await run("grep", ["-c", "-i", "-E", words, log])),
      measured: async () => void (await run(process.execPath, [ENTRY, "diagnose", log, "--json"])),
    });
    report(describeComparison(comparison, MOST_TIMES_GREP));
    rmSync(log);
    writeLog(log, 1024 * MEGABYTE);
    const peak = await run(process.execPath, [ENTRY, "diagnose", log, "--json"]);
    if (peak === undefined) report("memory: not measured, /proc is needed");
    else {
      report(`memory on a log of 1 GB: ${peak.toFixed(0)} MB, ${heldTo(MOST_MEGABYTES, peak)} MB`);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The lines of a service's ordinary day, with a real failure at the end. */
function writeLog(file: string, bytes: number): void {
  const paths = ["/health", "/api/orders", "/api/orders/17", "/auth/login", "/static/app.js"];
  const lines = Array.from({ length: 20_000 }, (_, index) => {
    const time = new Date(Date.UTC(2026, 0, 1) + index * 137).toISOString();
    const asked = paths[index % paths.length];
    return `${time} [${"abcde"[index % 5]}x7q2] INFO:     10.20.${index % 250}.${index % 99}:${40_000 + (index % 9000)} - "GET ${asked} HTTP/1.1" 200 OK`;
  });
  const block = Buffer.from(`${lines.join("\n")}\n`);
  const descriptor = openSync(file, "w");
  try {
    while (statSync(file).size < bytes) writeSync(descriptor, block);
    writeSync(descriptor, readFileSync(LOG));
  } finally {
    closeSync(descriptor);
  }
}
