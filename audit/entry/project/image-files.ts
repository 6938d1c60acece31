import path from "node:path";
import type { Instruction } from "dockerfile-ast";
import { factsOf } from "../../../domain";
import type { Repository } from "../../reader";
import { hasHeredoc, instructionsOf } from "../../readers/dockerfile/parsed";
import { runText } from "../../readers/dockerfile/run-text";
import { stageAt } from "../../readers/dockerfile/stages";
import { folderOf, foldersAbove } from "../../services/service-folders";
import {
  type Candidate,
  candidates,
  flagOf,
  folderAfter,
  isBelow,
  isCopy,
  isPlain,
  sourcesOf,
  wordsOf,
} from "./image-instructions";
import type { Project } from "./project";

/**
 * What an image has at a path: a file of the repository, nothing that any instruction brought, or nothing although the
 * folder around it was brought. Undefined: that cannot be said.
 */
export type ImageFile = { readonly file: string } | "none" | "lacking" | undefined;

/** How a Dockerfile fills its image from the repository, as far as its instructions say it. */
export class ImageFiles {
  /** The folders that the image may be built from. */
  private readonly contexts: readonly string[];

  private constructor(
    readonly instructions: readonly Instruction[],
    private readonly repository: Repository,
    contexts: readonly string[],
  ) {
    const copies = instructions.filter((one) => isCopy(one) && flagOf(one, "from") === undefined);
    this.contexts = contexts.filter((context) =>
      copies.every((copy) => sourcesOf(copy).every((source) => this.mayHave(context, source))),
    );
  }

  static of(file: string, { facts, repository }: Project): ImageFiles | undefined {
    const text = repository.text(file);
    if (text === undefined || hasHeredoc(text)) return undefined;
    const built = factsOf(facts, "build").filter(({ imageFile }) => imageFile === file);
    const folders = built.length > 0 ? built.map(({ folder }) => folder) : foldersAbove(folderOf(file));
    return new ImageFiles(instructionsOf(text), repository, [...new Set(folders)]);
  }

  /** The folder in which an instruction runs; undefined where a variable says it. */
  folderAt(instruction: Instruction): string | undefined {
    let folder: string | undefined = "/";
    for (const one of this.until(instruction)) folder = folderAfter(one, folder);
    return folder;
  }

  /**
   * What is at a path when an instruction runs.
   *
   * @param writes whether a RUN may write it
   * @param base what is there before any instruction @default nothing, of a base without any of an application's files
   */
  fileAt(
    instruction: Instruction,
    file: string,
    writes: (command: string) => boolean,
    base?: "none",
  ): ImageFile {
    const found = this.contexts.map((context) =>
      this.within(context, this.until(instruction), file, writes, 0, base),
    );
    const [first, ...others] = found;
    const same = others.every((one) => JSON.stringify(one) === JSON.stringify(first));
    return same ? first : undefined;
  }

  /** The instructions of the stage of one, with those of the stages that it is made from. */
  stageOf(instruction: Instruction): readonly Instruction[] {
    return stageAt(this.instructions, instruction);
  }

  private until(instruction: Instruction): readonly Instruction[] {
    const stage = stageAt(this.instructions, instruction);
    return stage.slice(0, stage.indexOf(instruction));
  }

  private within(
    context: string,
    instructions: readonly Instruction[],
    file: string,
    writes: (command: string) => boolean,
    depth = 0,
    base?: "none",
  ): ImageFile {
    let found: ImageFile = "none";
    let folder: string | undefined = "/";
    for (const one of instructions) {
      folder = folderAfter(one, folder);
      const keyword = one.getKeyword();
      if (keyword === "FROM" && one === instructions[0]) found = base ?? (isPlain(one) ? "none" : undefined);
      if (keyword === "RUN" && writes(runText(one))) found = undefined;
      if (!isCopy(one)) continue;
      const copied = this.copied(one, folder, context, file, writes, depth);
      if (copied !== "none" && !(copied === "lacking" && found !== "none")) found = copied;
    }
    return found;
  }

  /** What one COPY brings to a path. */
  private copied(
    copy: Instruction,
    folder: string | undefined,
    context: string,
    file: string,
    writes: (command: string) => boolean,
    depth: number,
  ): ImageFile {
    const target = wordsOf(copy).at(-1) ?? "";
    if (/\$/.test(target) || (folder === undefined && !target.startsWith("/"))) return undefined;
    const to = path.posix.join("/", target.startsWith("/") ? "" : (folder ?? ""), target);
    const sources = sourcesOf(copy);
    const isFolder = /(?:^|\/)\.?$/.test(target) || sources.length > 1;
    const at = to.replace(/(.)\/$/, "$1");
    if (at !== file && !isBelow(file, at)) return "none";
    const odd = ["parents", "exclude"].some((flag) => flagOf(copy, flag) !== undefined);
    if (odd || sources.some((source) => /\$|^\w+:\/\/|\.(?:tar|tgz|zip)\b/.test(source))) return undefined;
    const from = flagOf(copy, "from");
    const stage = from === undefined ? undefined : stageAt(this.instructions, from);
    if (from !== undefined && (stage === undefined || stage.length === 0 || depth > 4)) return undefined;
    let found: ImageFile = "none";
    for (const source of sources) {
      const brought = candidates(source, file, at, isFolder);
      for (const candidate of brought) {
        const one: ImageFile =
          stage === undefined
            ? this.ofContext(context, candidate)
            : this.within(context, stage, path.posix.join("/", candidate.path), writes, depth + 1);
        if (one === undefined) return undefined;
        if (typeof one === "object" || found === "none") found = one;
      }
    }
    return found;
  }

  private ofContext(context: string, { path: name, isWhole }: Candidate): ImageFile {
    const file = inContext(context, name);
    const ignored = this.repository.text(path.posix.join(context, ".dockerignore")) ?? "";
    if (ignored.includes(path.posix.basename(file))) return undefined;
    if (this.repository.has(file)) return { file };
    if (!this.repository.lacks(file)) return undefined;
    return isWhole ? "none" : "lacking";
  }

  private mayHave(context: string, source: string): boolean {
    if (/[$*?[]|:\/\//.test(source)) return true;
    return !this.repository.lacks(inContext(context, source));
  }
}

function inContext(context: string, name: string): string {
  return path.posix.normalize(path.posix.join(context, name)).replace(/^\/+/, "");
}
