import path from "node:path";
import { factsOf } from "../../../domain";
import { simpleCommands } from "../../../domain/start-command/shell";
import { fileOf, IMAGE_FILE } from "../../services/service-folders";
import { ImageFiles } from "./image-files";
import { instructionAt } from "./image-instructions";
import { only, type Project } from "./project";

/** A file of the repository that an image starts by a name of its own. */
export interface CopiedProgram {
  readonly file: string;
  /** Whether its first line names a shell. */
  readonly isShell: boolean;
}

/** Where images of Docker's look for a name without a slash, in this order. */
const PATH = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];
const SHELL = /^#!\s*(?:\/usr)?\/bin\/(?:env\s+)?(?:ba|da|z|a)?sh\b/;
const INTERPRETED =
  /^#!\s*(?:\/usr)?(?:\/local)?\/bin\/(?:env\s+(?:-S\s+)?)?(?:python[\d.]*|node|bun|deno)\b/;
/** Commands that leave the text of a file as it is. */
const LEAVES = /^(?:chmod|chown|ls|test|dos2unix|mkdir)$/;

/**
 * Finds what COPY brings to the path at which an image has a program, whatever it is called there. A step that names the
 * path may write another text.
 */
export function copiedProgram(project: Project): (program: string) => CopiedProgram | undefined {
  return (program) => {
    if (program === "" || /[$\uE000*?~]/.test(program)) return undefined;
    const { file, line } = imageOf(project);
    const image = file === undefined ? undefined : ImageFiles.of(file, project);
    const last =
      line === undefined ? image?.instructions.at(-1) : image && instructionAt(image.instructions, line);
    const folder = last && image?.folderAt(last);
    if (image === undefined || last === undefined) return undefined;
    const isPath = program.includes("/");
    if (isPath && folder === undefined && !program.startsWith("/")) return undefined;
    const places = isPath
      ? [path.posix.resolve(folder ?? "/", program)]
      : PATH.map((one) => path.posix.join(one, program));
    for (const place of places) {
      const found = image.fileAt(last, place, (command) => mayChange(place, command), "none");
      if (found === undefined) return undefined;
      if (typeof found === "object") return readProgram(found.file, project);
    }
    return undefined;
  };
}

/** The Dockerfile that the service runs, and the line of its command where that is the Dockerfile's. */
function imageOf({ start, facts }: Project): { readonly file?: string | undefined; readonly line?: number } {
  const { place } = start;
  if (place.source === "file" && IMAGE_FILE.test(fileOf(start)))
    return { file: place.file, line: place.line ?? 1 };
  const builds = factsOf(facts, "build").map(({ imageFile, target }) =>
    target === undefined ? imageFile : undefined,
  );
  return { file: only([...new Set(builds)]) };
}

function mayChange(place: string, command: string): boolean {
  if (!command.includes(path.posix.basename(place))) return false;
  return (
    command.includes(">") || simpleCommands(command).some(({ words: [name = ""] }) => !LEAVES.test(name))
  );
}

function readProgram(file: string, { repository }: Project): CopiedProgram | undefined {
  const text = repository.text(file) ?? "";
  const isShell = SHELL.test(text);
  return isShell || INTERPRETED.test(text) ? { file, isShell } : undefined;
}
