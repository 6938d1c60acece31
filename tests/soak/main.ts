/** Kills and faults during real updates, one for each seed: `npm run soak -- --seeds 300`. */
import { parseArgs } from "node:util";
import { words } from "./attempt";
import { fuzz, minutesOf, seedOf } from "./fuzz";
import { soak } from "./soak";

const HELP = `npm run soak [-- OPTION…]

Interrupts real updates of a stack against the embedded Render, and looks at what the next update makes of it.

  --seeds N    how many seeds (60)
  --from N     the first of them (1)
  --only N     one seed, and what its runs print
  --json       one JSON object for each seed, in place of a line

Or fuzzes each reader of an audit, of logs, of connection URLs and of records:

  --fuzz MINUTES     for so long, by one seed after another; what fails is printed with its seed, and saved for
                     npm test in tests/saved-seeds.json
  --fuzz-seed N      by one seed

Exit code: 0 where every update was healed and nothing failed, 1 where one was not, 2 where an option is wrong.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: "60" },
      from: { type: "string", default: "1" },
      only: { type: "string" },
      fuzz: { type: "string" },
      "fuzz-seed": { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return void process.stdout.write(HELP);
  const { fuzz: minutes, "fuzz-seed": seed } = values;
  if (minutes !== undefined || seed !== undefined) {
    const wrong = await fuzz({
      minutes: minutes === undefined ? 0 : minutesOf(minutes),
      ...(seed !== undefined && { seed: seedOf(seed) }),
      print: (line) => process.stdout.write(`${line}\n`),
    });
    process.exitCode = wrong > 0 ? 1 : 0;
    return;
  }
  const from = Number(values.only ?? values.from);
  const last = values.only === undefined ? from + Number(values.seeds) - 1 : from;
  if (!(Number.isInteger(from) && from > 0 && last >= from))
    throw new TypeError("seeds are whole numbers from 1");
  const figures = { seeds: 0, hit: 0, unseen: 0, wrong: 0 };
  const kinds = new Map<string, number>();
  await soak(from, last, (attempt, verdict) => {
    const { seed } = attempt;
    const { hit, unseen, faults, request } = verdict;
    figures.seeds += 1;
    figures.hit += Number(hit);
    figures.unseen += Number(hit && unseen);
    figures.wrong += Number(faults.some((fault) => !fault.startsWith("void:")));
    for (const kind of new Set(faults.map((fault) => fault.split(":", 1)[0] ?? "")))
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const line = values.json
      ? JSON.stringify({ seed, words: words(attempt), hit, request, unseen, faults })
      : `${seed} ${faults.length > 0 ? "WRONG" : hit ? "ok" : "not hit"} ${words(attempt)}${request === undefined ? "" : ` (${request})`}`;
    process.stdout.write(`${line}\n`);
    if (!values.json) for (const fault of faults) process.stdout.write(`    ${fault}\n`);
    if (values.only !== undefined || process.env.SOAK_OUTPUT) process.stdout.write(`${verdict.output}\n`);
  });
  const { seeds, hit, unseen, wrong } = figures;
  const each = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(", ");
  process.stdout.write(
    `${seeds} seeds, ${hit} hit (${unseen} of them not noticed), ${wrong} wrong${each && `: ${each}`}\n`,
  );
  process.exitCode = wrong > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  process.stderr.write(`portcullis: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = error instanceof TypeError ? 2 : 1;
});
