import { type Rule, type RuleSettings, STANDARD_PORT } from "../domain";
import { type MatrixRow, matrixRow } from "./environments/matrix";
import type { AuditFinding, AuditUndecided } from "./finding";
import { judgeServices } from "./judge";
import { type ReadOptions, readFolder } from "./read-folder";
import { AUDIT_RULES } from "./rules";
import { type Masking, maskingOf } from "./secrets/masking";
import { inlineWaivers } from "./waivers/inline-waivers";
import { waiverFileIn, waiversOf } from "./waivers/waiver-file";
import { applyWaivers, type Waived } from "./waivers/waivers";
import type { LeftOut } from "./walk/left-out";
import type { NotRead } from "./walk/not-read";
import type { ReadFile } from "./walk/read-files";
import type { ReadProblem, SourceFile } from "./walk/source-file";

export interface AuditOptions extends ReadOptions, Partial<RuleSettings> {
  /** The file of waivers. @default the folder's `portcullis-waivers.yaml`, if it exists */
  readonly waivers?: SourceFile;
  /** The rules that judge. @default those of all that is registered */
  readonly rules?: readonly Rule[];
  /** The day by which waivers expire, as `YYYY-MM-DD`. @default the day it is in UTC */
  readonly today?: string;
}

export interface AuditedService {
  readonly name: string;
  /** From the audited folder; `.` for that one itself. */
  readonly folder: string;
  readonly environments: readonly string[];
}

/** All that an audit found. It holds no secret: words and excerpts are masked. */
export interface Audit {
  readonly services: readonly AuditedService[];
  readonly findings: readonly AuditFinding[];
  /** Findings that a comment or a file of waivers waives, with its reason. */
  readonly waived: readonly Waived[];
  readonly undecided: readonly AuditUndecided[];
  readonly matrix: readonly MatrixRow[];
  /** Every file that a reader took. */
  readonly files: readonly ReadFile[];
  /** What was not looked at, counted by its reason. */
  readonly leftOut: ReadonlyMap<LeftOut, number>;
  /** The first few of each, by their paths. */
  readonly leftOutNames?: ReadonlyMap<LeftOut, readonly string[]>;
  /** Deploy manifests that no reader takes: what they say of the services is not judged. */
  readonly notRead: readonly NotRead[];
  /** Folders that could not be listed, and git's index where it could not be read. */
  readonly problems: readonly ReadProblem[];
}

/** An audit with what it was made from, for what changes or shows files. These hold secrets: never print them. */
export interface AuditWithSources {
  readonly audit: Audit;
  readonly masking: Masking;
  /** The files that state a fact, by their paths. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads a folder and judges it. It uses no network, runs nothing, and opens nothing outside the folder but git's
 * configuration, where a manifest says which repository a service is built from.
 *
 * @throws where the folder itself is not there or cannot be entered
 */
export function auditFolder(folder: string, options: AuditOptions = {}): Audit {
  return auditWithSources(folder, options).audit;
}

export function auditWithSources(folder: string, options: AuditOptions = {}): AuditWithSources {
  const { waivers: ownWaivers, today = new Date().toISOString().slice(0, 10), ...others } = options;
  const { credentials, rules, ...stated } = others;
  const settings: RuleSettings = { standardPort: STANDARD_PORT, ...stated };
  const { root, walked, read, facts, services, environments, notRead } = readFolder(folder, options);
  const waiverFile = ownWaivers ?? waiverFileIn(root);
  const { findings, undecided } = judgeServices(services, environments, settings, rules);
  const waivers = [inlineWaivers(read.texts), ...(waiverFile === undefined ? [] : [waiversOf(waiverFile)])];
  const counted = applyWaivers(
    findings,
    waivers,
    today,
    [...AUDIT_RULES, ...(rules ?? [])].map(({ id }) => id),
  );
  const masking = maskingOf(facts, read.texts);
  const leftOut = new Map(walked.leftOut);
  for (const [reason, count] of read.leftOut) leftOut.set(reason, (leftOut.get(reason) ?? 0) + count);
  const environmentsByService = new Map<string, string[]>(services.map(({ name }) => [name, []]));
  for (const { service, environment } of environments)
    if (environment !== undefined) environmentsByService.get(service)?.push(environment);
  const audit: Audit = {
    services: services.map(({ name, folder: at }) => ({
      name,
      folder: at === "" ? "." : at,
      environments: environmentsByService.get(name) ?? [],
    })),
    findings: counted.findings.map((finding) => masked(finding, masking)),
    waived: counted.waived.map(({ finding, waiver }) => ({
      finding: masked(finding, masking),
      waiver: { ...waiver, reason: masking.text(waiver.reason) },
    })),
    undecided: undecided.map((row) => ({ ...row, why: masking.text(row.why) })),
    matrix: environments.map(matrixRow).map((row) => maskedRow(row, masking)),
    files: read.files,
    leftOut,
    leftOutNames: walked.leftOutNames,
    notRead,
    problems: [...walked.problems, ...(credentials?.problems ?? [])],
  };
  return { audit, masking, texts: read.texts };
}

function masked(finding: AuditFinding, masking: Masking): AuditFinding {
  const { place } = finding;
  const excerpt =
    place.source === "file" && place.line !== undefined ? masking.excerpt(place.file, place.line) : undefined;
  return {
    ...finding,
    what: masking.text(finding.what),
    expected: masking.text(finding.expected),
    got: masking.text(finding.got),
    fix: masking.text(finding.fix),
    ...(excerpt ? { excerpt } : {}),
  };
}

function maskedRow(row: MatrixRow, masking: Masking): MatrixRow {
  const settings = (of: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(of).map(([key, value]) => [key, masking.text(value)]));
  return {
    ...row,
    ports: row.ports.map((port) => ({ ...port, port: masking.text(port.port) })),
    databases: row.databases.map((database) => ({ ...database, endpoint: masking.text(database.endpoint) })),
    drivers: row.drivers.map((driver) => ({ ...driver, settings: settings(driver.settings) })),
  };
}
