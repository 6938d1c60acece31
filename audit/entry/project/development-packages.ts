import { type Fact, known } from "../../../domain";
import { placeAt } from "../../../domain/text-place";
import type { Entry } from "../entry";
import { jsonFields, record } from "./json-fields";
import { imageOf, type Project, patternOf, subjectOf } from "./project";
import type { RunningCommand } from "./running-commands";

const INSTALL =
  /^(?:npm (?:ci|clean-install|install|i)|pnpm (?:i|install)|yarn(?: install)?|bun (?:i|install))(?= --|$)/;
const WITHOUT = / (?:--omit[= ]dev|--production(?!=false)|--prod(?!=false)|--only[= ]prod(?:uction)?)(?= |$)/;

/** Packages for development that the program loads, and that its image does not install (docs.npmjs.com/cli/commands/npm-ci: omit). */
export function developmentPackages(
  project: Project,
  entry: Entry,
  commands: readonly RunningCommand[],
): readonly Fact[] {
  const { repository } = project;
  const install = installWithout(project, commands);
  if (install === undefined) return [];
  const found = install.fileAt("package.json", () => false);
  const lock = install.fileAt("package-lock.json", () => false);
  const fields = typeof found === "object" ? jsonFields(repository.text(found.file)) : undefined;
  const packages =
    typeof lock === "object" ? record(jsonFields(repository.text(lock.file))?.packages) : undefined;
  if (typeof found !== "object" || fields === undefined || packages === undefined) return [];
  const manifest = repository.text(found.file) ?? "";
  const loaded = [...(entry.reach?.files ?? [])]
    .filter((file) => /\.[cm]?js$/.test(file))
    .map((file) => repository.text(file) ?? "");
  const apart = Object.keys(record(fields.devDependencies) ?? {}).filter(
    (name) =>
      !["dependencies", "optionalDependencies", "peerDependencies"].some(
        (group) => name in (record(fields[group]) ?? {}),
      ),
  );
  return apart.flatMap((name): readonly Fact[] => {
    // What a package for production needs too has no such mark.
    if (record(packages[`node_modules/${name}`])?.dev !== true || !loaded.some((code) => loads(code, name)))
      return [];
    const at = manifest.indexOf(`"${name}"`, manifest.indexOf('"devDependencies"'));
    const place = placeAt(found.file, manifest, Math.max(at, 0));
    const what = {
      program: name,
      package: name,
      file: "dependencies",
      listed: known(false),
      isLoaded: true as const,
    };
    return [{ kind: "requirement", ...subjectOf(project), place, ...what }];
  });
}

/** The only command by which an image has its packages, where that leaves out those for development. */
export function installWithout(
  project: Project,
  commands: readonly RunningCommand[],
): RunningCommand | undefined {
  const { text = "" } = imageOf(project) ?? {};
  const installs = commands.filter(({ words }) => INSTALL.test(words.join(" ")));
  const isWhole = installs.some((one) => !omits(one, text));
  // Any other install, or a stage's folder of packages, may bring what is missing.
  const others = text.match(/\b(?:npm|pnpm|yarn|bun)\s+(?:ci|clean-install|install|i|add)\b/g) ?? [];
  return isWhole || others.length !== installs.length || /node_modules/.test(text) ? undefined : installs[0];
}

/** Whether an install leaves out what is for development: by an option, or by what is set before it. */
function omits({ words, place }: RunningCommand, image: string): boolean {
  const command = words.join(" ");
  if (/ --include[= ]dev| --production=false| --prod=false/.test(command)) return false;
  if (WITHOUT.test(command)) return true;
  const line = place.source === "file" ? (place.line ?? 0) : 0;
  const before = image.split("\n").slice(0, line);
  return (
    before.slice(0, -1).some((one) => /^\s*ENV\s.*\bNODE_ENV[= ]["']?production\b/.test(one)) ||
    /\bNODE_ENV=production\s+(?:npm|pnpm|yarn|bun)\b/.test(before.at(-1) ?? "")
  );
}

/** A statement at the beginning of its line, which no condition is around. */
function loads(code: string, name: string): boolean {
  const from = `["']${patternOf(name)}(?:/[^"']*)?["']`;
  return new RegExp(
    `^(?:(?:const|let|var)\\s[^;\\n]*=\\s*require\\(${from}\\)|require\\(${from}\\)|import\\s(?:[^;"'\\n]*from\\s*)?${from})`,
    "m",
  ).test(code.replaceAll(/\/\*[\s\S]*?\*\//g, ""));
}
