import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { diagnosisJson } from "../../cli/diagnose/json";
import { diagnosisText } from "../../cli/diagnose/terminal";
import { fracasCommand } from "../../cli/fracas/command";
import { print } from "../../cli/terminal-output";
import { diagnose, readLogLines } from "../../diagnosis";
import { recordFailure } from "../../records";
import { printRecord } from "../../records/record-text";
import { inFolder, type Output, oneOfTwelve } from "./canary-outputs";
import { captured } from "./captured-output";

const QUOTING = [
  (shape: string) => `sqlalchemy.exc.ArgumentError: Could not parse SQLAlchemy URL from string '${shape}'`,
  (shape: string) => `ModuleNotFoundError: No module named 'acme' ${shape}`,
];

const lineOf = (shape: string, index: number): string => QUOTING[index % QUOTING.length]?.(shape) ?? "";

const known = new Map<string, ReturnType<typeof diagnose>>();

/** Several outputs show what was found in one log: it is read for the first of them. */
function diagnosed(lines: readonly string[]): ReturnType<typeof diagnose> {
  const log = lines.join("\n");
  const found = known.get(log) ?? diagnose(readLogLines(lines));
  known.set(log, found);
  return found;
}

const diagnoses =
  (printed: (diagnosis: ReturnType<typeof diagnose>) => string): Output =>
  (shapes) =>
    captured(() => {
      for (const [index, shape] of shapes.entries()) {
        print(printed(diagnosed([lineOf(shape, index)])));
        print(printed(endsWith(shape)));
      }
    });

/** A log that ends with the shape as an error's own words. */
const endsWith = (shape: string): ReturnType<typeof diagnose> =>
  diagnosed([`Error: ${shape}`, shape, "==> Exited with status 1"]);

/** The files under `fracas/` that diagnoses are filed as. */
const filed: Output = (shapes) =>
  inFolder(async (folder) => {
    let count = 0;
    for (const [index, shape] of shapes.entries()) {
      const diagnosis = diagnosed([lineOf(shape, index)]);
      const named = { service: "api", environment: "production" };
      await recordFailure(path.join(folder, `${index}-end`), endsWith(shape), named);
      if (diagnosis.failureMode === "none" || diagnosis.failureMode === "unknown") continue;
      count += 1;
      await recordFailure(path.join(folder, String(index)), diagnosis, named);
    }
    if (count < shapes.length / 2) throw new Error(`only ${count} of ${shapes.length} logs had a cause`);
    return texts(folder);
  });

const texts = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), "utf8"))
    .join("\n");

/** Records into which a person has written each shape, and files that are none. */
function writtenByHand(folder: string, shapes: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  for (const [index, shape] of shapes.entries()) {
    const id = `FR-${String(2 * index + 1).padStart(4, "0")}`;
    const at = "2026-03-01T08:00:00Z";
    const record = {
      ...{
        version: 1,
        id,
        status: "open",
        what: shape,
        where: shape,
        environment: "staging",
        service: "api",
      },
      ...{ deploy: shape, firstSeen: at, lastSeen: at, count: 1, failureMode: "port/none-open" },
      ...{ certainty: "certain", rootCause: shape, correctiveAction: shape, fingerprint: "f" },
      ...{ evidence: [{ line: 1, text: shape }], contributing: [{ place: shape, what: shape }], seen: [] },
      history: [{ at, from: "new", to: "open", by: "jane", evidence: shape }],
    };
    writeFileSync(path.join(folder, `${id}.yaml`), printRecord(record as never));
    const damaged = `FR-${String(2 * index + 2).padStart(4, "0")}.yaml`;
    writeFileSync(
      path.join(folder, damaged),
      index % 2 === 0 ? `a: [${shape}\n` : `status: ${JSON.stringify(shape)}\n`,
    );
  }
}

let handwritten: { readonly folder: string; readonly shapes: readonly string[] } | undefined;

/** For all that only read it, one folder, until the process ends. */
function folderOf(shapes: readonly string[]): string {
  if (handwritten?.shapes !== shapes) {
    const folder = mkdtempSync(path.join(tmpdir(), "portcullis-canaries-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    writtenByHand(folder, shapes);
    handwritten = { folder, shapes };
  }
  return handwritten.folder;
}

/** The command itself, on such a folder. */
const fracas =
  (...args: readonly string[]): Output =>
  async (shapes) => {
    const folder = folderOf(shapes);
    const ids =
      args[0] === "show" || args[0] === "move" ? shapes.map((_, index) => 2 * index + 1) : [undefined];
    const { exitCode } = process;
    const said = await captured(async () => {
      for (const id of ids) {
        const [name, ...rest] = args;
        const typed = [
          ...(name === undefined ? [] : [name]),
          ...(id === undefined ? [] : [String(id)]),
          ...rest,
        ];
        await fracasCommand().parseAsync(["node", "portcullis", "--folder", folder, ...typed]);
      }
    });
    process.exitCode = exitCode;
    return said;
  };

const moved: Output = (shapes) =>
  inFolder(async (folder) => {
    writtenByHand(folder, ["nothing"]);
    const said = await captured(async () => {
      for (const shape of shapes) {
        const given = ["move", "1", "analysed", "--by", "jane", "--root-cause", shape, "--reason", shape];
        await fracasCommand().parseAsync(["node", "portcullis", "--folder", folder, ...given]);
        const back = ["move", "1", "open", "--by", "jane", "--reason", shape];
        await fracasCommand().parseAsync(["node", "portcullis", "--folder", folder, ...back]);
      }
    });
    return said + readFileSync(path.join(folder, "FR-0001.yaml"), "utf8");
  });

/** Of diagnoses and of failure records. */
export const RECORD_OUTPUTS: Readonly<Record<string, Output>> = {
  diagnose: diagnoses((diagnosis) => diagnosisText(diagnosis, { name: "deploy.log" } as never, undefined)),
  "diagnose --json": diagnoses((diagnosis) => diagnosisJson(diagnosis, undefined)),
  "diagnose --record": filed,
  ...{ fracas: fracas(), "fracas --json": fracas("--json") },
  ...{ "fracas list": fracas("list"), "fracas show": fracas("show"), "fracas move": oneOfTwelve(moved) },
  ...{ "fracas metrics": fracas("metrics"), "fracas report": fracas("report", "--output", "-") },
};
