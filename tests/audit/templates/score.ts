/**
 * Scores the audit on templates: `npx tsx tests/audit/templates/score.ts open`. Of a sound one every error is a false
 * alarm; of a faulty one each expected fault is found, found elsewhere, or missed.
 */
import { type AuditFinding, auditFolder, credentialsOf } from "../../../audit";
import {
  type Expectation,
  expectationsOf,
  type Fault,
  isThere,
  PARTS,
  type Part,
  templateOf,
  withRepository,
} from "./templates";

const WORDS = ["found", "elsewhere", "undecided", "missed"] as const;
type Word = (typeof WORDS)[number];

interface Score {
  readonly name: string;
  readonly sound: boolean;
  readonly faults: readonly { readonly word: Word; readonly fault: Fault }[];
  /** Errors that nobody expected. */
  readonly alarms: readonly AuditFinding[];
  readonly warnings: number;
}

const isAt = ({ place }: AuditFinding, { file, line }: Fault["places"][number]): boolean =>
  place.source === "file" && place.file === file && place.line === line;

/** As the command does it: with the credentials of the files that git tracks. */
async function score(part: Part, { template, sound, findings: faults = [] }: Expectation): Promise<Score> {
  const { findings, undecided } = await withRepository(templateOf(part, template), async (folder) =>
    auditFolder(folder, { credentials: await credentialsOf(folder) }),
  );
  const ofRule = (fault: Fault) => findings.filter(({ rule }) => fault.rules.includes(rule));
  const word = (fault: Fault): Word => {
    if (ofRule(fault).some((finding) => fault.places.some((place) => isAt(finding, place)))) return "found";
    if (ofRule(fault).length > 0) return "elsewhere";
    return undecided.some(({ rule }) => fault.rules.includes(rule)) ? "undecided" : "missed";
  };
  return {
    name: `${part}/${template}`,
    sound,
    faults: faults.map((fault) => ({ fault, word: word(fault) })),
    alarms: findings.filter(
      ({ rule, severity }) => severity === "error" && !faults.some(({ rules }) => rules.includes(rule)),
    ),
    warnings: findings.filter(({ severity }) => severity === "warning").length,
  };
}

const at = ({ place }: AuditFinding): string =>
  place.source === "file" ? `${place.file}:${place.line ?? 1}` : place.source;

function print(scores: readonly Score[]): void {
  for (const { name, faults, alarms, warnings } of scores) {
    console.log(`${name}: ${alarms.length} false alarms, ${warnings} warnings`);
    for (const alarm of alarms) console.log(`  false alarm  ${at(alarm)} ${alarm.rule}: got ${alarm.got}`);
    for (const { fault, word } of faults) {
      const [first] = fault.places;
      console.log(`  ${word.padEnd(12)} ${first?.file}:${first?.line} ${fault.rules.join(" or ")}`);
    }
  }
  const sound = scores.filter((one) => one.sound);
  const quiet = sound.filter(({ alarms }) => alarms.length === 0).length;
  const words = scores.flatMap(({ faults }) => faults.map(({ word }) => word));
  const count = (word: Word): number => words.filter((one) => one === word).length;
  const stray = scores.filter((one) => !one.sound).reduce((sum, { alarms }) => sum + alarms.length, 0);
  console.log(`\nsound: ${quiet} of ${sound.length} without an error`);
  console.log(
    `faulty: of ${words.length} faults ${WORDS.map((word) => `${count(word)} ${word}`).join(", ")}`,
  );
  console.log(`faulty: ${stray} errors of rules that nobody expected`);
}

const asked = process.argv.slice(2);
const parts = PARTS.filter((part) => asked.includes(part) && isThere(part));
if (parts.length === 0 || parts.length < asked.length) {
  console.error(
    `score: expected ${PARTS.filter(isThere).join(" or ")}, got ${asked.join(" ") || "nothing"}.`,
  );
  process.exitCode = 2;
} else {
  void printScores();
}

async function printScores(): Promise<void> {
  const scores: Score[] = [];
  for (const part of parts) for (const one of expectationsOf(part)) scores.push(await score(part, one));
  print(scores);
}
