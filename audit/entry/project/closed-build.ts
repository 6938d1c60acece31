import path from "node:path";
import { simpleCommands } from "../../../domain/start-command/shell";
import { oncePerRepository } from "../../once-per-repository";
import type { Repository } from "../../reader";
import { WorkspacePackages } from "../../readers/javascript/workspace-packages";
import { packageScript } from "../command-files";
import { packageRun } from "../package-run";
import { compilesInside } from "./compiles-inside";

const INSTALLS =
  /^(?:npm (?:ci|i|install)|pnpm (?:i|install)|yarn(?: install)?|bun (?:i|install))(?:\s+--?[\w=-]+)*$/;
/** Requirements alone: a project that is installed may be imported from anywhere. */
const REQUIREMENTS =
  /^(?:python[\d.]* -m )?pip3? install (?:--?[a-z][\w-]* )*(?:-r|--requirement)[ =]([\w./-]+\.txt)$/;
const OF_PROJECT = /^\s*(?:-e\b|--editable\b|\.|\/|file:|[\w.-]+\s*@\s*file:)/m;
/** Tools that write where their words say, and those that write into their own folder. */
const INSIDE =
  /^(?:npx |pnpm exec |yarn )?(?:tsc-alias|rimraf|rm|mkdir|cpx?|copyfiles|shx (?:cp|mkdir|rm)|prisma generate|swc|babel|esbuild|eslint|husky|echo)(?: |$)/;
const LIFECYCLE = ["preinstall", "install", "postinstall", "prepare"];
const MAX_SCRIPTS = 6;

/**
 * The one folder in which a build's commands write, and no other; undefined where that is not certain, or where it is the
 * folder in which they begin.
 *
 * @param root where they begin, from the audited folder
 */
export function folderOfBuild(text: string, root: string, repository: Repository): string | undefined {
  if (/[`$<>|]/.test(text)) return undefined;
  let at = root;
  const folders = new Set<string>();
  for (const { words, background, conditional } of simpleCommands(text)) {
    if (background || conditional) return undefined;
    if (words[0] === "cd") {
      const [, target = "", ...more] = words;
      if (!isBelow(target) || more.length > 0) return undefined;
      at = path.posix.join(at, target);
      continue;
    }
    const { plain, folder } = withFolder(words, at, repository);
    const isInstall = INSTALLS.test(plain.join(" "));
    if (!(isInstall ? installsInside(repository) : writesInside(plain, folder, repository, 0)))
      return undefined;
    if (!isInstall || folder !== root) folders.add(folder);
  }
  const [only, ...others] = folders;
  return others.length === 0 && only !== root ? only : undefined;
}

const isBelow = (file: string): boolean => !/^[/~]|(?:^|\/)\.\.(?:\/|$)/.test(file);

/** Where a package manager is sent by an option: `npm --prefix apps/api run build`. */
function withFolder(
  words: readonly string[],
  at: string,
  repository: Repository,
): { readonly plain: readonly string[]; readonly folder: string } {
  const run = packageRun(words);
  if (typeof run === "object" && run.workspace !== undefined) {
    const named = WorkspacePackages.of(repository).named().get(run.workspace);
    const folder = named ?? path.posix.join(at, run.workspace);
    return { plain: ["npm", "run", run.script], folder: path.posix.normalize(folder) };
  }
  const index = words.findIndex((word) => /^(?:--prefix|--cwd|-C|--dir)(?:=|$)/.test(word));
  const [flag = "", value] = (words[index] ?? "").split("=");
  if (flag === "" || !/^(?:npm|pnpm|yarn|bun)$/.test(words[0] ?? "")) return { plain: words, folder: at };
  const taken = value === undefined ? 2 : 1;
  const folder = path.posix.join(at, value ?? words[index + 1] ?? "").replace(/\/$/, "");
  return { plain: words.filter((_, place) => place < index || place >= index + taken), folder };
}

/** Whether no package runs more than that when it is installed. */
const installsInside = oncePerRepository((repository): boolean =>
  repository
    .named("package.json")
    .every((file) =>
      LIFECYCLE.every((name) =>
        isScriptInside(packageScript(repository, file, name), path.posix.dirname(file), repository, 0),
      ),
    ),
);

function isScriptInside(
  script: ReturnType<typeof packageScript>,
  folder: string,
  repository: Repository,
  depth: number,
): boolean {
  if (script === undefined) return false;
  if (script === "none") return true;
  if (/[`$<>|]/.test(script.text)) return false;
  return simpleCommands(script.text).every(
    ({ words, background }) => !background && writesInside(words, folder, repository, depth + 1),
  );
}

/** Whether a command writes below a folder alone, in which it runs. */
function writesInside(
  words: readonly string[],
  folder: string,
  repository: Repository,
  depth: number,
): boolean {
  if (depth > MAX_SCRIPTS || !isBelow(folder) || words.some((word) => !isBelow(word.replace(/^.*=/, ""))))
    return false;
  const text = words.join(" ");
  const [, requirements] = REQUIREMENTS.exec(text) ?? [];
  if (requirements !== undefined) {
    const listed = repository.text(path.posix.join(folder, requirements));
    return listed !== undefined && !OF_PROJECT.test(listed);
  }
  const run = packageRun(words);
  if (typeof run === "object" && run.folder === undefined && run.workspace === undefined) {
    const file = path.posix.join(folder, "package.json");
    if (packageScript(repository, file, run.script) === "none") return false;
    return [`pre${run.script}`, run.script, `post${run.script}`].every((name) =>
      isScriptInside(packageScript(repository, file, name), folder, repository, depth),
    );
  }
  return compilesInside(words, folder, repository) ?? INSIDE.test(text);
}
