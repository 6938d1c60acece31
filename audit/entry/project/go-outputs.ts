import path from "node:path";
import { simpleCommands } from "../../../domain/start-command/shell";
import type { Repository } from "../../reader";

const VALUED = [
  "-o",
  "-tags",
  "-ldflags",
  "-gcflags",
  "-asmflags",
  "-mod",
  "-p",
  "-buildmode",
  "-C",
  "-overlay",
];

/**
 * The programs that a build command's `go build` writes; undefined where another command may write one too, or where it
 * is not known which (go.dev/cmd/go: compile packages and dependencies).
 *
 * @param bases the folders in which it runs
 */
export function goOutputs(
  build: string,
  bases: readonly string[],
  repository: Repository,
): readonly string[] | undefined {
  const commands = simpleCommands(build);
  const outputs: string[] = [];
  for (const { words, conditional } of commands) {
    const [program, verb = "", ...rest] = words;
    if (conditional || program !== "go" || !/^(?:build|mod|vet|test|version|get)$/.test(verb))
      return undefined;
    if (verb !== "build") continue;
    const output = outputOf(rest, bases, repository);
    if (output === undefined) return undefined;
    outputs.push(path.posix.normalize(output));
  }
  return outputs.length === 0 ? undefined : outputs;
}

function outputOf(
  words: readonly string[],
  bases: readonly string[],
  repository: Repository,
): string | undefined {
  const at = words.findIndex((word) => /^-o(?:=|$)/.test(word));
  const written = words[at]?.startsWith("-o=") ? words[at]?.slice(3) : words[at + 1];
  if (words.includes("-C")) return undefined;
  if (at >= 0 && written !== undefined)
    return /\/$|[$*]|^\.\.?$/.test(written) ||
      bases.some((base) => !repository.lacks(path.posix.join(base, written)))
      ? undefined
      : written;
  const [named, ...more] = words.filter(
    (word, index) => !word.startsWith("-") && !VALUED.includes(words[index - 1] ?? ""),
  );
  if (more.length > 0 || named?.includes("...")) return undefined;
  if (named?.endsWith(".go")) return path.posix.basename(named, ".go");
  if (named !== undefined && !/^\.\/?$/.test(named)) return path.posix.basename(named);
  const text = bases
    .map((base) => repository.text(path.posix.normalize(path.posix.join(base, "go.mod"))))
    .find((one) => one !== undefined);
  const module = /^module\s+"?([^\s"]+)/m.exec(text ?? "")?.[1]?.replace(/\/v\d+$/, "");
  return module === undefined ? undefined : path.posix.basename(module);
}
