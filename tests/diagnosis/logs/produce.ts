/**
 * Produces the failing logs of tests/fixtures/logs by making the embedded stack fail, each in a way that is known
 * because it was caused. Run it as root on Linux:
 *
 *     npx tsx tests/diagnosis/logs/produce.ts            all cases that have no log yet
 *     npx tsx tests/diagnosis/logs/produce.ts NAME…      these cases, anew
 *     npx tsx tests/diagnosis/logs/produce.ts --all      every case, anew
 *
 * It starts itself again in a network and a mount namespace of its own, where the ports and host names of the logs
 * are the ones that Render and Supabase have, whatever else runs on this machine. Real are the embedded Render,
 * pooler and PostgreSQL, and every service with its drivers. Changed in a log afterwards are paths of this machine
 * (sanitise.ts) and its form (form.ts); left out are the lines that the embedded Render says as itself.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { virtualEnvironment } from "../../../rehearsal/virtual-environment";
import { cacheDirectory } from "../../../system";
import type { LogCase } from "./case";
import { CASES } from "./cases";
import { deployLog } from "./deploy-log";
import { type ApiLine, formed } from "./form";
import { enterNetwork } from "./network";
import { pathCleaner } from "./sanitise";
import { CANARY, openStage, type Stage } from "./stage";
import { LOGS, type Row, readTruth, TRUTH } from "./truth";

const INSIDE = "PORTCULLIS_LOGS_BIN";
const EMBEDDED = /^==> \[embedded Render\]/;

/** The number of the first line that shows the root cause. @throws Error where no line does */
function rootLine({ name, truth }: LogCase, lines: readonly ApiLine[]): number | undefined {
  if (truth.root === undefined) return undefined;
  const { root } = truth;
  const at = lines.findIndex(({ message }) => root.test(message));
  const messages = lines.map(({ message }) => message).join("\n");
  if (at < 0) throw new Error(`${name}: no line is like ${root} in\n${messages}`);
  return at + 1;
}

/** The lines by their times, as Render sorts them, when the platform's clock is so many milliseconds behind. */
function inOrder(lines: readonly ApiLine[], platformBehind: number): readonly ApiLine[] {
  if (platformBehind === 0) return lines;
  const told = (line: ApiLine): ApiLine => {
    if (!line.message.startsWith("==>")) return line;
    return { ...line, timestamp: new Date(Date.parse(line.timestamp) - platformBehind).toISOString() };
  };
  return lines.map(told).toSorted((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp));
}

async function produce(stage: Stage, about: LogCase, clean: (text: string) => string): Promise<Row> {
  const { status, lines, addresses } = await deployLog(stage, about);
  const readdressed = (text: string): string =>
    Object.entries(addresses).reduce((so, [from, to]) => so.replaceAll(from, to), text);
  const kept = inOrder(lines, about.platformBehind ?? 0)
    .filter(({ message }) => !EMBEDDED.test(message) && (about.pasted?.test(message) ?? true))
    .map((line) => ({ ...line, message: readdressed(clean(line.message)) }));
  const root = rootLine(about, kept);
  writeFileSync(join(LOGS, `${about.name}.log`), `${formed(kept, about.form).join("\n")}\n`);
  const { root: _pattern, ...truth } = about.truth;
  return {
    name: about.name,
    ...truth,
    ...(root === undefined ? {} : { root }),
    form: about.form,
    deploy: status,
    produced: about.produced,
  };
}

function save(rows: ReadonlyMap<string, Row>): void {
  const logs = CASES.flatMap(({ name }) => rows.get(name) ?? []);
  const head = `# What is known of each log because it was caused: written by tests/diagnosis/logs/produce.ts.\n`;
  writeFileSync(TRUTH, head + stringify({ canary: CANARY, logs }, { lineWidth: 110 }));
}

async function produceAll(bin: string, asked: readonly string[]): Promise<void> {
  const known = existsSync(TRUTH) ? readTruth().rows : [];
  const rows = new Map(known.map((row) => [row.name, row]));
  const wanted = CASES.filter(({ name }) =>
    asked.length === 0 ? !rows.has(name) : asked.includes(name) || asked.includes("--all"),
  );
  enterNetwork();
  const stage = await openStage(join(__dirname, "services"), bin);
  const clean = pathCleaner(bin);
  try {
    for (const about of wanted) {
      console.log(about.name);
      try {
        rows.set(about.name, await produce(stage, about, clean));
        save(rows);
      } catch (error) {
        process.exitCode = 1;
        console.error((error as Error).message);
      }
    }
  } finally {
    await stage.stop();
  }
}

/** Again, in namespaces of its own: what is started there ends with it. */
async function startInside(): Promise<void> {
  const { binDirectory } = await virtualEnvironment({
    requirements: join(__dirname, "requirements.txt"),
    cacheDirectory: cacheDirectory(),
    onProgress: console.log,
  });
  execFileSync("unshare", ["--net", "--mount", "true"]);
  const command = [process.execPath, "--require", "tsx/cjs", __filename, ...process.argv.slice(2)];
  const { status } = spawnSync("unshare", ["--net", "--mount", ...command], {
    stdio: "inherit",
    env: { ...process.env, [INSIDE]: binDirectory },
  });
  process.exitCode = status ?? 1;
}

const bin = process.env[INSIDE];
void (bin === undefined ? startInside() : produceAll(bin, process.argv.slice(2)));
