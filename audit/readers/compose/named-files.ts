import path from "node:path";
import type { Fact, Subject } from "../../../domain";
import { environmentKind } from "../../../domain/environment-name";
import { oncePerRepository } from "../../once-per-repository";
import type { Repository } from "../../reader";
import { foldersAbove } from "../../services/service-folders";
import { namedFileFacts } from "../facts/named-file";
import type { ComposeFile, ComposeService } from "./service";

/** The Dockerfile and the env files that a service names and that are not there. */
export function namedFacts(
  file: ComposeFile,
  service: ComposeService,
  subject: Subject,
  repository: Repository,
): readonly Fact[] {
  return [
    ...imageFileFacts(file, service, subject, repository),
    ...envFileFacts(file, service, subject, repository),
  ];
}

/** Without a context of its own, it may be laid over a file that has one. */
function imageFileFacts(
  { tree, folder, filled }: ComposeFile,
  service: ComposeService,
  subject: Subject,
  repository: Repository,
): readonly Fact[] {
  const build = service.entry("build")?.value;
  const node = tree.value(build, "dockerfile");
  const [context, written] = [tree.text(tree.value(build, "context")), tree.text(node)];
  if (context === undefined || written === undefined) return [];
  const [from, dockerfile] = [filled(context), filled(written)];
  if (!from.known || !dockerfile.known || /:|^[/~]/.test(from.value)) return [];
  const place = tree.place(node, "dockerfile");
  // A file that is given after another one starts from the folder of the first.
  const folders = foldersAbove(folder).map((above) => path.posix.join(above, from.value));
  if (folders.some((one) => one.startsWith(".."))) return [];
  const named = {
    place,
    subject,
    file: dockerfile.value,
    folders,
    field: "dockerfile",
    by: "compose file",
  } as const;
  return namedFileFacts(named, repository);
}

/** What each developer has as a file of one's own: git may ignore it by a list that is in no repository. */
const OWN = /(?:^|\/)\.env$|local|secret|private/i;
/** One of an environment, such as `.env.prod`: it may be made where it is deployed. */
const OF_ENVIRONMENT = /(?:^|\/)\.env\./;
const SAMPLE = /example|sample|template|dist|default/i;

/** The names of all files that may be a sample of another one. */
const samples = oncePerRepository((repository): readonly string[] =>
  repository
    .ending("")
    .map((file) => path.posix.basename(file))
    .filter((name) => SAMPLE.test(name)),
);

function envFileFacts(
  { tree, folder, filled }: ComposeFile,
  service: ComposeService,
  subject: Subject,
  repository: Repository,
): readonly Fact[] {
  const node = service.entry("env_file")?.value;
  const nodes = tree.text(node) === undefined ? tree.items(node) : [node];
  return nodes.flatMap((item) => {
    const required = tree.text(tree.value(item, "required"));
    const at = tree.text(item) === undefined ? tree.value(item, "path") : item;
    const written = tree.text(at);
    const text = written === undefined ? undefined : filled(written);
    if (text === undefined || !text.known || required === "false" || OWN.test(text.value)) return [];
    const stem = path.posix.basename(text.value).replace(/\.env$/, "");
    if (samples(repository).some((name) => name.includes(stem))) return [];
    const place = tree.place(at, "env_file");
    const folders = foldersAbove(folder);
    const named = {
      place,
      subject,
      file: text.value,
      folders,
      field: "env_file",
      by: "compose file",
    } as const;
    const facts = namedFileFacts({ ...named, isEnvFile: true }, repository);
    return OF_ENVIRONMENT.test(text.value) ? facts.flatMap((fact) => ofEnvironment(fact, repository)) : facts;
  });
}

/**
 * An env file of an environment that is not there: another one of the same environment is what is meant. Without such a
 * one the file may be made on the machine; where a repository says what git ignores, and this is not among it, that is
 * not certain.
 */
function ofEnvironment(fact: Fact, repository: Repository): readonly Fact[] {
  if (fact.kind !== "missing-file" || fact.elsewhere !== undefined) return [fact];
  if (samples(repository).some((name) => /^\.?env\b/.test(name))) return [];
  const folder = path.posix.dirname(fact.file);
  const kind = environmentKind(path.posix.basename(fact.file));
  const same = repository
    .below(folder === "." ? "" : folder, "")
    .filter((file) => path.posix.dirname(file) === folder && /^\.env\./.test(path.posix.basename(file)))
    .filter((file) => kind !== undefined && environmentKind(path.posix.basename(file)) === kind);
  const [elsewhere, ...others] = same;
  if (elsewhere !== undefined) return others.length > 0 ? [] : [{ ...fact, elsewhere }];
  return repository.named(".gitignore").length > 0 ? [{ ...fact, isMadeElsewhere: true }] : [];
}
