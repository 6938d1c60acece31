import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { diagnose, readLogLines } from "../diagnosis";

const TESTS = path.join(__dirname, "..", "tests");
const LOGS = path.join(TESTS, "fixtures", "logs");
const REPORTS = path.join(TESTS, "diagnosis", "reports");

/** How often a diagnosis that is called so has to be right, of a hundred. */
const AT_LEAST = { certain: 98, likely: 80 } as const;

interface Known {
  readonly file: string;
  readonly modes: readonly string[];
}

/** How often *certain* and *likely* are right over all logs whose failure is known. */
export function benchCalibration(report: (line: string) => void): void {
  const answers = [...produced(), ...reported()].map(({ file, modes }) => {
    const { failureMode, certainty } = diagnose(readLogLines(readFileSync(file, "utf8").split("\n")));
    return { certainty, right: modes.includes(failureMode) };
  });
  for (const certainty of ["certain", "likely"] as const) {
    const called = answers.filter((answer) => answer.certainty === certainty);
    const right = called.filter((answer) => answer.right).length;
    const percent = (100 * right) / called.length;
    const verdict = percent >= AT_LEAST[certainty] ? "at least" : "BELOW";
    report(
      `${certainty}: right in ${right} of ${called.length}, ${percent.toFixed(1)} %, ${verdict} ${AT_LEAST[certainty]} %`,
    );
  }
}

/** Logs of deploys that were made to fail. */
function produced(): readonly Known[] {
  const { logs } = parse(readFileSync(path.join(LOGS, "truth.yaml"), "utf8")) as {
    readonly logs: readonly { name: string; failureMode: string; readable?: readonly string[] }[];
  };
  return logs.map(({ name, failureMode, readable = [failureMode] }) => ({
    file: path.join(LOGS, `${name}.log`),
    modes: readable,
  }));
}

/** Failure reports of others, with the modes that were written down before the diagnosis was run on them. */
function reported(): readonly Known[] {
  const batches = readdirSync(REPORTS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return batches.flatMap(({ name }) => {
    const { reports } = parse(readFileSync(path.join(REPORTS, name, "expected.yaml"), "utf8")) as {
      readonly reports: readonly { file: string; modes: readonly string[]; wanted?: readonly string[] }[];
    };
    return reports.map(({ file, modes, wanted = [] }) => ({
      file: path.join(REPORTS, name, file),
      modes: [...modes, ...wanted],
    }));
  });
}
