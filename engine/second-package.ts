import { existsSync } from "node:fs";
import path from "node:path";
import { quotePath, quoteWords } from "../domain/shell-words";
import { version } from "../package.json";
import { installedAs, projectOf, statedIn } from "./installed-package";

/** The package of the embedded environment. */
export const SECOND = "portcullis-rehearsal";

const TARBALL = `${SECOND}-${version}.tgz`;

/** Where the second package is missed. */
export interface MissedAt {
  /** The folder of this package. */
  readonly own: string;
  /** Where the command is typed. */
  readonly folder: string;
  /** What is typed behind the program's name. */
  readonly typed: readonly string[];
}

/** A package as a package manager is given it: what npm, pnpm and bun take as it is, Yarn behind a name. */
interface Wanted {
  /** From the folder in which it is typed. */
  readonly specifier: string;
  readonly isFile: boolean;
  /** Where its tarball has to be put first; it is in no registry. */
  readonly madeIn?: string;
}

interface Manager {
  /** What adds a package of development. */
  readonly add: (wanted: Wanted) => string;
  /** What installs all that package.json names. */
  readonly install: string;
}

const NPM: Manager = {
  add: ({ specifier }) => `npm install --save-dev ${specifier}`,
  install: "npm install --include=dev",
};
const BUN: Manager = { add: ({ specifier }) => `bun add --dev ${specifier}`, install: "bun install" };

/** Package managers, by the lock file that they write. */
const MANAGERS: Readonly<Record<string, Manager>> = {
  "pnpm-lock.yaml": {
    add: ({ specifier }) => `pnpm add --save-dev ${specifier}`,
    install: "pnpm install --dev",
  },
  "yarn.lock": {
    // Of a bare path Yarn 2 and newer make a name (yarnpkg.com/cli/add, November 2026).
    add: ({ specifier, isFile }) => `yarn add --dev ${isFile ? `${SECOND}@file:${specifier}` : specifier}`,
    install: "yarn install",
  },
  "bun.lock": BUN,
  "bun.lockb": BUN,
};

/** What to type where the second package is missing, in one sentence: it comes from where this one came. */
export function secondPackageAdvice(missed: MissedAt, isThere = false): string {
  const { own, folder } = missed;
  if (own.split(path.sep).includes("_npx")) return byNpx(missed);
  const project = namedBy(folder) ?? projectOf(own);
  if (project === undefined) return said(`${into(own, folder)}npm install`);
  if (!existsSync(path.join(project, "package.json"))) {
    const wanted = wantedIn(folder, folder);
    return said(`npm install --global ${wanted.specifier}`, wanted);
  }
  const { add, install } = managerOf(project);
  if (!isThere && statedIn(project, SECOND) !== undefined) {
    return `type \`${into(project, folder)}${install}\`: package.json names it.`;
  }
  const wanted = wantedFor(own, project, project);
  return said(`${into(project, folder)}${add(wanted)}`, wanted);
}

/** npx installs for one command alone. */
function byNpx({ own, folder, typed }: MissedAt): string {
  const { file } = installedAs("portcullis", own, folder);
  const first = file === undefined ? `portcullis@${version}` : fileWord(path.relative(folder, file));
  const second = wantedFor(own, folder, projectOf(own) ?? folder);
  const packages = [first, second.specifier].map((name) => `--package ${name} `).join("");
  return said(`npx --yes ${packages}portcullis ${quoteWords(typed)}`, second);
}

function managerOf(project: string): Manager {
  const lock = Object.keys(MANAGERS).find((file) => existsSync(path.join(project, file)));
  return (lock === undefined ? undefined : MANAGERS[lock]) ?? NPM;
}

const said = (command: string, { madeIn }: Partial<Wanted> = {}): string =>
  madeIn === undefined
    ? `type \`${command}\`.`
    : `make its tarball in a checkout of portcullis by \`npm pack --workspace rehearsal --pack-destination ${quotePath(madeIn)}\`, ` +
      `then type \`${command}\`.`;

/** The nearest folder whose package.json names this package. */
function namedBy(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (statedIn(at, "portcullis") !== undefined) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

function into(project: string, folder: string): string {
  const way = path.relative(folder, project);
  return way === "" ? "" : `cd ${quotePath(way)} && `;
}

/** The second package from where the first one came, as it is named in a folder. */
function wantedFor(own: string, at: string, project: string): Wanted {
  const stated = statedIn(project, "portcullis") ?? "";
  const { specifier, file } = installedAs("portcullis", own, at, project);
  // A tarball is beside the first one, as `npm pack` writes both.
  if (file !== undefined) return wantedIn(path.dirname(file), at);
  if (/^https?:.*\.t(?:ar\.)?gz$/.test(stated)) {
    return { specifier: quoteWords([new URL(`./${TARBALL}`, stated).href]), isFile: false };
  }
  return specifier === version && stated !== ""
    ? { specifier: `${SECOND}@${version}`, isFile: false }
    : wantedIn(at, at);
}

function wantedIn(folder: string, at: string): Wanted {
  const file = path.join(folder, TARBALL);
  return {
    specifier: fileWord(path.relative(at, file)),
    isFile: true,
    ...(!existsSync(file) && { madeIn: folder }),
  };
}

/** A path that no package manager takes for a name. */
function fileWord(file: string): string {
  const word = file.split(path.sep).join("/");
  return quoteWords([/^\.{0,2}\//.test(word) ? word : `./${word}`]);
}
