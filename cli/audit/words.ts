import { type Audit, type AuditFinding, LEFT_OUT, type ReadProblem } from "../../audit";
import type { Fixed } from "../../audit/fixes";
import { describePlace, SEVERITIES } from "../../domain";

/** `3 errors, 1 warning`, or `no finding`. */
export function countsOf(findings: readonly AuditFinding[]): string {
  const counted = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [plural(count, severity)];
  });
  return counted.length === 0 ? "no finding" : counted.join(", ");
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** What is wrong, without the fix: `variable PORT: expected 8000, got 10000.` */
export function sentenceOf({ what, expected, got }: AuditFinding): string {
  return `${what}: expected ${expected}, got ${got}.`;
}

/** `api, in staging and production`; services alone where all their environments have it. */
export function subjectOf({
  services,
  environments,
}: Pick<AuditFinding, "services" | "environments">): string {
  const named = listed(services);
  return environments.length === 0 ? named : `${named}, in ${listed(environments)}`;
}

/** What could not be decided, by place and reason: several rules may wait for the same. */
export function undecidedPlaces({
  undecided,
}: Pick<Audit, "undecided">): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const { place, why, rule } of undecided) {
    const at = `${describePlace(place)}: ${why}`;
    const rules = places.get(at) ?? [];
    if (!rules.includes(rule)) rules.push(rule);
    places.set(at, rules);
  }
  return places;
}

/** `one, another and a third`. */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** What to do after `--fix`: all that it can change is changed. */
export function nextAfter(fixed: readonly Fixed[], inGit: boolean): string {
  const left = "what is left is to be changed by hand";
  if (fixed.length === 0) return `; --fix has nothing to change: ${left}`;
  const changes = plural(fixed.length, "change");
  return `; --fix made ${changes}${inGit ? ", which `git diff` shows" : ""}: ${left}`;
}

/** `Procfile:1  service/loopback-bind: 127.0.0.1 → 0.0.0.0`. */
export function fixedLine({ file, line, rule, replaced, by }: Fixed): string {
  return `${file}:${line}  ${rule}: ${replaced} → ${by}`;
}

/** The same, with the reason: `…: 10000 → 8000, as EXPOSE (Dockerfile:3:1) says`. */
export function reasonedLine(fixed: Fixed): string {
  const { because, by } = fixed;
  const reason = because.startsWith(by) ? because.slice(by.length) : because === "" ? "" : ` (${because})`;
  return `${fixedLine(fixed)}${reason}`;
}

/** The other places of a finding, as one phrase. */
export function relatedOf({ related = [] }: AuditFinding): string {
  return related.map(describePlace).join(", ");
}

/** Where findings go to by file; those of no file have no line to point at. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function filePlaceOf({ place }: Pick<AuditFinding, "place">): FilePlace | undefined {
  if (place.source !== "file") return undefined;
  return { file: place.file, line: place.line ?? 1, column: place.column ?? 1 };
}

/** A file's path from its repository's root: services that show findings at their lines look for it there. */
export function fromRoot(prefix: string, file: string): string {
  return prefix === "" ? file : `${prefix}/${file}`;
}

/** A file, its line where it is known, and why it could not be read. */
export function problemLine({ file, line, reason }: ReadProblem): string {
  return `${file}${line === undefined ? "" : `:${line}`}: ${reason}`;
}

/** How many manifests of one tool are named. */
const NAMED = 3;

/** `Kamal: config/deploy.yml`, one line for each tool whose manifests no reader takes. */
export function notReadByTool({ notRead }: Pick<Audit, "notRead">, verbose = false): readonly string[] {
  const tools = [...new Set(notRead.map(({ tool }) => tool))];
  return tools.map((tool) => {
    const files = notRead.flatMap((one) => (one.tool === tool ? [one.file] : []));
    const named = verbose ? files : files.slice(0, NAMED);
    const more = files.length > named.length ? ` and ${files.length - named.length} more` : "";
    return `${tool}: ${named.join(", ")}${more}`;
  });
}

/** Code that no reader could follow says less than a manifest: most services are judged without it. */
const CODE = /\.(?:py|[cm]?[jt]sx?|go|rs|kts?|cs|exs?|rb)$/;

/** What could not be read and might change the answer: manifests, env files and folders, but for code and git's books. */
export function unreadFiles({ files, problems }: Pick<Audit, "files" | "problems">): readonly ReadProblem[] {
  const all = [...problems, ...files.flatMap((file) => file.problems)];
  return all.filter(({ file }) => !CODE.test(file) && !file.startsWith(".git/"));
}

/** Why an audit of the folder has no result; undefined where something was read. */
export function nothingRead(audit: Audit): string | undefined {
  const { files, leftOut, problems } = audit;
  if (files.some(({ facts }) => facts > 0)) return undefined;
  const ignored = leftOut.get("environmentIgnored") ?? 0;
  const hint =
    ignored > 0 ? ` Git ignores ${plural(ignored, "env file")}: --include '.env*' reads them.` : "";
  const tools = notReadByTool(audit);
  const others = tools.length === 0 ? "" : ` Not read: ${tools.join("; ")}.`;
  const found =
    files.length === 0 ? "no file that a reader knows" : `no fact in ${plural(files.length, "file")}`;
  const reasons = [...problems, ...files.flatMap((file) => file.problems)].map(problemLine);
  const unread = (["binary", "large"] as const).flatMap((reason) => {
    const count = leftOut.get(reason) ?? 0;
    return count === 0 ? [] : [`${count} ${LEFT_OUT[reason]}`];
  });
  const why = [...reasons.slice(0, 3), ...unread].map((reason) => ` (${reason})`).join("");
  return `there is ${found}${why}, and nothing read is no clean result.${hint}${others}`;
}

/** Whether something is known of a file that was read: it states a fact, or a finding is about it. */
export function isOfUse({ findings }: Pick<Audit, "findings">): (file: Audit["files"][number]) => boolean {
  const found = new Set(findings.flatMap(({ place }) => (place.source === "file" ? place.file : [])));
  return ({ path, facts }) => facts > 0 || found.has(path);
}
