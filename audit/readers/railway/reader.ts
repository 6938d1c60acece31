import { type Fact, known, type Subject } from "../../../domain";
import { isManifestOf } from "../../../platforms";
import { RAILWAY as PLATFORM } from "../../../platforms/railway";
import { JSON_SYNTAX, structuredReader, TOML } from "../syntax/structured-reader";
import { nodeAt, type Tree } from "../syntax/tree";

/** Railway's configuration as code: the start command and the health check, for all environments or for one. */
export const RAILWAY = structuredReader<Tree>({
  name: "railway",
  accepts: (path) => isManifestOf(PLATFORM, path),
  syntax: (path) => (path.endsWith(".toml") ? TOML : JSON_SYNTAX),
  facts: (tree) => {
    const environments = tree.entries(tree.value(tree.root, "environments"));
    return [
      ...deployFacts(tree, tree.root, {}),
      ...environments.flatMap(({ key, value }) =>
        deployFacts(tree, value, { environment: key.toLowerCase() }),
      ),
    ];
  },
});

const COMMANDS = [
  [["build", "buildCommand"], "build command"],
  [["deploy", "preDeployCommand"], "pre-deploy command"],
] as const;

/** Field names are those of docs.railway.com/reference/config-as-code. */
function deployFacts(tree: Tree, from: unknown, subject: Subject): readonly Fact[] {
  const command = nodeAt(tree, from, "deploy", "startCommand");
  const path = nodeAt(tree, from, "deploy", "healthcheckPath");
  const [start, health] = [tree.text(command), tree.text(path)];
  const facts: Fact[] = [];
  if (start !== undefined && start.trim() !== "") {
    const place = tree.place(command, "deploy.startCommand");
    facts.push({ kind: "start-command", ...subject, place, command: known(start) });
  }
  for (const [keys, by] of COMMANDS) {
    const value = nodeAt(tree, from, ...keys);
    const text = tree.text(value);
    if (text === undefined || text.trim() === "") continue;
    facts.push({
      kind: "platform-command",
      ...subject,
      place: tree.place(value, keys.join(".")),
      by,
      command: text,
    });
  }
  if (health !== undefined) {
    const place = tree.place(path, "deploy.healthcheckPath");
    facts.push({ kind: "health-check", ...subject, place, path: known(health) });
  }
  return facts;
}
