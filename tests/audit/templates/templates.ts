import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { AUDIT_RULES } from "../../../audit";

export const TEMPLATES = __dirname;
export const PARTS = [
  "open",
  "sealed",
  "sealed-2",
  "sealed-3",
  "sealed-4",
  "sealed-5",
  "sealed-6",
  "sealed-7",
  "sealed-8",
] as const;
export type Part = (typeof PARTS)[number];

const rule = z.string().refine((id) => AUDIT_RULES.some((known) => known.id === id), "no rule of the audit");
const place = z.strictObject({ file: z.string(), line: z.int().positive() });
/** One fault, that any of the rules may tell at any of the places. */
const fault = z.strictObject({ rules: z.array(rule).min(1), places: z.array(place).min(1), why: z.string() });
export type Fault = z.infer<typeof fault>;

/** What was written down of a template before the audit was run on it. */
const expectation = z.strictObject({
  template: z.string().regex(/^[a-z0-9-]+$/),
  sound: z.boolean(),
  findings: z.array(fault).min(1).optional(),
  note: z.string().optional(),
});
export type Expectation = z.infer<typeof expectation>;

const template = z.strictObject({
  title: z.string(),
  after: z.url({ protocol: /^https$/ }),
  files: z.record(z.string(), z.string()),
});
export type Template = z.infer<typeof template>;

const read = (part: Part, name: string): unknown =>
  parse(readFileSync(path.join(TEMPLATES, part, `${name}.yaml`), "utf8"));

export const isThere = (part: Part): boolean => readdirSync(TEMPLATES).includes(part);

export const expectationsOf = (part: Part): readonly Expectation[] =>
  z.strictObject({ templates: z.array(expectation) }).parse(read(part, "expected")).templates;

const asRead = new Map<string, Template>();

/** A template, read once in a process: half of the time of their tests is YAML. */
export function templateOf(part: Part, name: string): Template {
  const key = `${part}/${name}`;
  const its = asRead.get(key) ?? template.parse(read(part, name));
  asRead.set(key, its);
  return its;
}

/** Writes a template into a folder of its own, as a repository whose files git tracks, for as long as it is used. */
export async function withRepository<T>(
  { files }: Template,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "template-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, `${text.trimEnd()}\n`);
    }
    execFileSync("git", ["init", "--quiet"], { cwd: folder });
    execFileSync("git", ["add", "--all"], { cwd: folder });
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
