import path from "node:path";
import type { Instruction } from "dockerfile-ast";
import type { Repository } from "../../reader";
import { runText } from "../../readers/dockerfile/run-text";
import type { Made } from "./artefact-names";
import { goOutputs } from "./go-outputs";
import { isCopy, sourcesOf } from "./image-instructions";
import { only } from "./project";

const GO = /^FROM\s+(?:--\S+\s+)?(?:docker\.io\/)?(?:library\/)?golang:\S+(?:\s+as\s+\S+)?\s*$/i;
/** Steps that make no program. */
const NONE =
  /^(?:apk|apt-get|go\s+mod|go\s+vet|go\s+test|go\s+get|mkdir|chmod|adduser|addgroup|update-ca-certificates)\b/;

/**
 * A program that a stage of Go's image builds by `go build` alone, under another name or in another folder than an
 * instruction copies it from: the image's build ends there.
 */
export function goInStage(file: string, stage: readonly Instruction[], repository: Repository): Made {
  const [from, ...rest] = stage;
  if (from === undefined || !GO.test(from.getTextContent()) || !file.startsWith("/")) return undefined;
  let folder = "/go";
  const made: string[] = [];
  let isCopied = false;
  for (const one of rest) {
    const keyword = one.getKeyword();
    if (keyword === "WORKDIR") folder = path.posix.resolve(folder, one.getArgumentsContent() ?? "");
    else if (isCopy(one)) isCopied ||= sourcesOf(one).length > 0;
    else if (keyword === "RUN") {
      const text = withoutSettings(runText(one));
      if (text.split("&&").every((part) => NONE.test(part.trim()))) continue;
      const outputs = goOutputs(text, ["."], repository);
      if (outputs === undefined) return undefined;
      made.push(...outputs.map((output) => path.posix.resolve(folder, output)));
    } else if (!/^(?:ENV|ARG|LABEL|USER|EXPOSE|SHELL)$/.test(keyword)) return undefined;
  }
  if (made.length === 0 || made.includes(file) || made.some((one) => one.startsWith(`${file}/`)))
    return undefined;
  if (/[$]/.test(folder + file) || path.posix.dirname(file) === "/go/bin") return undefined;
  // A file of the repository may come by a COPY before.
  const name = path.posix.basename(file);
  const isGo = path.posix.extname(name) === "" && !/^(?:etc|usr\/share|tmp)$/.test(file.split("/")[1] ?? "");
  const isNear = made.some(
    (one) => path.posix.basename(one) === name || path.posix.dirname(one) === path.posix.dirname(file),
  );
  if (!isGo || !isNear || repository.named(name).length > 0 || repository.below(name, "").length > 0)
    return undefined;
  return isCopied && !isFolder(name, repository) ? { instead: only(made) } : undefined;
}

/** Whether a file or a folder of the name is in the repository, beside the sources of a program. */
const isFolder = (name: string, repository: Repository): boolean =>
  repository
    .below("", "")
    .some((file) => file.split("/").includes(name) && !/(?:^|\/)cmd\/[\w-]+\/[^/]+\.go$/.test(file));

/** `CGO_ENABLED=0 go build` */
const withoutSettings = (text: string): string =>
  text.replaceAll(/(^|&&\s*)(?:[A-Z][A-Z0-9_]*=\S+\s+)+/g, "$1");
