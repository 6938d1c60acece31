import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parse } from "yaml";
import { packageFolder } from "../../engine";
import { policyPackOf } from "./policy-pack";
import { projectFileOf } from "./project-folder";

/** One part of the work on a project, and the folder of the package that it loads. */
interface Part {
  readonly part: string;
  readonly folder: string;
}

/**
 * The sentence on builds of this package that differ among the command, the program, the policy pack and the provider:
 * each runs in a process of its own, so that none of them sees another's version. Undefined where all are of one build.
 *
 * @param own the folder of the package whose command this is
 */
export function severalBuilds(project: string, own = packageFolder()): string | undefined {
  const parts: readonly Part[] = [
    { part: "this command", folder: realpathSync(own) },
    ...partIn("the program", project),
    ...partIn("the policy pack", path.resolve(project, policyPackOf(project))),
    ...providersOf(project),
  ];
  const folders = [...new Set(parts.map(({ folder }) => folder))];
  // The usual case is one folder, of which nothing has to be read.
  if (folders.length < 2 || new Set(folders.map(buildOf)).size < 2) return undefined;
  const listed = folders.map((folder) => {
    const of = parts.filter((each) => each.folder === folder).map(({ part }) => part);
    return `${versionOf(folder)} in ${folder} (${AND.format(of)})`;
  });
  return (
    `several builds of portcullis work on ${project}: ${listed.join(", ")}. One may not know what another says. ` +
    "`npx portcullis` there runs the project's own, and `npm ls portcullis` shows who brings others."
  );
}

const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** The package as a program in this folder would load it. */
function partIn(part: string, folder: string): readonly Part[] {
  try {
    const manifest = createRequire(path.join(folder, "package.json")).resolve("portcullis/package.json");
    return [{ part, folder: realpathSync(path.dirname(manifest)) }];
  } catch {
    return []; // It has none, or one that names no package.json: nothing is known of it.
  }
}

/** The folders that Pulumi.yaml names for this package's providers. */
function providersOf(project: string): readonly Part[] {
  const file = projectFileOf(project);
  if (file === undefined) return [];
  try {
    const read = parse(readFileSync(file, "utf8")) as {
      plugins?: { providers?: readonly { name: string; path: string }[] };
    } | null;
    return (read?.plugins?.providers ?? []).flatMap(({ name, path: at }) =>
      partIn(`the provider ${name}`, path.resolve(project, at)).filter(({ folder }) =>
        isWithin(path.resolve(project, at), folder),
      ),
    );
  } catch {
    return []; // What is wrong with it Pulumi says.
  }
}

/** A provider is of this package where its folder is in it; beside it, it is another one's. */
function isWithin(at: string, folder: string): boolean {
  try {
    return !path.relative(folder, realpathSync(at)).startsWith("..");
  } catch {
    return false;
  }
}

/** What each process loads first: the names of all else, with their digests, follow from it. */
const ENTRIES = ["cli", "index", "policy", "render-plugin", "dynamic-provider", "verification"];

function buildOf(folder: string): string {
  const digest = createHash("sha256").update(versionOf(folder));
  for (const name of ENTRIES) {
    try {
      digest.update(readFileSync(path.join(folder, "dist", `${name}.js`)));
    } catch {
      digest.update("none");
    }
  }
  return digest.digest("hex");
}

function versionOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}
