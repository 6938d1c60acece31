import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Stated } from "../../audit";
import { describePlace } from "../../domain";
import type { Checkout } from "./checkout";
import type { Installed } from "./installed-package";

interface Noted {
  readonly folder: string;
  readonly output: string;
  readonly checkout: Checkout;
  readonly installed: readonly Installed[];
  readonly others: readonly Stated[];
}

/** What a person has to know or to change beside the files that are written, one sentence each. */
export function notesOf({ folder, output, checkout, installed, others }: Noted): readonly string[] {
  return [
    ...sourceNotes(checkout),
    ...others.map(
      ({ value, place }) =>
        `${describePlace(place)}: ${value} is left out: a stack declares services and databases only.`,
    ),
    ...packageNotes(checkout, installed),
    ...typesNotes(folder, output),
  ];
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
