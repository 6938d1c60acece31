import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Audit, auditFolder } from "../../audit";
import { type AdoptRequest, adopt } from "../../cli/adopt/adopt";
import { explained } from "../../cli/audit/explain";
import { auditDiff, planFixes } from "../../cli/audit/fix-output";
import { FORMATS, printed } from "../../cli/audit/output";
import { print } from "../../cli/terminal-output";
import { captured } from "./captured-output";

/** What an output says where each of these texts is in all places that are not the program's own words. */
export type Output = (shapes: readonly string[]) => Promise<string>;

/** Nothing foreign is in what it prints, or nothing is printed. */
const OWN_WORDS: Output = async () => "";

export async function inFolder(work: (folder: string) => unknown): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "portcullis-canaries-"));
  try {
    return String(await work(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of what another output shows whole: one shape of twelve, since each is a run of its own. */
export const oneOfTwelve =
  (output: Output): Output =>
  (shapes) =>
    output(shapes.filter((_, index) => index % 12 === 0));

/** A Procfile for each shape, whose line a finding quotes. */
function procfiles(folder: string, shapes: readonly string[], bind = "127.0.0.1"): void {
  for (const [index, shape] of shapes.entries()) {
    const service = path.join(folder, `s${index}`);
    mkdirSync(service, { recursive: true });
    const line = `web: uvicorn main:app --host ${bind} --port $PORT # ${shape}`;
    writeFileSync(path.join(service, "Procfile"), `${line}\n`);
  }
}

let read: { readonly audit: Audit; readonly shapes: readonly string[] } | undefined;

/** Of the same shapes the folder is read once. */
async function auditOf(shapes: readonly string[]): Promise<Audit> {
  if (read?.shapes !== shapes) {
    await inFolder((folder) => {
      procfiles(folder, shapes);
      read = { audit: auditFolder(folder, {}), shapes };
    });
  }
  const audit = read?.audit as Audit;
  if (audit.findings.length < shapes.length) throw new Error(`only ${audit.findings.length} findings`);
  return audit;
}

const audited =
  (format: (typeof FORMATS)[number], verbose = false): Output =>
  async (shapes) =>
    printed(await auditOf(shapes), format, { verbose } as never);

const explainedShapes: Output = (shapes) =>
  inFolder((folder) => {
    procfiles(folder, shapes);
    const all = [true, false].map((json) => ({ json, verbose: true }));
    const one = (index: number): string => path.join(folder, `s${index}`);
    return shapes
      .flatMap((_, index) => all.map((how) => explained(one(index), `s${index}`, {}, how)))
      .join("\n");
  });

const auditPatch: Output = (shapes) =>
  inFolder((folder) => {
    procfiles(folder, shapes);
    return captured(() => {
      for (const index of shapes.keys())
        print(auditDiff(planFixes(path.join(folder, `s${index}`), {}), false));
    });
  });

/** What adopt prints, and every file that it writes. */
const adopted =
  (change: Partial<Pick<AdoptRequest, "json" | "diff" | "workflow" | "monitor">>): Output =>
  (shapes) =>
    inFolder(async (folder) => {
      procfiles(folder, shapes, "0.0.0.0");
      const output = path.join(folder, "stacks");
      const request = {
        folder,
        output,
        ...{ workflow: false, force: false, diff: false, json: false },
        ...change,
      };
      if (change.diff === true) {
        mkdirSync(output);
        writeFileSync(path.join(output, "Pulumi.yaml"), shapes.map((shape) => `# ${shape}\n`).join(""));
      }
      const said = await captured(() => adopt(request));
      const files = change.diff === true ? [] : readdirSync(output, { recursive: true, withFileTypes: true });
      const texts = files
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), "utf8"));
      return [said, ...texts].join("\n");
    });

/** By the command, and by each option that changes what it prints or writes. */
export const OUTPUTS: Readonly<Record<string, Output>> = {
  ...Object.fromEntries(FORMATS.map((format) => [`audit --format ${format}`, audited(format)])),
  ...{ audit: audited("terminal"), "audit --verbose": audited("terminal", true) },
  ...{
    "audit --json": audited("json"),
    "audit --sarif": audited("sarif"),
    "audit --markdown": audited("markdown"),
  },
  "audit --diff": oneOfTwelve(auditPatch),
  "audit --explain": oneOfTwelve(explainedShapes),
  ...{ adopt: adopted({}), "adopt --json": oneOfTwelve(adopted({ json: true })) },
  ...{ "adopt --diff": oneOfTwelve(adopted({ diff: true })) },
  "adopt --workflow": oneOfTwelve(adopted({ workflow: true })),
  "adopt --monitor github": oneOfTwelve(adopted({ monitor: "github" })),
  "adopt --monitor render": oneOfTwelve(adopted({ monitor: "render" })),
  ...{ rules: OWN_WORDS, "rules --json": OWN_WORDS, "rules --markdown": OWN_WORDS },
  ...{ engine: OWN_WORDS, "engine --doctor": OWN_WORDS },
};
