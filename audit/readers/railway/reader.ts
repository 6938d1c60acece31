import { type Fact, known, type Subject } from "../../../domain";
import { MANIFEST_FILES } from "../../../domain/manifest";
import type { Reader } from "../../reader";
import { TomlTree } from "../syntax/toml";
import { nodeAt, type Tree } from "../syntax/tree";
import { YamlTree } from "../syntax/yaml";

/** Railway's configuration as code: the start command and the health check, for all environments or for one. */
export const RAILWAY: Reader = {
  name: "railway",
  accepts: (path) => MANIFEST_FILES.railway.test(path),
  read: (file) => {
    const isToml = file.path.endsWith(".toml");
    const tree = isToml ? TomlTree.parse(file) : YamlTree.parse(file);
    if (!(tree instanceof TomlTree) && !(tree instanceof YamlTree)) {
      const reason = isToml ? "expected TOML" : "expected JSON";
      return { facts: [], problems: [{ file: file.path, ...tree, reason }] };
    }
    const environments = tree.entries(tree.value(tree.root, "environments"));
    const facts = [
      ...deployFacts(tree, tree.root, {}),
      ...environments.flatMap(({ key, value }) =>
        deployFacts(tree, value, { environment: key.toLowerCase() }),
      ),
    ];
    return { facts, problems: [] };
  },
};

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
  if (health !== undefined) {
    const place = tree.place(path, "deploy.healthcheckPath");
    facts.push({ kind: "health-check", ...subject, place, path: known(health) });
  }
  return facts;
}
