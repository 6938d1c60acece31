import color from "picocolors";
import type { Diagnosis, Instance, LogLine, Symptom } from "../../diagnosis";
import { describePlace } from "../../domain";
import { printable } from "../audit/printable";
import { folderOption, recordsFolder } from "../stacks/project-folder";
import type { OnRecord } from "./on-record";
import { sentence } from "./sentence";
import type { LogSource } from "./source";

const PAINT = { certain: color.red, likely: color.yellow, unknown: color.cyan } as const;
const PREVENTED = "prevented by";

/** In this order: what failed, why, what to type, where, how sure, and what else. */
export function diagnosisText(
  read: Diagnosis,
  source: LogSource,
  record: OnRecord | undefined,
  folder = recordsFolder(),
): string {
  // A log is foreign text: it must not move the cursor or hide a word.
  const diagnosis = printable(read);
  const name = printable(source.name);
  const { failureMode, certainty, rootCause, correctiveAction, preventiveRule, ruleReported } = diagnosis;
  const fine = failureMode === "none";
  // Where no line says what failed there is no more to be sure of.
  const [failed, sure] = failureMode === "unknown" ? ["unknown cause", ""] : [failureMode, `  ${certainty}`];
  const head = fine
    ? `${color.green("no failure")}  ${color.dim(name)}`
    : `${PAINT[certainty](color.bold(failed))}${sure}  ${color.dim(name)}`;
  const told: readonly (readonly [string, string | undefined])[] = [
    ["cause", sentence(rootCause)],
    ["do", fine ? undefined : correctiveAction],
    [
      // Only a run on the repository says that the rule reports this very fault.
      ruleReported === true ? PREVENTED : "would find it",
      preventiveRule && `rule ${preventiveRule} (\`portcullis rules ${preventiveRule}\` explains it)`,
    ],
    ["record", record && printable(recordWords(record, folder))],
  ];
  const said = told.flatMap(([name, words]) => (words ? [[name, words] as const] : []));
  const width = Math.max(PREVENTED.length, ...said.map(([name]) => name.length));
  return [
    [head, ...said.map(([name, words]) => `  ${color.dim(name.padEnd(width))}  ${words}`)].join("\n"),
    section(
      "where to change it",
      diagnosis.contributing.map(({ place, what }) => `  ${color.bold(describePlace(place))}  ${what}`),
    ),
    section("the log says", diagnosis.evidence.map(lineText)),
    section(
      "it may also be",
      diagnosis.competing.map((other) => `  ${other.failureMode}: ${other.rootCause}`),
    ),
    section(
      "what would tell more",
      diagnosis.asksFor.map((question) => `  ${question}`),
    ),
    section("follows from it", diagnosis.explains.map(symptomText)),
    section("does not follow from it", diagnosis.unexplained.map(symptomText)),
    section("was there before too, when the deploy worked", (diagnosis.alsoBefore ?? []).map(symptomText)),
    section("instances", (diagnosis.instances ?? []).map(instanceText)),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

const RECORDED: Readonly<Record<OnRecord["outcome"], string>> = {
  filed: "is new",
  counted: "has counted it: this has been seen before",
  reopened: "is open again: what was done about it has not held",
  known: "has this deploy already",
};

function recordWords({ id, outcome }: OnRecord, folder: string): string {
  return `${id} ${RECORDED[outcome]} (\`portcullis fracas show ${id}${folderOption(folder)}\`)`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [color.dim(title), ...lines].join("\n");
}

function lineText({ line, text }: LogLine): string {
  return `${String(line).padStart(6)} ${color.dim("│")} ${shortened(text)}`;
}

function symptomText({ failureMode, meaning, line }: Symptom): string {
  return `  ${failureMode}: ${meaning} (line ${line})`;
}

function instanceText({ name, symptoms }: Instance): string {
  return `  ${name}: ${symptoms === 0 ? "shows no symptom" : `shows symptoms in ${symptoms} of its lines`}`;
}

const LONGEST = 200;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
