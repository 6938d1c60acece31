import { AUDIT_RULES, type Audit, type AuditFinding } from "../../audit";
import { describePlace, type Place } from "../../domain";
import packageJson from "../../package.json";
import { fromRoot, sentenceOf, subjectOf } from "./words";

/**
 * `--sarif`: SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0), as code scanning services take it.
 *
 * @param prefix the audited folder from its repository's root, from which paths are written
 */
export function auditSarif(audit: Audit, prefix = ""): string {
  const location = (place: Place): object => locationOf(place, prefix);
  const fingerprints = new Fingerprints();
  const result = (finding: AuditFinding): object => ({
    ...resultOf(finding, location),
    partialFingerprints: { "portcullisFinding/v1": fingerprints.of(finding) },
  });
  const problems = [...audit.problems, ...audit.files.flatMap((file) => file.problems)];
  const run = {
    tool: {
      driver: {
        name: "portcullis",
        version: packageJson.version,
        semanticVersion: packageJson.version,
        // SARIF requires a URI. The project has no page, so a package URL names it.
        informationUri: `pkg:generic/${packageJson.name}@${packageJson.version}`,
        rules: AUDIT_RULES.map(({ id, title, why, fix, severity, reference }) => ({
          id,
          name: friendlyName(id),
          shortDescription: { text: `${title}.` },
          fullDescription: { text: why },
          help: { text: fix },
          ...(reference.startsWith("https://") && { helpUri: reference }),
          defaultConfiguration: { level: severity },
        })),
      },
    },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: {
      SRCROOT: { description: { text: "The repository's root." } },
    },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: problems.map(({ file, line, reason }) => ({
          level: "warning",
          message: { text: `${reason}.` },
          locations: [location({ source: "file", file, ...(line === undefined ? {} : { line }) })],
        })),
      },
    ],
    results: [
      ...audit.findings.map(result),
      ...audit.waived.map(({ finding, waiver }) => ({
        ...result(finding),
        suppressions: [
          { kind: waiver.file === waiver.about.file ? "inSource" : "external", justification: waiver.reason },
        ],
      })),
    ],
  };
  const $schema = "https://json.schemastore.org/sarif-2.1.0.json";
  return JSON.stringify({ $schema, version: "2.1.0", runs: [run] }, null, 2);
}

/** `database/url-malformed` as `DatabaseUrlMalformed`, which is the form that SARIF asks for. */
function friendlyName(id: string): string {
  return id.replaceAll(/(?:^|[/-])(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** By rule, file and message, not by the line, which moves; the same one again has a number. */
class Fingerprints {
  private readonly times = new Map<string, number>();

  of(finding: AuditFinding): string {
    const { createHash } = require("node:crypto") as typeof import("node:crypto");
    const { rule, place } = finding;
    const key = JSON.stringify([rule, place.source === "file" ? place.file : null, sentenceOf(finding)]);
    const hash = createHash("sha256").update(key).digest("hex").slice(0, 32);
    const time = (this.times.get(hash) ?? 0) + 1;
    this.times.set(hash, time);
    return `${hash}:${time}`;
  }
}

function resultOf(finding: AuditFinding, location: (place: Place) => object): object {
  const { rule, severity, place, related = [], fix } = finding;
  const ruleIndex = AUDIT_RULES.findIndex(({ id }) => id === rule);
  const message = `${sentenceOf(finding)} ${fix} (${subjectOf(finding)})`;
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: severity,
    message: { text: message },
    locations: [location(place)],
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.map((other, id) => ({ id, ...location(other) })) }),
  };
}

function locationOf(place: Place, prefix: string): object {
  if (place.source !== "file") return { message: { text: describePlace(place) } };
  const { file, line, column } = place;
  const region =
    line === undefined
      ? {}
      : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  const uri = fromRoot(prefix, file).split("/").map(encodeURIComponent).join("/");
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: "SRCROOT" }, ...region } };
}
