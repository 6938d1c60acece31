import path from "node:path";
import { type Fact, factsOf, type Knowable, known, type Place, unknown } from "../../../domain";
import { writtenForm } from "../../../domain/connection-url";
import { isRemote } from "../../../domain/remote-host";
import { placeAt } from "../../../domain/text-place";
import { oncePerPart } from "../../once-per-repository";
import type { Repository } from "../../reader";
import { blank, blanked } from "../../readers/listeners/in-use/blanked";
import { ASPNET } from "../../readers/listeners/in-use/meanings";
import { APPSETTINGS } from "../../readers/listeners/kestrel";
import { YamlTree } from "../../readers/syntax/yaml";
import { folderOf } from "../../services/service-folders";
import type { SourceFile } from "../../walk/source-file";
import type { Chain } from "../chain";
import { dotnetProject } from "../dotnet-program";
import { heldBy } from "../only-where";
import { startedWords } from "../wrappers";
import { type Project, patternOf, subjectOf } from "./project";

/** How a variable names a connection string; the two last are Azure's. */
const VARIABLES = ["CONNECTIONSTRINGS__", "POSTGRESQLCONNSTR_", "CUSTOMCONNSTR_"];
const SECTION = "ConnectionStrings__";
const NPGSQL = /Package(?:Reference|Version)\s+Include="(?:[\w.]*\.)?Npgsql\b/;
const OVERRIDDEN =
  "the settings of all environments name a developer's machine, and a variable may name another";

/** A connection string, as a settings file has it. */
interface Written {
  readonly name: string;
  readonly text: string;
  readonly place: Place;
}

/**
 * The connection strings of a .NET program's own settings files, as far as the deployed program takes them: a variable
 * wins over both files, and the file of its environment over that of all. User secrets are a developer's alone.
 *
 * @see https://learn.microsoft.com/aspnet/core/fundamentals/configuration (default application configuration sources)
 */
export function dotnetConnections(project: Project, { steps }: Chain): readonly Fact[] {
  const { facts, repository } = project;
  const words = startedWords(steps.at(-1)?.text ?? "");
  const folder = folderOfProgram(words, repository);
  if (folder === undefined || words.some((word) => /ConnectionStrings[:_]/i.test(word))) return [];
  const environment = heldBy(ASPNET, facts);
  if (environment?.known !== true) return [];
  const all = stringsOf(path.posix.join(folder, "appsettings.json"), repository);
  const own = stringsOf(path.posix.join(folder, `appsettings.${environment.value}.json`), repository);
  const code = repository.below(folder, ".cs").map((file) => codeOf(repository, file));
  const winning = [...own, ...all.filter(({ name }) => !own.some((one) => isSame(one.name, name)))];
  const strings = winning.filter(({ text }) => text.trim() !== "");
  const counted = strings.filter(({ name }) => !isSet(name, facts) && isNamed(name, code));
  const subject = subjectOf(project);
  const stated = counted.flatMap((string): readonly Fact[] => {
    const written = writtenForm(string.text);
    if (written?.form !== "semicolons") return [];
    const url: Knowable<string> =
      all.includes(string) && isOfDevelopers(written.url) ? unknown(OVERRIDDEN) : known(written.url);
    const { place } = string;
    return [{ kind: "url", ...subject, place, url, driver: known("npgsql"), driverSettings: known({}) }];
  });
  return [...stated, ...wanted(code, strings, facts).map((fact) => ({ ...fact, ...subject }))];
}

/** Whether a fact is one of these: no reader states such a one of these files. */
export function isOfDotnetSettings(fact: Fact): boolean {
  const file = fact.place.source === "file" ? fact.place.file : "";
  if (fact.kind === "wanted-variable") return file.endsWith(".cs") && fact.name.startsWith(SECTION);
  return fact.kind === "url" && APPSETTINGS.test(file);
}

/** The folder of the project that is started; undefined where it is not known, or nothing of it takes Npgsql. */
function folderOfProgram(words: readonly string[], repository: Repository): string | undefined {
  const projects = repository.ending(".csproj");
  const [program = ""] = words[0] === "dotnet" ? words.slice(1) : words;
  const [only, ...others] = projects;
  const named = dotnetProject(path.posix.basename(program), repository);
  const started = named ?? (others.length === 0 ? only : undefined);
  const isNet = named !== undefined || words[0] === "dotnet";
  if (started === undefined || !isNet) return undefined;
  const packages = [...projects, ...repository.named("Directory.Packages.props")];
  const takesNpgsql = packages.some((file) => NPGSQL.test(repository.text(file) ?? ""));
  return takesNpgsql ? folderOf(started) : undefined;
}

function stringsOf(file: string, repository: Repository): readonly Written[] {
  const text = repository.text(file);
  if (text === undefined || !text.includes('"ConnectionStrings"')) return [];
  // .NET takes comments in them, which JSON has not.
  const plain = text.replaceAll(/^[ \t]*\/\/[^\n]*|^[ \t]*\/\*[\s\S]*?\*\//gm, blank);
  const tree = YamlTree.parse({ path: file, text: plain });
  if (!(tree instanceof YamlTree)) return [];
  return tree.entries(tree.value(tree.root, "ConnectionStrings")).flatMap(({ key: name, value }) => {
    const string = tree.text(value);
    return string === undefined ? [] : [{ name, text: string, place: tree.place(value, name) }];
  });
}

/** Code without its comments, made once: each start command of each environment asks for all of it. */
const codeOf = oncePerPart((repository, file: string): SourceFile => {
  const text = repository.text(file) ?? "";
  return { path: file, text: blanked(file, text)?.code ?? text };
});

/** Keys of configuration are the same in small and capital letters. */
const isSame = (one: string, other: string): boolean => one.toUpperCase() === other.toUpperCase();

/** Whether code has the name, alone or behind its section. */
function isNamed(name: string, code: readonly SourceFile[]): boolean {
  const written = new RegExp(`"(?:ConnectionStrings:)?${patternOf(name)}"`, "i");
  return code.some(({ text }) => written.test(text));
}

function isSet(name: string, facts: readonly Fact[]): boolean {
  return factsOf(facts, "variable").some((variable) =>
    VARIABLES.some((prefix) => isSame(variable.name, prefix + name)),
  );
}

/** A loopback address, or a name without a dot, which a compose file's network has. */
function isOfDevelopers(url: string): boolean {
  const [, host = ""] = /^postgresql:\/\/(?:[^@/]*@)?([^:/?]*)/.exec(url) ?? [];
  return !isRemote(host) || host === "host.docker.internal";
}

/** `GetConnectionString("Shop")` without anything in its place. */
const READ = /\bGetConnectionString\(\s*"(\w+)"\s*\)(?!\s*\?\?\s*(?!throw\b))/g;

/** What code reads, and neither a file that is deployed nor a variable has. */
function wanted(code: readonly SourceFile[], strings: readonly Written[], facts: readonly Fact[]) {
  const read = code.flatMap(({ path: file, text }) =>
    [...text.matchAll(READ)].map(({ index, 1: name = "" }) => ({ name, place: placeAt(file, text, index) })),
  );
  return read
    .filter(({ name }) => !isSet(name, facts) && !strings.some((string) => isSame(string.name, name)))
    .map(
      ({ name, place }) =>
        ({
          kind: "wanted-variable",
          name: SECTION + name,
          place,
          required: known(true),
        }) as const,
    );
}
