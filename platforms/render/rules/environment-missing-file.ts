import { distance } from "fastest-levenshtein";
import { ALL_VARIABLES, type Fact, factsOf } from "../../../domain/fact";
import type { Knowable } from "../../../domain/knowable";
import type { Place } from "../../../domain/place";
import { rule, type Undecided, type Violation } from "../../../domain/rule";
import { type Judged, verdictOf } from "../../../domain/verdict";
import { developerPaths, systemBrowsers } from "../developer-paths";
import { foldedNames, ignoredFiles } from "../ignored-files";
import { imageBesideDisk } from "../image-folders";
import { filesOfSqlite, foldersBesideDisk, keptBesideDisk, unmountedPaths } from "../unmounted-paths";

/** Where Render lays secret files, beside the root of the code (render.com/docs/configure-environment-variables). */
const NAMED = /(?<![\w./-])\/etc\/secrets\/([\w.-]*\w)(?![\w.*?$[{-])/g;

export const environmentMissingFile = rule({
  id: "environment/missing-file",
  severity: "error",
  title: "Each secret file and env file that is named is one that the service has",
  why: "A file that is not there ends the program when it opens it: a driver that is given the name of a certificate refuses every connection, and a shell that reads variables from it stops before the server starts. Compose starts nothing without an env file that it requires.",
  fix: "Give the file the name that is written, or write the name that the file has.",
  reference: "https://render.com/docs/configure-environment-variables#secret-files",
  platforms: ["render"],
  comparesServices: true,
  prevents: ["configuration/invalid"],
  check: (facts) => {
    const missing = [...missingEnvFiles(facts), ...developerPaths(facts), ...systemBrowsers(facts)];
    const [files] = factsOf(facts, "secret-files");
    if (files === undefined) return verdictOf(missing);
    const open = [
      ...foldedNames(files),
      ...ignoredFiles(facts, files.names),
      ...unmountedPaths(facts),
      ...foldersBesideDisk(facts),
      ...filesOfSqlite(facts),
      ...keptBesideDisk(facts),
      ...imageBesideDisk(facts),
    ];
    const judged = namedFiles(facts).flatMap((named) =>
      "why" in named ? [named] : judgedName(named, files.names),
    );
    return verdictOf([...missing, ...judged, ...open]);
  },
});

/** What compose gives to a service by its name, and that is neither in the repository nor ignored by git. */
function missingEnvFiles(facts: readonly Fact[]): readonly Violation[] {
  return factsOf(facts, "missing-file")
    .filter(({ isEnvFile }) => isEnvFile === true)
    .map(({ place, file, command, elsewhere, isMadeElsewhere }) => ({
      place,
      ...(isMadeElsewhere && { severity: "warning" as const }),
      what: `the file of \`${command}\``,
      expected: file,
      got: "none",
      fix:
        elsewhere === undefined
          ? `Commit ${file}, let git ignore it, or say \`required: false\`.`
          : `Name ${elsewhere}, which is there.`,
    }));
}

interface NamedFile {
  readonly place: Place;
  readonly by: string;
  readonly name: string;
  /** Where it is looked for. @default where Render lays it */
  readonly folder?: string;
}

const RIGHT = "/etc/secrets/";
/** The same folder with a letter too few, or in another place, as it is typed from memory. */
const MISSPELT =
  /(?<![\w./-])(\/etc\/secret\/|\/etc\/render\/secrets\/|\/secrets\/)([\w.-]*\w)(?![\w.*?$[{-])/g;

/** The files that variables, the start command and the pre-deploy command name; a build's are another set. */
function namedFiles(facts: readonly Fact[]): readonly (NamedFile | Undecided)[] {
  const texts: (readonly [Place, string, Knowable<string>])[] = [
    ...factsOf(facts, "variable").map(({ place, name, value }) => [place, name, value] as const),
    ...factsOf(facts, "start-command").map(
      ({ place, command }) => [place, "start command", command] as const,
    ),
    ...factsOf(facts, "platform-command")
      .filter(({ by }) => by === "pre-deploy command")
      .map(({ place, by, command }) => [place, by, command] as const),
  ];
  return texts.flatMap(([place, by, text]): readonly (NamedFile | Undecided)[] => {
    if (text.known)
      return [
        ...namesIn(text.value).map((name) => ({ place, by, name })),
        ...[...text.value.matchAll(MISSPELT)].map(([, folder = "", name = ""]) => ({
          place,
          by,
          name,
          folder,
        })),
      ];
    // Few texts name a file: of one that is not known, nothing is said.
    return by === ALL_VARIABLES ? [{ place, why: text.why }] : [];
  });
}

/** In a URL's parameter the slashes may be encoded. */
function namesIn(text: string): readonly string[] {
  const found = [...text.replace(/%2f/gi, "/").matchAll(NAMED)].flatMap(([, name]) => name ?? []);
  return [...new Set(found)].filter((name) => !isAskedFirst(name, text));
}

/**
 * `[ -f /etc/secrets/x ] && . /etc/secrets/x`, `… || true` and `… 2>/dev/null` do without the file; `… > /etc/secrets/x`
 * makes it.
 */
function isAskedFirst(name: string, text: string): boolean {
  const asked = text.split(/\s-[efrs]\s+["']?\/etc\/secrets\/|>\s*["']?\/etc\/secrets\//).slice(1);
  const after = text.split(`/etc/secrets/${name}`).slice(1);
  return (
    asked.some((rest) => rest.startsWith(name)) || after.some((rest) => /^[^;&\n]*(?:\|\||2>)/.test(rest))
  );
}

function judgedName(
  { place, by, name, folder = RIGHT }: NamedFile,
  names: Knowable<readonly string[]>,
): readonly Judged[] {
  const undecided = (why: string): readonly Undecided[] => [{ place, why: `${folder}${name}: ${why}` }];
  if (!names.known) return undecided(names.why);
  if (folder === RIGHT && names.value.includes(name)) return [];
  const meant = names.value.find((one) => (folder !== RIGHT && one === name) || isMisspelt(name, one));
  // A person may have typed a file of that name at Render: `server.key` beside a declared `server.crt`.
  if (meant === undefined) return undecided("the program declares no secret file of this name");
  return [
    {
      place,
      what: `secret file in ${by}`,
      expected: `/etc/secrets/${meant}`,
      got: `${folder}${name}`,
      fix: folder === RIGHT ? `Write ${meant}, or call the file ${name}.` : `Write ${RIGHT}${meant}.`,
    },
  ];
}

/** Shorter words are names of their own: `key1`, `dev`, `a`. */
const LONG = 5;

/** Whether a name is another one in other capitals or with other signs between its words, or with one letter wrong in one of them. */
function isMisspelt(name: string, actual: string): boolean {
  const [words, right] = [wordsOf(name), wordsOf(actual)];
  if (words.length !== right.length || words.at(-1) !== right.at(-1)) return false;
  const wrong = words.flatMap((word, at) => (word === right[at] ? [] : [[word, right[at] ?? ""] as const]));
  const [one] = wrong;
  if (one === undefined) return true;
  const [word, meant] = one;
  const isLetters = /^[a-z]+$/.test(word) && /^[a-z]+$/.test(meant);
  return wrong.length === 1 && isLetters && meant.length >= LONG && distance(word, meant) === 1;
}

const wordsOf = (name: string): readonly string[] => name.toLowerCase().split(/[^a-z0-9]+/);
