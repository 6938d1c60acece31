import { ALL_VARIABLES, type Fact, factsOf } from "../../../domain/fact";
import type { Knowable } from "../../../domain/knowable";
import { nearest } from "../../../domain/nearest";
import type { Place } from "../../../domain/place";
import { rule, type Undecided, type Violation } from "../../../domain/rule";

/** Where Render lays secret files, beside the root of the code (render.com/docs/configure-environment-variables). */
const NAMED = /\/etc\/secrets\/([\w.-]*\w)(?![\w.*?$[{-])/g;

export const environmentMissingFile = rule({
  id: "environment/missing-file",
  severity: "error",
  title: "Each secret file that a variable or a command names is one that the service has",
  why: "A file that is not there ends the program when it opens it: a driver that is given the name of a certificate refuses every connection, and a shell that reads variables from it stops before the server starts.",
  fix: "Give the file the name that is written, or write the name that the file has.",
  reference: "https://render.com/docs/configure-environment-variables#secret-files",
  platforms: ["render"],
  comparesServices: true,
  prevents: ["configuration/invalid"],
  check: (facts) => {
    const [files] = factsOf(facts, "secret-files");
    if (files === undefined) return { violations: [], undecided: [] };
    const judged = namedFiles(facts).flatMap((named) =>
      "why" in named ? [named] : judgedName(named, files.names),
    );
    return {
      violations: judged.flatMap((one) => ("expected" in one ? [one] : [])),
      undecided: judged.flatMap((one) => ("why" in one ? [one] : [])),
    };
  },
});

interface NamedFile {
  readonly place: Place;
  readonly by: string;
  readonly name: string;
}

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
    if (text.known) return namesIn(text.value).map((name) => ({ place, by, name }));
    // Few texts name a file: of one that is not known, nothing is said.
    return by === ALL_VARIABLES ? [{ place, why: text.why }] : [];
  });
}

/** In a URL's parameter the slashes may be encoded. */
function namesIn(text: string): readonly string[] {
  const found = [...text.replace(/%2f/gi, "/").matchAll(NAMED)].flatMap(([, name]) => name ?? []);
  return [...new Set(found)].filter((name) => !isAskedFirst(name, text));
}

/** `[ -f /etc/secrets/x ] && . /etc/secrets/x`: that does without the file. */
function isAskedFirst(name: string, text: string): boolean {
  const asked = text.split(/\s-[efrs]\s+["']?\/etc\/secrets\//).slice(1);
  return asked.some((rest) => rest.startsWith(name));
}

function judgedName(
  { place, by, name }: NamedFile,
  names: Knowable<readonly string[]>,
): readonly (Violation | Undecided)[] {
  const undecided = (why: string): readonly Undecided[] => [{ place, why: `/etc/secrets/${name}: ${why}` }];
  if (!names.known) return undecided(names.why);
  if (names.value.includes(name)) return [];
  const meant = nearest(name, names.value);
  // A person may have typed a file of that name at Render.
  if (meant === undefined) return undecided("the program declares no secret file of this name");
  return [
    {
      place,
      what: `secret file in ${by}`,
      expected: `/etc/secrets/${meant}`,
      got: `/etc/secrets/${name}`,
      fix: `Write ${meant}, or call the file ${name}.`,
    },
  ];
}
