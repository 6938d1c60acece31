import { describePlace, type Place, type RuleSettings, type Severity, STANDARD_PORT } from "../../domain";
import { isEnvFile } from "../../domain/env-file-name";
import { TOOL_FILES } from "../../domain/manifest";
import { manifestAt } from "../../platforms";
import { type ReadOptions, readFolder } from "../read-folder";
import { maskingOf } from "../secrets/masking";
import { findingsOnRender } from "./on-render";

/** One error that is written in a repository's own code, and in no value of a stack. It holds no secret. */
export interface FoundInCode {
  readonly severity: Severity;
  readonly rule: string;
  readonly file: string;
  /** The file with line and column. */
  readonly place: string;
  /** What is wrong, as a sentence without its end. */
  readonly message: string;
  /** Of which it is; empty where it holds in any. */
  readonly environments: readonly string[];
}

/** Groups of rules about what a service is and does; secrets in files are an audit's affair. */
const ABOUT_A_SERVICE = /^(?:port|service|database)\//;

/**
 * The errors in what services of a folder run, once they run on Render: code, images and settings that are built with
 * them. What a stack states by itself is left out: variables, and commands of manifests.
 *
 * @throws where the folder itself is not there or cannot be entered
 */
export function codeOnRender(folder: string, options: ReadOptions = {}): readonly FoundInCode[] {
  const settings: RuleSettings = { standardPort: STANDARD_PORT, ...options };
  const read = readFolder(folder, options);
  const masking = maskingOf(read.facts, read.read.texts);
  return findingsOnRender(read, settings).flatMap((finding): readonly FoundInCode[] => {
    const { severity, rule, place, what, expected, got, environments } = finding;
    if (severity !== "error" || !ABOUT_A_SERVICE.test(rule) || place.source !== "file" || !isCode(place))
      return [];
    const message = masking.text(`${what}: expected ${expected}, got ${got}`);
    return [{ severity, rule, file: place.file, place: describePlace(place), message, environments }];
  });
}

function isCode(place: Place & { readonly source: "file" }): boolean {
  if (isEnvFile(place) || manifestAt(place) !== undefined) return false;
  const { pulumi, compose, workflow } = TOOL_FILES;
  return ![pulumi, compose, workflow].some((tool) => tool.test(place.file));
}
