import { factsOf } from "../../../domain";
import type { RuntimeFact } from "../../../domain/repository-fact";
import { WHEELS } from "../../../domain/runtimes";
import { placeAt } from "../../../domain/text-place";
import { packageName } from "../../readers/python/package-name";
import { compiledFor } from "./compiled-for";
import { type Asked, fileOfProject, type Project } from "./project";

type Language = RuntimeFact["language"];

/** Where each language's projects say it, and how the range is made one of npm's notation. */
const ASKING: readonly {
  readonly language: Language;
  readonly file: string;
  readonly form: RegExp;
  readonly range: (written: string) => string;
  /** The command of a build that looks at it, where not all do. */
  readonly where?: RegExp;
  /** The command of a build that ends for another version, where the language's own tools go on. */
  readonly refusedBy?: RegExp;
}[] = [
  {
    // packaging.python.org/specifications/version-specifiers
    language: "python",
    file: "pyproject.toml",
    form: /^\s*requires-python\s*=\s*["']([^"'\n]+)["']/m,
    range: pythonRange,
    // packaging.python.org/guides/dropping-older-python-versions: pip refuses to install the project itself
    refusedBy: /\bpip3?\s+install\b(?:\s+--?[\w-]+)*\s+(?:-e\s+)?["']?\.(?:\[[\w,-]+\])?["']?(?=\s|$)/,
  },
  {
    language: "python",
    file: "pyproject.toml",
    form: /^\[tool\.poetry\.dependencies\][^[]*?^\s*python\s*=\s*["']([^"'\n]+)["']/m,
    range: pythonRange,
  },
  {
    // pipenv.pypa.io, `--deploy`: it aborts where the Python is another one
    language: "python",
    file: "Pipfile",
    form: /^\[requires\][^[]*?^\s*python_(?:full_)?version\s*=\s*["'](\d+(?:\.\d+){1,2})["']/m,
    range: (version) => version,
    where: /\bpipenv\b[^\n&;|]*\s--deploy\b/,
  },
  // go.dev/ref/mod: the least version
  {
    language: "go",
    file: "go.mod",
    form: /^go\s+(\d+(?:\.\d+){1,2})\s*$/m,
    range: (version) => `>=${version}`,
  },
  // bundler.io/guides/gemfile_ruby
  { language: "ruby", file: "Gemfile", form: /^\s*ruby\s+["']([^"'\n]+)["']\s*$/m, range: rubyRange },
  // doc.rust-lang.org/cargo/reference/rust-version
  {
    language: "rust",
    file: "Cargo.toml",
    form: /^\s*rust-version\s*=\s*["'](\d+(?:\.\d+){0,2})["']/m,
    range: (version) => `>=${version}`,
  },
];

export function askedVersions(language: Language, project: Project): readonly Asked[] {
  const stated = ASKING.filter((row) => row.language === language).flatMap(
    ({ file: name, form, range, where, refusedBy }) => {
      if (where !== undefined && !isBuiltBy(where, project)) return [];
      const found = fileOfProject(project, name);
      const match = found === undefined ? null : form.exec(found.text);
      const written = match?.[1];
      if (found === undefined || match === null || written === undefined) return [];
      const at = match.index + match[0].lastIndexOf(written);
      const askedAt = placeAt(found.file, found.text, at);
      const isRefused = refusedBy !== undefined && isBuiltBy(refusedBy, project);
      return [
        {
          asked: range(written),
          written: `\`${written}\``,
          askedBy: name,
          askedAt,
          ...(isRefused && { isRefused }),
        },
      ];
    },
  );
  if (language === "php") return composer(project);
  if (language === "java" || language === "dotnet") return compiledFor(language, project);
  if (language === "node") return [...stated, ...engines(project)];
  return language === "python" ? [...stated, ...wheels(project)] : stated;
}

/** Whether the platform or the image builds the project by such a command. */
function isBuiltBy(command: RegExp, { start, facts, repository }: Project): boolean {
  const image = start.place.source === "file" ? (repository.text(start.place.file) ?? "") : "";
  return (
    factsOf(facts, "platform-command").some(
      (fact) => fact.command.known && command.test(fact.command.value),
    ) || command.test(image)
  );
}

/** docs.npmjs.com/cli/configuring-npm/package-json: engines */
function engines(project: Project): readonly Asked[] {
  const found = fileOfProject(project, "package.json");
  const match =
    found === undefined ? null : /"engines"\s*:\s*\{[^{}]*?"node"\s*:\s*"([^"\n]+)"/.exec(found.text);
  const written = match?.[1];
  if (found === undefined || match === null || written === undefined) return [];
  const askedAt = placeAt(found.file, found.text, match.index + match[0].lastIndexOf(written));
  return [{ asked: written, written: `\`${written}\``, askedBy: "package.json", askedAt }];
}

/**
 * getcomposer.org/doc/04-schema.md#require: what composer refuses to install for, and what its autoloader asks when it is
 * loaded (getcomposer.org/doc/06-config.md#platform-check).
 */
function composer(project: Project): readonly Asked[] {
  const found = fileOfProject(project, "composer.json");
  const match =
    found === undefined ? null : /"require"\s*:\s*\{[^{}]*?"php"\s*:\s*"([^"\n]+)"/.exec(found.text);
  const written = match?.[1];
  if (found === undefined || match === null || written === undefined) return [];
  if (
    isBuiltBy(/--ignore-platform-reqs?\b/, project) ||
    /"platform-check"\s*:\s*false|"platform"\s*:/.test(found.text)
  )
    return [];
  const askedAt = placeAt(found.file, found.text, match.index + match[0].lastIndexOf(written));
  return [{ asked: composerRange(written), written: `\`${written}\``, askedBy: "composer.json", askedAt }];
}

/** getcomposer.org/doc/articles/versions.md: `~8.1` is below 9, a single bar is an or, and a comma an and. */
function composerRange(written: string): string {
  return written
    .split(/\s*\|\|?\s*/)
    .map((part) => part.replaceAll(",", " ").replaceAll(/~\s*(\d+\.\d+)(?![\d.])/g, "^$1"))
    .join(" || ");
}

/** A pinned package that has no wheel for newer versions of Python. */
function wheels(project: Project): readonly Asked[] {
  const found = fileOfProject(project, "requirements.txt");
  if (found === undefined) return [];
  return [...found.text.matchAll(/^\s*([\w.-]+)\s*==\s*(\d+(?:\.\d+)*)\s*(?:$|[;#])/gm)].flatMap((match) => {
    const [whole, name = "", version = ""] = match;
    const row = WHEELS.value.find((one) => one.package === packageName(name));
    if (row === undefined || !isBefore(version, row.since)) return [];
    const askedAt = placeAt(found.file, found.text, match.index + whole.search(/\S/));
    const written = `a version before ${row.python}`;
    return [{ asked: `<${row.python}`, written, askedBy: `${name} ${version}`, askedAt }];
  });
}

function isBefore(version: string, since: string): boolean {
  const [one, other] = [version, since].map((text) => text.split(".").map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (one?.[index] ?? 0) - (other?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** `>=3.11,<4`, `~=3.11`, `==3.12.*`; poetry's `^3.11` and `~3.11` are npm's too. */
function pythonRange(written: string): string {
  return written
    .split(",")
    .map((part) => part.trim())
    .filter((part) => !part.startsWith("!="))
    .map((part) =>
      part
        .replace(/^==\s*/, "")
        .replace(/\.\*$/, "")
        .replace(/^~=\s*(.+)$/, compatible),
    )
    .join(" ");
}

function rubyRange(written: string): string {
  return written.replace(/^~>\s*(.+)$/, compatible);
}

/** The last part that is written may grow: `~= 3.11.2` is below 3.12, `~= 3.11` below 4. */
function compatible(_: string, version: string): string {
  const parts = version.split(".").map(Number);
  const upper = parts.slice(0, -1);
  const last = upper.at(-1);
  if (last === undefined) return `>=${version}`;
  return `>=${version} <${[...upper.slice(0, -1), last + 1].join(".")}`;
}
