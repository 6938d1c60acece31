import { type RuleSettings, STANDARD_PORT } from "../../domain";
import { TOOL_FILES } from "../../domain/manifest";
import { manifestAt } from "../../platforms";
import { type ReadOptions, readFolder } from "../read-folder";
import { PACKAGE_JSON } from "../readers/package-json/reader";
import { maskingOf } from "../secrets/masking";
import { repositoryOf } from "../walk/repository";
import type { ReadProblem } from "../walk/source-file";
import { type Adoptable, adoptable } from "./adopted-services";
import type { Stated } from "./draft-field";
import { findingsOnRender } from "./on-render";
import type { RepositoryOrigin } from "./service-draft";
import { type StackDraft, stackDraft } from "./stack-draft";
import { withOtherPorts, withOwnStandard } from "./standard-port";

/** What of a repository can be adopted. */
export interface AdoptableFolder {
  /** The names of the services that its manifests name. */
  readonly names: readonly string[];
  /** What a manifest names and no stack can declare. */
  readonly others: readonly Stated[];
  /** Manifests that could not be read: what services they name is not known. */
  readonly unread: readonly ReadProblem[];
  /** A draft for each environment, with these services or with all. Holds no secret. */
  drafts(origin: RepositoryOrigin, services?: readonly string[]): readonly StackDraft[];
}

/**
 * Reads a folder, and judges what it would adopt as an audit does.
 *
 * @throws where the folder itself is not there or cannot be entered
 */
export function adoptFolder(
  folder: string,
  options: ReadOptions & Partial<RuleSettings> = {},
): AdoptableFolder {
  const settings: RuleSettings = { standardPort: STANDARD_PORT, ...options };
  const read = readFolder(folder, options);
  const repository = repositoryOf(read.root, read.walked.files);
  const found: Adoptable = adoptable(read, repository);
  return {
    names: found.names,
    others: found.others,
    unread: read.read.files.flatMap(({ problems }) => problems).filter(({ file }) => namesServices(file)),
    drafts(origin, services) {
      const masking = maskingOf(read.facts, read.read.texts);
      const findings = findingsOnRender(read, settings).map((finding) => ({
        ...finding,
        what: masking.text(finding.what),
        expected: masking.text(finding.expected),
        got: masking.text(finding.got),
      }));
      const drafts = found
        .environments(services)
        .filter((adopted) => adopted.services.length > 0)
        .map((adopted) => stackDraft({ adopted, origin, settings, repository, findings }));
      const standard = options.standardPort === undefined ? withOwnStandard(drafts) : drafts;
      return standard.map((draft) => withOtherPorts(draft, settings.standardPort));
    },
  };
}

/** Whether a file is one that services are read from. */
function namesServices(file: string): boolean {
  return (
    TOOL_FILES.compose.test(file) ||
    PACKAGE_JSON.accepts(file) ||
    manifestAt({ source: "file", file }) !== undefined
  );
}
