import type { Audit } from "../../audit";
import type { Severity } from "../../domain";
import { filePlaceOf, fromRoot, sentenceOf, subjectOf } from "./words";

/** GitHub's word for each severity (docs.github.com, workflow commands). */
const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/** `--format github`: one workflow command a finding, which GitHub shows at its line. */
export function auditAnnotations({ findings }: Audit, prefix = ""): string {
  return findings
    .map((finding) => {
      const place = filePlaceOf(finding);
      const properties = {
        ...(place && {
          file: fromRoot(prefix, place.file),
          line: String(place.line),
          col: String(place.column),
        }),
        title: `${finding.rule} (${subjectOf(finding)})`,
      };
      const stated = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
      const message = data(`${sentenceOf(finding)} ${finding.fix}`);
      return `::${COMMANDS[finding.severity]} ${stated.join(",")}::${message}`;
    })
    .join("\n");
}

/** Escapes the characters that end a workflow command's data, as GitHub's runner decodes them. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
