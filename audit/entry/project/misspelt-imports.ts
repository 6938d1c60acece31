import path from "node:path";
import { type Fact, factsOf, readStartCommand, type Subject } from "../../../domain";
import { simpleCommands } from "../../../domain/start-command/shell";
import { sameSubject } from "../../../domain/stated";
import { placeAt } from "../../../domain/text-place";
import { oncePerPart } from "../../once-per-repository";
import type { Repository } from "../../reader";
import { ModuleGraph } from "../../readers/code/module-graph";
import { ENDINGS, JAVASCRIPT_LANGUAGE } from "../../readers/javascript/language";
import { PYTHON_LANGUAGE } from "../../readers/python/language";
import { fileOf } from "../../services/service-folders";
import { packageScript } from "../command-files";
import type { Entry } from "../entry";
import { findsBesideAlone } from "./beside-alone";
import { type Project, patternOf, subjectOf } from "./project";
import { mayBeInstalled } from "./python-module";

const PYTHON_ENDINGS = [".py"];

/** Imports of own files that the service loads, and that only another spelling of the file's name would find. */
export function misspeltImports(project: Project, entry: Entry): readonly Fact[] {
  const { repository, start } = project;
  const isAlone =
    repository.isWhole === true && start.command.known && findsBesideAlone(project, start.command.value);
  const isOwn = ([first = ""]: readonly string[]): boolean => isAlone && !mayBeInstalled(first, repository);
  const of = { repository, subject: subjectOf(project) };
  const all = [...(entry.reach?.files ?? builtFiles(project, entry))];
  const javaScript = all.filter((file) => JAVASCRIPT_LANGUAGE.accepts(file));
  const python = all.filter((file) => PYTHON_LANGUAGE.accepts(file));
  return [
    ...misspelt(
      of,
      ENDINGS,
      javaScript.length === 0 ? [] : ModuleGraph.of(repository, JAVASCRIPT_LANGUAGE).unresolved(javaScript),
    ),
    ...misspelt(
      of,
      PYTHON_ENDINGS,
      (python.length === 0 ? [] : ModuleGraph.of(repository, PYTHON_LANGUAGE).unresolved(python)).map(
        ({ wanted: { level, module }, ...lost }) => ({
          ...lost,
          wanted: `${".".repeat(level)}${module.join(".")}`,
          // Of packages that are installed too the first name has to be a folder's own.
          exact: level > 0 || isOwn(module) ? "" : (module[0] ?? ""),
        }),
      ),
    ),
  ];
}

/** What the framework of a server builds of itself, by the server's program: files from which imports start. */
const BUILT: Readonly<Record<string, RegExp>> = {
  // nextjs.org/docs/app/getting-started/project-structure
  next: /^(?:src\/)?(?:pages\/(?:.*\/)?[^/]+|app\/(?:.*\/)?(?:page|layout|route|template|default|error|loading|not-found))\.[jt]sx?$/,
  // reactrouter.com/start/framework/routing
  "react-router-serve": /^app\/(?:root|entry\.\w+|routes\/(?:.*\/)?[^/]+)\.[jt]sx?$/,
  // vite.dev/guide: `index.html` names it
  vite: /^src\/(?:main|index)\.[jt]sx?$/,
};

/** The files that a framework's build reads, where what is started is its server. */
function builtFiles({ bases, repository }: Project, { end, steps }: Entry): readonly string[] {
  const command = end.is === "server" ? steps.at(-1)?.text : undefined;
  const program = command === undefined ? undefined : readStartCommand(command)?.program;
  const form = program === undefined || !Object.hasOwn(BUILT, program) ? undefined : BUILT[program];
  if (form === undefined) return [];
  const base = bases.find((one) => repository.has(path.posix.join(one, "package.json"))) ?? "";
  const files = ENDINGS.flatMap((ending) => repository.below(base.replace(/^\.?\/?$/, ""), ending));
  const roots = files.filter((file) => form.test(path.posix.relative(base, file)));
  return roots.length === 0 ? [] : [...ModuleGraph.of(repository, JAVASCRIPT_LANGUAGE).reach(roots).files];
}

