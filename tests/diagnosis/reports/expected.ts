import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { FAILURE_MODES } from "../../../domain/failure-mode";

export const REPORTS = __dirname;

const mode = z.union([z.literal("none"), z.enum(FAILURE_MODES)]);
const wantedMode = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/);
const words = z.string().refine((text) => new RegExp(text) !== undefined);

/** What was written down of a report before the diagnosis was run on it. */
const report = z.strictObject({
  file: z.string().regex(/^[a-z0-9-]+\.log$/),
  source: z.url({ protocol: /^https$/ }),
  modes: z.array(mode).min(1),
  /** Modes that ought to exist; `wanted.yaml` says which ones answer to them today. */
  wanted: z.array(wantedMode).optional(),
  cause: z.string().endsWith("."),
  /** The most that the log allows. */
  certainty: z.enum(["certain", "likely", "unknown"]),
  /** Patterns, each of which the answer has to meet. */
  names: z.array(words).optional(),
  /** Modes, or `/patterns/`, of causes that are known to be wrong. */
  mustNotSay: z.array(z.union([mode, wantedMode, z.string().regex(/^\/.+\/$/)])).optional(),
  why: z.string().min(10),
});
export type Report = z.infer<typeof report>;

const batch = z.strictObject({ reports: z.array(report) });
const wanted = z.record(z.string(), z.strictObject({ meaning: z.string(), answeredBy: z.array(mode) }));
export type Wanted = z.infer<typeof wanted>;

/** The batches, in their order. */
export function batches(): readonly string[] {
  return readdirSync(REPORTS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

const asRead = new Map<string, readonly Report[]>();

/** What was written down of a batch, read once in a process. */
export function reportsOf(name: string): readonly Report[] {
  const text = () => readFileSync(path.join(REPORTS, name, "expected.yaml"), "utf8");
  const its = asRead.get(name) ?? batch.parse(parse(text())).reports;
  asRead.set(name, its);
  return its;
}

export const wantedModes = (): Wanted =>
  wanted.parse(parse(readFileSync(path.join(REPORTS, "wanted.yaml"), "utf8")));
