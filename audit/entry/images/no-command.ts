import type { Fact } from "../../../domain";
import type { Repository } from "../../reader";
import { instructionsOf } from "../../readers/dockerfile/parsed";
import { baseImage, lastImage } from "../../readers/dockerfile/stages";
import { placeOfInstruction } from "../project/project";
import { type BuiltFile, builtFiles } from "./built-files";
import { unknownInstructions } from "./unknown-instruction";

/**
 * What official images start that have no server: a shell, or an interpreter that ends where nothing is typed in
 * (github.com/docker-library: CMD of each Dockerfile; November 2026).
 */
const BARE: readonly (readonly [name: string, starts: string, tag?: RegExp])[] = [
  ["python", "python3"],
  ["pypy", "pypy3"],
  ["node", "node"],
  ["ruby", "irb"],
  ["php", "php -a", /^(?!.*(?:apache|fpm|frankenphp))/],
  ["elixir", "iex"],
  ["erlang", "erl"],
  ["openjdk", "jshell or a shell"],
  ["eclipse-temurin", "jshell or a shell"],
  ["amazoncorretto", "a shell"],
  ["golang", "a shell"],
  ["rust", "a shell"],
  ["buildpack-deps", "a shell"],
  ["alpine", "a shell"],
  ["busybox", "a shell"],
  ["debian", "a shell"],
  ["ubuntu", "a shell"],
];

/** What is wrong with the images that are built: they start nothing, or Docker refuses a line. */
export function imageNeeds(facts: readonly Fact[], repository: Repository): readonly Fact[] {
  const built = builtFiles(facts, repository);
  const files = new Map(built.map((one) => [one.file, one]));
  return [
    ...built.filter(({ startsAlone }) => startsAlone).flatMap((one) => noCommand(one, repository)),
    ...[...files.values()].flatMap((one) => unknownInstructions(one, repository)),
  ];
}

/** An image whose stages say no command, of a base that starts no server. */
function noCommand({ file, subject }: BuiltFile, repository: Repository): readonly Fact[] {
  const text = repository.text(file) ?? "";
  const all = instructionsOf(text);
  const { instructions } = lastImage(all);
  if (instructions.some((one) => /^(?:CMD|ENTRYPOINT)$/.test(one.getKeyword()))) return [];
  const instead = startedBy(baseImage(instructions));
  const last = all.findLast((one) => one.getKeyword() === "FROM");
  if (instead === undefined || last === undefined) return [];
  const place = placeOfInstruction(file, last);
  return [{ kind: "unmet-need", ...subject, place, of: "command of the image", by: file, instead }];
}

function startedBy(image: string): string | undefined {
  const plain = image
    .replace(/^(?:docker\.io\/|public\.ecr\.aws\/docker\/(?=library\/))/, "")
    .replace(/^library\//, "")
    .replace(/@sha256:.*$/, "");
  const [, name, tag = ""] = /^([a-z-]+)(?::([\w.-]+))?$/.exec(plain) ?? [];
  // An image of this kind has a command of its own (github.com/docker-library: onbuild).
  if (name === undefined || tag.includes("onbuild")) return undefined;
  return BARE.find(([of, , tags]) => of === name && tags?.test(tag) !== false)?.[1];
}
