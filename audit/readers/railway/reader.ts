import path from "node:path";
import { type Fact, known, type Subject } from "../../../domain";
import { isManifestOf } from "../../../platforms";
import { RAILWAY as PLATFORM } from "../../../platforms/railway";
import type { Repository } from "../../reader";
import { foldersAbove } from "../../services/service-folders";
import { namedFileFacts } from "../facts/named-file";
import { JSON_SYNTAX, structuredReader, TOML } from "../syntax/structured-reader";
import { nodeAt, type Tree } from "../syntax/tree";
import { fieldsElsewhere, fieldsOfParts } from "./fields";
import { startFacts } from "./start-facts";

/** Railway's configuration as code: the start command and the health check, for all environments or for one. */
export const RAILWAY = structuredReader<Tree>({
  name: "railway",
  accepts: (path) => isManifestOf(PLATFORM, path),
  syntax: (path) => (path.endsWith(".toml") ? TOML : JSON_SYNTAX),
  facts: (tree, file, repository) => {
    const at = { file: file.path, repository };
    const environments = tree.entries(tree.value(tree.root, "environments"));
    const facts = [
      ...fieldsElsewhere(tree, tree.root, {}),
      ...environments.flatMap(({ key, value }) =>
        fieldsElsewhere(tree, value, { environment: key.toLowerCase() }, `environments.${key}.`),
      ),
      ...missingImage(tree, file.path, repository),
      ...deployFacts(tree, tree.root, {}, at),
      ...environments.flatMap(({ key, value }) =>
        deployFacts(tree, value, { environment: key.toLowerCase() }, at),
      ),
    ];
    if (facts.length > 0) return facts;
    // A file that sets nothing of these says all the same where the service runs.
    const place = { source: "file", file: file.path, line: 1, column: 1 } as const;
    return [{ kind: "platform", platform: PLATFORM.id, place }];
  },
});

/** The service's root folder is set at Railway: a file of the path below any folder may be the one that is meant. */
function missingImage(tree: Tree, file: string, repository: Repository): readonly Fact[] {
  const dockerfile = nodeAt(tree, tree.root, "build", "dockerfilePath");
  const written = tree.text(dockerfile)?.replace(/^\.?\//, "");
  if (written === undefined || written === "") return [];
  const same = repository.named(path.posix.basename(written)).some((one) => one.endsWith(`/${written}`));
  const place = tree.place(dockerfile, "build.dockerfilePath");
  const folders = foldersAbove(path.posix.dirname(file));
  const named = {
    place,
    subject: {},
    file: written,
    folders,
    field: "dockerfilePath",
    by: "manifest",
  } as const;
  return same ? [] : namedFileFacts(named, repository);
}

/** What says that the service is an image of a Dockerfile: the file itself, or that one is there and nothing says another way. */
function builtBy(
  tree: Tree,
  from: unknown,
  file: string,
  repository: Repository,
): "image" | "maybe image" | "platform" {
  const part = (name: string): string | undefined =>
    tree.text(nodeAt(tree, from, "build", name) ?? nodeAt(tree, tree.root, "build", name));
  const builder = part("builder")?.toUpperCase();
  if (builder !== undefined) return builder === "DOCKERFILE" ? "image" : "platform";
  if (part("dockerfilePath") !== undefined) return "image";
  const beside = path.posix.join(path.posix.dirname(file), "Dockerfile");
  return repository.has(beside) ? "maybe image" : "platform";
}

const COMMANDS = [
  [["build", "buildCommand"], "build command"],
  [["deploy", "preDeployCommand"], "pre-deploy command"],
] as const;

/** Field names are those of docs.railway.com/reference/config-as-code. */
function deployFacts(
  tree: Tree,
  from: unknown,
  subject: Subject,
  { file, repository }: { readonly file: string; readonly repository: Repository },
): readonly Fact[] {
  const command = nodeAt(tree, from, "deploy", "startCommand");
  const checked = nodeAt(tree, from, "deploy", "healthcheckPath");
  const [start, health] = [tree.text(command), tree.text(checked)];
  const facts: Fact[] = [...fieldsOfParts(tree, from, subject)];
  const dockerfile = nodeAt(tree, from, "build", "dockerfilePath");
  const named = tree.text(dockerfile)?.replace(/^\.?\//, "");
  if (named !== undefined && !named.startsWith("..")) {
    const place = tree.place(dockerfile, "build.dockerfilePath");
    facts.push({ kind: "build", ...subject, place, folder: "", imageFile: named });
  }
  if (start !== undefined && start.trim() !== "") {
    const place = tree.place(command, "deploy.startCommand");
    facts.push(...startFacts(start, { ...subject, place }, builtBy(tree, from, file, repository)));
  }
  for (const [keys, by] of COMMANDS) {
    const value = nodeAt(tree, from, ...keys);
    // Railway's schema takes a pre-deploy command as a list too (railway.com/railway.schema.json).
    for (const node of by === "pre-deploy command" ? [value, ...tree.items(value)] : [value]) {
      const text = tree.text(node);
      if (text === undefined || text.trim() === "") continue;
      const place = tree.place(node, keys.join("."));
      facts.push({ kind: "platform-command", ...subject, place, by, command: known(text) });
    }
  }
  if (health !== undefined) {
    const place = tree.place(checked, "deploy.healthcheckPath");
    facts.push({ kind: "health-check", ...subject, place, path: known(health) });
  }
  return facts;
}
