import path from "node:path";
import type { Fact } from "../../../domain";
import { simpleCommands } from "../../../domain/start-command/shell";
import { baseImage } from "../../readers/dockerfile/stages";
import { COMPOSE_FILE, fileOf, IMAGE_FILE } from "../../services/service-folders";
import type { Chain } from "../chain";
import { withoutWrappers } from "../wrappers";
import { ImageFiles } from "./image-files";
import { instructionAt } from "./image-instructions";
import { mayWrite } from "./missing-files";
import { onlyNamed, type Project, subjectOf } from "./project";

/** Official images of which no program or script is at the root or in a folder of an application. */
const KNOWN_BASE =
  /^(?:(?:docker\.io|public\.ecr\.aws\/docker)\/)?(?:library\/)?(?:node|python|alpine|debian|ubuntu|golang|ruby|rust|busybox)(?:[:@]|$)|^scratch$/;
/** Folders in which an image has programs of its own, and into which packages install theirs. */
const OF_SYSTEM =
  /^\/(?:bin|sbin|lib|lib64|usr(?!\/src\/)|opt|etc|nix|venv|root|home|var|tmp|run|dev|proc|sys)(?:\/|$)/;
const SHELL = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a)?sh$/;
/** What may bring files into a folder that it names, whatever their names. */
const BRINGS = /\b(?:cp|mv|ln|install|rsync|tar|unzip|git|curl|wget|find|make|sh|bash)\b/;

/**
 * A script that an image starts by a path at which nothing is: the instructions of the Dockerfile copy or
 * write nothing there, and its base has nothing there.
 */
export function absentProgram(
  project: Project,
): { readonly chain: Chain; readonly facts: readonly Fact[] } | undefined {
  const { start, repository } = project;
  const file = fileOf(start);
  if (!IMAGE_FILE.test(file) || start.place.source !== "file" || !start.command.known) return undefined;
  const named = programOf(start.command.value);
  const image = named === undefined ? undefined : ImageFiles.of(file, project);
  const { line } = start.place;
  const last = image && instructionAt(image.instructions, line);
  const at = last === undefined ? undefined : image?.folderAt(last);
  if (named === undefined || image === undefined || last === undefined || at === undefined) return undefined;
  const wanted = path.posix.resolve(at, named);
  if (OF_SYSTEM.test(wanted) || isMounted(wanted, project)) return undefined;
  const base = baseImage(image.stageOf(last));
  const elsewhere = onlyNamed(path.posix.basename(wanted), repository);
  const isKnown = KNOWN_BASE.test(base);
  if (!isKnown && elsewhere === undefined) return undefined;
  const found = image.fileAt(last, wanted, (command) => writesTo(wanted, command), "none");
  if (found !== "none" && !(found === "lacking" && named.startsWith("/"))) return undefined;
  const command = start.command.value.trim();
  const why = isKnown
    ? `\`${wanted}\` is not in the image`
    : `whether \`${wanted}\` is in the image is not known: ${base} may have it`;
  return {
    chain: { steps: [{ place: start.place, text: command }], end: { is: "open", why }, settings: [] },
    facts: [
      {
        ...{ kind: "missing-file", ...subjectOf(project), place: start.place, file: wanted, command },
        ...{ elsewhere, by: "start command", inImage: true },
        ...(!isKnown && { unsure: why }),
      },
    ],
  };
}

/** The script that a command starts, itself or by a shell. */
function programOf(command: string): string | undefined {
  const [only, ...others] = simpleCommands(command);
  if (only === undefined || others.length > 0) return undefined;
  const [program = "", given = ""] = withoutWrappers(only.words);
  const named = SHELL.test(program) && given.endsWith(".sh") ? given : program;
  // A program without an ending may be one that a step compiles. A name alone is looked for in PATH, by shells too (POSIX: sh).
  return /\/.*\.sh$/.test(named) && !/[$\uE000*?~]|(?:^|\/)\.\.(?:\/|$)/.test(named) ? named : undefined;
}

/** Whether a step may write the file: one that names it, or that brings files to the folder of the root. */
function writesTo(wanted: string, command: string): boolean {
  const name = path.posix.basename(wanted);
  if (path.posix.dirname(wanted) !== "/") return mayWrite(command);
  const isAsked = simpleCommands(command).every(({ words }) =>
    /^(?:chmod|chown|sed|dos2unix|ls|cat|test|echo)$/.test(words[0] ?? ""),
  );
  if (command.includes(name)) return !isAsked || command.includes(">");
  return /(?:^|\s)\/(?:\s|$|["'*])/.test(command) && BRINGS.test(command);
}

/** Whether a compose file may mount it: one of its name, or the folder around. */
function isMounted(wanted: string, { repository }: Project): boolean {
  const composed = [...repository.ending(".yml"), ...repository.ending(".yaml")].filter((file) =>
    COMPOSE_FILE.test(file),
  );
  return composed.some((file) => {
    const text = repository.text(file) ?? "";
    return text.includes(wanted) || /^\s*-\s*["']?\.{1,2}\/?:/m.test(text);
  });
}
