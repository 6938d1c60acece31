import path from "node:path";
import { Copy, type Instruction, Workdir } from "dockerfile-ast";
import { type WebServerImage, webServerImage } from "../../../domain/web-server";
import type { Repository } from "../../reader";
import { instructionsOf } from "../../readers/dockerfile/parsed";
import { runText } from "../../readers/dockerfile/run-text";
import { baseImage, lastImage } from "../../readers/dockerfile/stages";
import { folderName } from "../folders";
import { isNamedBy } from "./glob";
import type { ImageFile } from "./image-file";
import { substitutes } from "./substitutions";

/** The settings that an image has in the end, and what stops one from knowing them. */
export interface ImageSettings {
  readonly image?: WebServerImage;
  readonly files: ReadonlyMap<string, ImageFile>;
  readonly open?: { readonly why: string; readonly file: string; readonly line: number };
}

/** What a file copied from a build stage, or a command of the build, leaves unknown. */
const HARMLESS =
  /^\s*(?:set\s+-\S+|chown|chmod|chgrp|mkdir|touch|adduser|addgroup|useradd|usermod|echo\s+[^>]*$|ln\s+-sf?\s+\/dev\/std|nginx\s+-t|caddy\s+(?:fmt|validate)|a2en(?:mod|site)|a2dismod)\b/;

/**
 * The settings of a web server in the image that a Dockerfile builds: what its base brings, and what is copied, removed
 * and replaced by `sed`.
 *
 * @param settings what the paths that count have
 * @param contexts the folders that the image may be built from, the likeliest first
 */
export function imageSettings(
  dockerfile: string,
  settings: { readonly paths: (file: string) => boolean; readonly words: RegExp },
  contexts: readonly string[],
  repository: Repository,
): ImageSettings {
  const text = repository.text(dockerfile) ?? "";
  const { instructions } = lastImage(instructionsOf(text));
  const [first] = instructions;
  const image = webServerImage(baseImage(instructions));
  const files = new Map<string, ImageFile>();
  for (const [at, own] of Object.entries(image?.files ?? {}))
    files.set(at, { path: at, text: own, file: dockerfile, line: lineOf(first) });
  let open: ImageSettings["open"];
  let folder = "/";
  for (const one of instructions) {
    if (one instanceof Workdir) folder = path.posix.resolve(folder, one.getPath() ?? "");
    else if (one instanceof Copy || one.getKeyword() === "ADD")
      for (const file of copied(one, folder, contexts, repository))
        if (settings.paths(file.path)) files.set(file.path, file);
    if (one.getKeyword() === "RUN")
      open ??= runs(one, settings.words, files, dockerfile)
        ? { why: CHANGED, file: dockerfile, line: lineOf(one) }
        : undefined;
  }
  return { ...(image && { image }), files, ...(open && { open }) };
}

const CHANGED = "the server's settings are changed when the image is built";

const lineOf = (one: Instruction | undefined): number => (one?.getRange().start.line ?? 0) + 1;

/** Folders that the images have, so that a copy goes into them. */
const FOLDERS =
  /\.d$|\/(?:templates|conf|caddy|frankenphp|nginx|haproxy|traefik|apache2|sites-(?:available|enabled))$/;

/** The files that an instruction copies, by their place in the image. */
function copied(
  one: Instruction,
  folder: string,
  contexts: readonly string[],
  repository: Repository,
): readonly ImageFile[] {
  const words = one.getArguments().map((word) => word.getValue());
  const given = words
    .filter((word) => !word.startsWith("--"))
    .map((word) => word.replaceAll(/^\[?["']|["'],?\]?$/g, ""));
  const to = given.at(-1);
  if (to === undefined || given.length < 2) return [];
  const target = path.posix.resolve(folder, to);
  const into = to.endsWith("/") || to === "." || given.length > 2 || FOLDERS.test(target);
  const staged = one instanceof Copy && one.getFromFlag() !== null;
  return given.slice(0, -1).flatMap((source) => {
    const plain = source.replace(/^\.?\//, "");
    const file = staged ? onlyOf(plain, repository) : at(plain, contexts, repository);
    if (file !== undefined)
      return imageFile(into ? path.posix.join(target, path.posix.basename(plain)) : target, file, repository);
    if (staged) return [];
    const below = contexts.map((base) => folderName(path.posix.join(base, plain)));
    const from = below.find((one) => repository.below(one, "").length > 0) ?? "";
    const pattern = plain.includes("*");
    const all = pattern ? matching(plain, contexts, repository) : repository.below(from, "");
    return all.map((name) => {
      const rest = pattern ? path.posix.basename(name) : name.slice(from === "" ? 0 : from.length + 1);
      return imageFile(path.posix.join(target, rest), name, repository);
    });
  });
}

function matching(pattern: string, contexts: readonly string[], repository: Repository): readonly string[] {
  return contexts.flatMap((base) => {
    const whole = folderName(path.posix.join(base, pattern));
    return repository
      .below(folderName(path.posix.dirname(whole)), "")
      .filter((file) => isNamedBy(file, whole));
  });
}

function at(name: string, contexts: readonly string[], repository: Repository): string | undefined {
  return contexts.map((base) => path.posix.join(base, name)).find((file) => repository.has(file));
}

/** A stage of the build copies the repository: the file of this name, where there is one. */
function onlyOf(name: string, repository: Repository): string | undefined {
  const found = repository.named(path.posix.basename(name));
  return found.length === 1 ? found[0] : undefined;
}

/** Read only where it is asked for: a whole site may be copied. */
function imageFile(to: string, file: string, repository: Repository): ImageFile {
  return {
    path: to,
    file,
    get text() {
      return repository.text(file) ?? "";
    },
  };
}

/** Applies what a RUN does to the settings; whether it does more than is known. */
function runs(
  one: Instruction,
  settings: RegExp,
  files: Map<string, ImageFile>,
  dockerfile: string,
): boolean {
  const text = runText(one);
  if (!settings.test(text)) return false;
  return text.split(/&&|;(?=\s)|\|\|/).some((command) => {
    if (!settings.test(command) || HARMLESS.test(command)) return false;
    const removed = /^\s*(?:rm|unlink)\s+(?:-\w+\s+)*(.+)$/.exec(command)?.[1];
    if (removed !== undefined) {
      for (const name of removed.trim().split(/\s+/))
        for (const file of [...files.keys()])
          if (file === name || file.startsWith(`${name.replace(/\/\*$/, "")}/`)) files.delete(file);
      return false;
    }
    return !substitutes(command, files, { file: dockerfile, line: lineOf(one) });
  });
}
