import { AUDIT_RULES, type Audit, type AuditFinding } from "../../audit";
import { describePlace, type Place } from "../../domain";
import packageJson from "../../package.json";
import { sentenceOf, subjectOf } from "./words";

/** `--sarif`: SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0), as code scanning services take it. */
export function auditSarif(audit: Audit): string {
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
      SRCROOT: { description: { text: "The folder that was audited." } },
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

function result(finding: AuditFinding): object {
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

function location(place: Place): object {
  if (place.source !== "file") return { message: { text: describePlace(place) } };
  const { file, line, column } = place;
  const region =
    line === undefined
      ? {}
      : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  const uri = file.split("/").map(encodeURIComponent).join("/");
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: "SRCROOT" }, ...region } };
}
