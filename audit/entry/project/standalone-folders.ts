import type { Fact } from "../../../domain";
import { instructionsOf } from "../../readers/dockerfile/parsed";
import { runText } from "../../readers/dockerfile/run-text";
import { builtForLast } from "../../readers/dockerfile/stages";
import { flagOf, isCopy, sourcesOf } from "./image-instructions";
import { imageOf, type Project, placeOfInstruction, subjectOf } from "./project";

const NAMES = ["js", "mjs", "cjs", "ts", "mts"].map((end) => `next.config.${end}`);
/** What may ask for the folder in another way: another file, a function that is given the settings, a variable. */
const ASKS =
  /standalone|process\.env|\.\.\.|\brequire\s*\(|\bfrom\s+["']\.|\bimport\s*\(|\bwith[A-Z]\w*\s*\(|\bnx\b/;
const FOLDER = /(?:^|\/)\.next\/standalone\/?$/;

/**
 * The folder that Next makes with `output: "standalone"` alone, where an image copies it and nothing asks for it
 * (nextjs.org/docs: output).
 */
export function standaloneFolders(project: Project): readonly Fact[] {
  const { repository } = project;
  const { file = "", text = "" } = imageOf(project) ?? {};
  if (!text.includes(".next/standalone")) return [];
  const configurations = NAMES.flatMap((name) => repository.named(name));
  const packages = repository.named("package.json").map((one) => repository.text(one) ?? "");
  // One package alone: of several, another one may be the one that is built.
  if (packages.length !== 1 || configurations.length > 1 || !/"next"\s*:/.test(packages[0] ?? "")) return [];
  if (/standalone/i.test(packages[0] ?? "")) return [];
  const [configuration] = configurations;
  const settings = configuration === undefined ? "" : (repository.text(configuration) ?? "standalone");
  const plain = settings.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  if (ASKS.test(plain) || /standalone/i.test(text.replaceAll(".next/standalone", ""))) return [];
  const instructions = builtForLast(instructionsOf(text));
  const runs = instructions.filter((one) => one.getKeyword() === "RUN").map(runText);
  if (runs.some((run) => /next\.config|\.next\//.test(run))) return [];
  return instructions.flatMap((one): readonly Fact[] => {
    const source =
      isCopy(one) && flagOf(one, "from") !== undefined
        ? sourcesOf(one).find((name) => FOLDER.test(name))
        : undefined;
    if (source === undefined) return [];
    const instead =
      configuration === undefined
        ? "no next.config.js, which would ask for it"
        : `none, since ${configuration} does not ask for it`;
    const place = placeOfInstruction(file, one);
    return [
      { kind: "unmet-need", ...subjectOf(project), place, of: "standalone folder", by: source, instead },
    ];
  });
}
