import { known } from "../../domain";
import type { Reader } from "../reader";
import { YamlTree } from "./yaml-tree";

/** The `start` script of an npm package. */
export const PACKAGE_JSON: Reader = {
  name: "package-json",
  accepts: (path) => /(?:^|\/)package\.json$/.test(path),
  read: (file) => {
    if (!file.text.includes('"start"')) return { facts: [], problems: [] };
    // JSON is YAML, and the YAML parser knows positions.
    const tree = YamlTree.parse(file);
    if (!(tree instanceof YamlTree)) {
      return { facts: [], problems: [{ file: file.path, ...tree, reason: "expected JSON" }] };
    }
    const node = tree.value(tree.value(tree.root, "scripts"), "start");
    const command = tree.text(node);
    if (command === undefined || command.trim() === "") return { facts: [], problems: [] };
    const place = tree.place(node, "scripts.start");
    return { facts: [{ kind: "start-command", command: known(command), place }], problems: [] };
  },
};
