import path from "node:path";
import type { Instruction } from "dockerfile-ast";
import type { Fact, Place } from "../../../domain";
import type { BuildContext } from "../../../domain/command-fact";
import { oncePerPart, oncePerRepository } from "../../once-per-repository";
import type { Repository } from "../../reader";
import { hasHeredoc, instructionsOf } from "../../readers/dockerfile/parsed";
import { builtForLast } from "../../readers/dockerfile/stages";
import { type BuiltImage, builtImages } from "./build-contexts";
import { contextList, leftOutBy } from "./context-list";
import { flagOf, isCopy, sourcesOf } from "./image-instructions";
import { onlyNamed, type Project, patternOf, placeOfInstruction, subjectOf } from "./project";

/** One source that an instruction takes from the context, from the context's folder. */
interface Source {
  readonly file: string;
  readonly command: string;
  readonly place: Place;
}

/** What a build makes, so that a machine may have it where the repository has not. */
const MADE =
  /(?:^|\/)(?:dist|build|out|lib|libs|target|bin|obj|publish|public|static|release|artifacts?|generated|node_modules|vendor|_build|\.(?:next|output|nuxt|svelte-kit|vercel|docusaurus|vitepress|cache|venv|gradle|mvn)|env)(?:\/|$)|\.(?:jar|war|whl|deb|tgz|tar|gz|zip|pem|crt|key)$/;

/** What images copy from a context that does not have it: the build ends there (docs.docker.com/reference/dockerfile: COPY). */
export function missingSources(project: Project): readonly Fact[] {
  // What a submodule holds is in another repository.
  if (project.repository.has(".gitmodules")) return [];
  return builtImages(project).flatMap((image) => missingOf(image, project));
}

function missingOf(image: BuiltImage, project: Project): readonly Fact[] {
  const { repository } = project;
  const text = repository.text(image.file);
  if (text === undefined || hasHeredoc(text)) return [];
  const sources = builtForLast(instructionsOf(text)).flatMap((one) => takenBy(one, image.file));
  const isThere = (file: string): boolean => image.contexts.some((context) => has(context, file, repository));
  // Where nothing says what the folder is, what else is copied shows whether it is one of these.
  if (!hasCode(repository)) return [];
  const isSure = image.of !== "unsaid" || sources.some(({ file }) => file !== "" && isThere(file));
  return sources.flatMap(({ file, place, command }): readonly Fact[] => {
    if (file === "") return [];
    const lacking = image.contexts.map((context) => lackedIn(context, image.file, file, repository));
    const [context, ...others] = lacking;
    if (context === undefined || others.includes(undefined)) return [];
    const unsure = unsureOf(file, context, image, repository) ?? (isSure ? undefined : UNSAID);
    const elsewhere = context.leftOutBy === undefined ? onlyNamed(file, repository) : undefined;
    return [
      {
        kind: "missing-file",
        ...subjectOf(project),
        place,
        file,
        command,
        elsewhere,
        by: "Dockerfile",
        context,
        ...(unsure !== undefined && { unsure }),
      },
    ];
  });
}

/** Manifests alone are a part of a repository. */
function hasCode(repository: Repository): boolean {
  const ends = [
    "py",
    "js",
    "ts",
    "mjs",
    "tsx",
    "jsx",
    "rb",
    "ru",
    "go",
    "rs",
    "java",
    "kt",
    "cs",
    "php",
    "ex",
    "html",
  ];
  return ends.some((end) => repository.ending(`.${end}`).length > 0);
}

const UNSAID = "nothing says from which folder the image is built";

