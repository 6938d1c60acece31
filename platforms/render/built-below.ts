import { posix } from "node:path";
import { type Fact, factsOf, type PlatformFact } from "../../domain/fact";
import type { Place } from "../../domain/place";
import { PUBLISHED_FOLDERS } from "../../domain/published-folders";
import type { Undecided } from "../../domain/rule";

/** A command that ends the build and writes its pages into a folder of its own. */
const BUILDS =
  /(?:^|\s)(?:(?:vite|astro|vue-cli-service|react-scripts|gatsby|docusaurus) build|(?:npm|pnpm|yarn|bun)(?:\s+(?:--?\w[\w-]*(?:[ =][\w./-]+)?))*(?:\s+run)?\s+build(?:\s+(?:--prefix|-C|--cwd|--dir)[ =][\w./-]+)?)$/;
const IN_FOLDER = /\s(?:--prefix|-C|--cwd|--dir)[ =]["']?([\w./-]+)/;

const folderOf = (path: string): string => posix.normalize(path).replace(/^\.\/|\/+$/g, "");

/**
 * A package manager that runs the script of one of a workspace's packages, which runs in that package's folder (pnpm.io/filtering,
 * docs.npmjs.com: workspaces, yarnpkg.com/cli/workspace, turborepo.com/docs/reference/run, bun.sh/docs: filter; read 2026-12-01).
 */
const OF_PACKAGES =
  /^(?:pnpm\s+(?:-r|--recursive|(?:--filter|-F)[ =]["']?(?!\.["']?\s)[\w@./{}-]+["']?)(?:\s+run)?\s+build|npm\s+(?:run\s+)?(?:build\s+)?(?:-w|--workspace)[ =]["']?[\w@./-]+["']?(?:\s+(?:run\s+)?build)?|npm\s+run\s+build\s+--workspaces|yarn\s+workspace\s+["']?[\w@./-]+["']?(?:\s+run)?\s+build|(?:(?:npx|pnpm|yarn|bunx)\s+(?:exec\s+)?)?turbo\s+(?:run\s+)?build(?:\s+(?:--filter|-F)[ =]["']?[\w@./{}-]+["']?)?|bun\s+(?:run\s+)?--filter[ =]["']?[\w@./-]+["']?\s+(?:run\s+)?build|lerna\s+run\s+build(?:\s+--scope[ =]\S+)?)$/;

const lastStep = (command: string): string =>
  command
    .split(/&&|;|\n/)
    .at(-1)
    ?.trim() ?? "";

/** The root directory of a service; empty where it is the repository's. */
export const rootOf = (facts: readonly Fact[], service: string | undefined): string =>
  factsOf(facts, "manifest-part")
    .find((part) => part.part === "source" && part.service === service)
    ?.fields.get("rootDirectory")?.text ?? "";

/** Whether a path that counts from the root directory leads out of the repository. */
export const isOutside = (path: string, root: string): boolean => {
  const whole = posix.join(root, path);
  return !path.startsWith("/") && (whole === ".." || whole.startsWith("../"));
};

/** The folder in which the command that ends the build runs; undefined where that is not certain. */
function endsIn(command: string): string | undefined {
  if (/[()`$|]/.test(command)) return undefined;
  const steps = command.split(/&&|;|\n/).map((step) => step.trim());
  const last = steps.pop() ?? "";
  if (!BUILDS.test(last)) return undefined;
  let folder = IN_FOLDER.exec(last)?.[1] ?? ".";
  for (const step of steps.reverse()) {
    const [, to] = /^cd\s+["']?([\w./-]+)["']?$/.exec(step) ?? [];
    if (to !== undefined) folder = posix.join(to, folder);
  }
  return folder.startsWith("/") ? undefined : folderOf(folder);
}

/**
 * A published folder that is looked for above or below the one that the build fills: it counts from the root directory
 * (render.com/docs/monorepo-support, render.com/docs/static-sites; read 2026-12-01). A tool's settings may move it there.
 */
export function builtElsewhere(
  { publishPath = "", service }: PlatformFact,
  place: Place,
  builds: readonly string[],
  facts: readonly Fact[],
): readonly Undecided[] {
  const published = folderOf(publishPath);
  if (published === "" || builds.some((command) => command.includes(published) && published.includes("/")))
    return [];
  const root = folderOf(rootOf(facts, service)).replace(/^\.$/, "");
  if (root !== "" && published.startsWith(`${root}/`))
    return [{ place, why: `it counts from the root directory, which is ${root} already` }];
  const isOfPackage = builds.some((command) => OF_PACKAGES.test(lastStep(command)));
  if (isOfPackage && root === "" && PUBLISHED_FOLDERS.includes(published))
    return [
      {
        place,
        why: `the build runs in the folder of a package of the workspace, and its \`${published}\` may be in there`,
      },
    ];
  const below = builds.map(endsIn).find((folder) => folder !== undefined && /^[\w-]/.test(folder));
  if (below === undefined || !PUBLISHED_FOLDERS.includes(published)) return [];
  return [{ place, why: `the build ends in ${below}, and its \`${published}\` may be in there` }];
}
