import { type Fact, known } from "../../../domain";
import { flagValues } from "../../../domain/start-command/flag-value";
import type { Chain } from "../chain";
import { startedWords } from "../wrappers";
import { installWithout } from "./development-packages";
import { jsonFields, record } from "./json-fields";
import { imageOf, type Project, subjectOf } from "./project";
import type { RunningCommand } from "./running-commands";

/** What Node loads before the program (nodejs.org/api/cli.html). */
const FLAGS = ["--import", "--loader", "--experimental-loader", "-r", "--require"];
/** Loaders of TypeScript that hardly any package for production brings, and those that do. */
const RARE = /^(?:tsx|ts-node|@swc-node\/register|esbuild-register)$/;
const BRINGS =
  /payload|drizzle-kit|mastra|trigger|email|prisma|wrangler|typeorm|mikro-orm|tsx|ts-node|swc|esbuild|adonis|moleculer|jest|vite|nuxt|keystone|medusa|strapi|workspace|tsoa|graphql|cli$/;

/** A loader that Node is given by an option, and that the image's install leaves out: ERR_MODULE_NOT_FOUND. */
export function developmentLoaders(
  project: Project,
  { steps }: Chain,
  commands: readonly RunningCommand[],
): readonly Fact[] {
  const { repository } = project;
  const last = steps.at(-1);
  const [program, ...words] = startedWords(last?.text ?? "");
  const install = installWithout(project, commands);
  if (last === undefined || program !== "node" || install === undefined || imageOf(project) === undefined)
    return [];
  // Behind the file's name the options are the program's own.
  const end = words.findIndex((word, at) => !word.startsWith("-") && !FLAGS.includes(words[at - 1] ?? ""));
  const names = flagValues(end < 0 ? words : words.slice(0, end), FLAGS).flatMap(
    (value) => /^(@[\w.-]+\/[\w.-]+|[a-z][\w.-]*)(?:\/|$)/.exec(value)?.[1] ?? [],
  );
  const manifest = install.fileAt("package.json", () => false);
  const lock = install.fileAt("package-lock.json", () => false);
  const fields = typeof manifest === "object" ? jsonFields(repository.text(manifest.file)) : undefined;
  if (fields === undefined || "workspaces" in fields || "bundledDependencies" in fields) return [];
  const locked =
    typeof lock === "object" ? record(jsonFields(repository.text(lock.file))?.packages) : undefined;
  const groups = ["dependencies", "optionalDependencies", "peerDependencies"].map((group) =>
    Object.keys(record(fields[group]) ?? {}),
  );
  const installed = groups.flat();
  const isLeftOut = (name: string): boolean =>
    locked === undefined
      ? RARE.test(name) && !installed.some((one) => BRINGS.test(one))
      : record(locked[`node_modules/${name}`])?.dev === true;
  return names
    .filter((name) => name in (record(fields.devDependencies) ?? {}) && !installed.includes(name))
    .filter(isLeftOut)
    .map((name) => ({
      kind: "requirement",
      ...subjectOf(project),
      place: last.place,
      program: name,
      package: name,
      file: "dependencies",
      listed: known(false),
      isLoaded: true,
    }));
}
