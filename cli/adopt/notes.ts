import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { StackDraft, Stated } from "../../audit";
import { describePlace } from "../../domain";
import type { Installed } from "../../engine";
import type { Checkout } from "./checkout";
import { packagesInGit } from "./packages-in-git";

interface Noted {
  readonly folder: string;
  readonly output: string;
  readonly checkout: Checkout;
  readonly installed: readonly Installed[];
  readonly others: readonly Stated[];
  readonly drafts: readonly StackDraft[];
}

/** What a person has to know or to change beside the files that are written, one sentence each. */
export function notesOf({ folder, output, checkout, installed, others, drafts }: Noted): readonly string[] {
  return [
    ...sourceNotes(checkout),
    ...others.map(
      ({ value, place }) =>
        `${describePlace(place)}: ${value} is left out: a stack declares services and databases only.` +
        (/^(?:keyvalue|redis) /.test(value) ? ` ${NOTHING_ANSWERS}` : ""),
    ),
    ...drafts.flatMap(({ environment, assumptions }) =>
      assumptions.map((sentence) => `${environment}: ${sentence}`),
    ),
    ...packageNotes(checkout, installed),
    ...packagesInGit(folder, checkout),
    ...lockNotes(folder, installed),
    ...typesNotes(folder, output),
  ];
}

/** A worker that only tries to connect again is not verified. */
const NOTHING_ANSWERS =
  "Nothing answers at it in a rehearsal: type under `portcullis:rehearsal.variables` of each stack file what the services get " +
  "there in place of its address, such as that of a Redis on this machine; `memory://` where Celery alone reads it, as its broker.";

/** Lock files of other package managers than npm, with what writes a new dependency into each. */
const LOCK_FILES: Readonly<Record<string, string>> = {
  "pnpm-lock.yaml": "pnpm install",
  "yarn.lock": "yarn install",
  "bun.lock": "bun install",
};

/** Where npm has added these packages to the manifest alone, a build that keeps to the lock file fails. */
function lockNotes(folder: string, installed: readonly Installed[]): readonly string[] {
  const read = (name: string): string | undefined => {
    const file = path.join(folder, name);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  };
  const manifest = read("package.json") ?? "";
  const added = installed.map(({ name }) => name).filter((name) => manifest.includes(`"${name}"`));
  return Object.entries(LOCK_FILES).flatMap(([file, command]) => {
    const text = read(file);
    const missing =
      text === undefined ? [] : added.filter((name) => !new RegExp(`\\b${name}(?![\\w-])`).test(text));
    if (missing.length === 0) return [];
    return [
      `package.json names ${missing.join(" and ")}, and ${file} does not, so that a build which keeps to it fails, ` +
        `here and at Render: type \`${command}\`, and commit ${file}.`,
    ];
  });
}

function sourceNotes({ isThere, remote, repository, root }: Checkout): readonly string[] {
  if (!isThere) {
    return [
      `${root} is no git checkout: type the repository's address into each stack file (\`repository\`).`,
    ];
  }
  if (repository !== undefined) return [];
  const why =
    remote === undefined ? "has no remote" : `has a remote \`${remote}\` that is no address of the web`;
  return [`The checkout ${why}: type the repository's address into each stack file (\`repository\`).`];
}

/** A file outside of the checkout is not there where another person, or a workflow, checks it out. */
function packageNotes({ root }: Checkout, installed: readonly Installed[]): readonly string[] {
  return installed.flatMap(({ name, file }) => {
    if (file === undefined) return [];
    if (!existsSync(file))
      return [`${name} was installed from ${file}, which is not there any more: put it back.`];
    if (!path.relative(root, file).startsWith("..")) return [];
    return [
      `${name} is installed from outside of the repository: move the file into it, so that others have it too.`,
    ];
  });
}

/** A TypeScript project that takes every file would check the program of infra/ without its packages. */
function typesNotes(folder: string, output: string): readonly string[] {
  const file = path.join(folder, "tsconfig.json");
  const inside = path.relative(folder, path.resolve(output)).split(path.sep).join("/");
  if (!existsSync(file) || inside.startsWith("..") || inside === "") return [];
  const text = readFileSync(file, "utf8");
  const include = /"include"\s*:\s*\[([^\]]*)\]/.exec(text)?.[1];
  const takesAll = include === undefined ? !/"files"\s*:/.test(text) : /"(?:\.\/)?\*\*?/.test(include);
  const exclude = /"exclude"\s*:\s*\[([^\]]*)\]/.exec(text)?.[1] ?? "";
  if (!takesAll || exclude.includes(`"${inside}`)) return [];
  return [`tsconfig.json takes the files of ${inside}/ too: add "${inside}" to its \`exclude\`.`];
}