/** The sources of an instruction that are written out. */
function takenBy(one: Instruction, image: string): readonly Source[] {
  const place = placeOfInstruction(image, one);
  const written = (file: string): boolean => !/[$*?[\]\\]|:\/\/|^git@|\.git(?:#|$)/.test(file);
  if (isCopy(one) && flagOf(one, "from") === undefined) {
    const command = `${one.getKeyword()} ${sourcesOf(one).join(" ")}`;
    return sourcesOf(one)
      .filter(written)
      .map((file) => ({ file: fromRoot(file), command, place }));
  }
  if (one.getKeyword() !== "RUN") return [];
  const mounts = [...one.getTextContent().matchAll(/--mount=(\S+)/g)];
  return mounts.flatMap(([command, given = ""]) => {
    const options = new Map(
      given.split(",").map((option): [string, string] => {
        const [key = "", value = ""] = option.split("=");
        return [key, value];
      }),
    );
    const file = options.get("source") ?? options.get("src") ?? "";
    const isBind = (options.get("type") ?? "bind") === "bind" && !options.has("from");
    return isBind && written(file) ? [{ file: fromRoot(file), command, place }] : [];
  });
}

/** A context has nothing above it: `../shared` is `shared` in it. */
const fromRoot = (file: string): string => path.posix.join("/", file).replace(/^\/|\/$/g, "");

const inContext = (context: string, file: string): string =>
  path.posix.normalize(path.posix.join(context, file)).replace(/\/$/, "");

function has(context: string, file: string, repository: Repository): boolean {
  const at = inContext(context, file);
  return repository.has(at) || repository.below(at, "").length > 0;
}

/** Undefined where the context has the file, or may have it. */
function lackedIn(
  context: string,
  image: string,
  file: string,
  repository: Repository,
): BuildContext | undefined {
  if (repository.lacks(inContext(context, file))) return { folder: context };
  const list = contextList(image, context, repository);
  const line = list === undefined ? undefined : leftOutBy(list, file);
  return list === undefined || line === undefined
    ? undefined
    : { folder: context, leftOutBy: { line, file: list.file } };
}

const LOCKS = [
  ...["package-lock.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb", "uv.lock", "poetry.lock"],
  ...["Pipfile.lock", "Gemfile.lock", "composer.lock", "go.sum", "Cargo.lock", "mix.lock", "pdm.lock"],
];
const NO_LOCKS = "no lock file is in what is read, which may be a part of the repository";

/** Whether no lock file is there at all, although git may have one, and the project one to write. */
function isWithoutLocks(name: string, at: string, repository: Repository): boolean {
  if (LOCKS.some((lock) => repository.named(lock).length > 0) || repository.ignores(at)) return false;
  const module = repository.text(path.posix.join(path.posix.dirname(at), "go.mod"));
  return name !== "go.sum" || module === undefined || /^\s*require\b/m.test(module);
}

/** Why a machine may have what the repository has not, where a build is not made of the commit alone. */
function unsureOf(
  file: string,
  { folder, leftOutBy: isKeptOut }: BuildContext,
  { of }: BuiltImage,
  repository: Repository,
): string | undefined {
  if (isKeptOut !== undefined) return undefined;
  const name = path.posix.basename(file);
  if (LOCKS.includes(name) && isWithoutLocks(name, inContext(folder, file), repository)) return NO_LOCKS;
  if (of === "commit") return undefined;
  if (MADE.test(file) || repository.ignores(inContext(folder, file)) || isMentioned(repository, name))
    return `a step before the image's build may make ${file}`;
  return undefined;
}

/** Whether a build beside the image names the file. */
const isMentioned = oncePerPart((repository, name: string): boolean => {
  const word = new RegExp(`(?<![\\w.-])${patternOf(name)}(?![\\w-])`);
  return buildFiles(repository).some((one) => word.test(repository.text(one) ?? ""));
});

const buildFiles = oncePerRepository((repository): readonly string[] => [
  ...["Makefile", "justfile", "Taskfile.yml", "Taskfile.yaml", "package.json"].flatMap((one) =>
    repository.named(one),
  ),
  ...[".yml", ".yaml"].flatMap((end) => [
    ...repository.below(".github", end),
    ...repository.ending(end).filter((one) => /(?:^|\/)\.(?:gitlab-ci|goreleaser|travis)/.test(one)),
  ]),
  ...repository.ending(".sh"),
]);