/** Builds of sites, which the same files start (vite.dev/guide; create-react-app.dev/docs/folder-structure). */
const SITE_BUILD = /^(?:(?:npx|pnpm|yarn|bunx?)\s+)?(?:vite|react-scripts)\s+build\b/;

/** The manifest of a site is what runs the script. */
const RUNS_BUILD =
  /^\s*buildCommand:[^\n#]*\b(?:npm|pnpm|bun)\s+run\s+build\b|^\s*buildCommand:[^\n#]*\b(?:yarn|pnpm)\s+build\b/m;

/** The same of a site, which a platform builds, and starts nothing of. */
export function misspeltInSites(
  facts: readonly Fact[],
  folder: string,
  repository: Repository,
): readonly Fact[] {
  return factsOf(facts, "platform").flatMap((site): readonly Fact[] => {
    if (site.type !== "static" || site.isElsewhere === true) return [];
    const base = path.posix.normalize(site.rootDirectory ?? (folder || ".")).replace(/^\.$|\/$/, "");
    const script = packageScript(repository, path.posix.join(base, "package.json"), "build");
    if (script === undefined || script === "none") return [];
    const builds = simpleCommands(script.text).some(({ words }) => SITE_BUILD.test(words.join(" ")));
    if (!builds || !RUNS_BUILD.test(repository.text(fileOf(site)) ?? "")) return [];
    const files = ENDINGS.flatMap((ending) => repository.below(base, ending));
    const roots = files.filter((file) => BUILT.vite?.test(path.posix.relative(base, file)));
    if (roots.length === 0) return [];
    const graph = ModuleGraph.of(repository, JAVASCRIPT_LANGUAGE);
    const lost = graph.unresolved([...graph.reach(roots).files]);
    return misspelt({ repository, subject: sameSubject(site) }, ENDINGS, lost);
  });
}

interface Lost {
  readonly file: string;
  readonly wanted: string;
  readonly targets: readonly string[];
  /** A folder on the way that must be written as it is. */
  readonly exact?: string;
}

/** All files of a language's endings by their names in small letters. */
const spellings = oncePerPart((repository, endings: readonly string[]): ReadonlyMap<string, string> => {
  const files = endings.flatMap((ending) => repository.ending(ending));
  return new Map(files.map((file) => [file.toLowerCase(), file]));
});

function misspelt(
  { repository, subject }: { readonly repository: Repository; readonly subject: Subject },
  endings: readonly string[],
  lost: readonly Lost[],
): readonly Fact[] {
  if (lost.length === 0) return [];
  const spelt = spellings(repository, endings);
  return lost.flatMap(({ file, wanted, targets, exact = "" }): readonly Fact[] => {
    const actual = targets
      .map((target) => spelt.get(target.toLowerCase()))
      .find((found) => found !== undefined && (exact === "" || found.split("/").includes(exact)));
    if (actual === undefined) return [];
    const text = repository.text(file) ?? "";
    const written = patternOf(wanted);
    const at = text.search(
      new RegExp(`["'\`]${written}["'\`]|(?<=^[ \\t]*(?:from|import)[ \\t]+)${written}(?![\\w.])`, "m"),
    );
    if (isTried(text, Math.max(0, at))) return [];
    return [
      {
        kind: "misspelt-import",
        ...subject,
        place: placeAt(file, text, Math.max(0, at)),
        wanted,
        file: actual,
      },
    ];
  });
}

/** Whether Python tries the import, and goes on without it. */
function isTried(text: string, at: number): boolean {
  const lines = text.slice(0, at).split("\n");
  const indent = /^\s*/.exec(lines.at(-1) ?? "")?.[0].length ?? 0;
  const before = lines
    .slice(0, -1)
    .findLast((line) => line.trim() !== "" && (/^\s*/.exec(line)?.[0].length ?? 0) < indent);
  return before !== undefined && /^\s*try\s*:/.test(before);
}
