/**
 * Speed and size, as ratios measured in one run, printed one per line: `npm run bench`, or `npm run bench -- preview`.
 */
import { benchAudit } from "./audit";
import { benchDiagnose } from "./diagnose";
import { benchMemory } from "./memory";
import { benchPolicy } from "./policy";
import { benchPreview } from "./preview";
import { benchStart } from "./start";
import { benchTeam } from "./team";
import { benchUp } from "./up";
import { benchVerification } from "./verification";

const BENCHES: Readonly<Record<string, (report: (line: string) => void) => Promise<void>>> = {
  preview: benchPreview,
  policy: benchPolicy,
  start: benchStart,
  memory: benchMemory,
  audit: benchAudit,
  diagnose: benchDiagnose,
  team: benchTeam,
  up: benchUp,
  verification: benchVerification,
};

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
  if (unknown.length > 0) {
    process.stderr.write(
      `portcullis: no bench ${unknown.join(", ")}. Expected ${Object.keys(BENCHES).join(", ")}.\n`,
    );
    process.exitCode = 2;
    return;
  }
  // `start` measures the memory by itself.
  const all = ["preview", "up", "verification", "policy", "start", "audit", "diagnose", "team"];
  const chosen = names.length > 0 ? names : all;
  for (const name of chosen) await BENCHES[name]?.((line) => void process.stdout.write(`${line}\n`));
}

void main(process.argv.slice(2));
