import { type Fact, known, readStartCommand, scriptOf, startedFile } from "../../../domain";
import type { Reader } from "../../reader";
import { YamlTree } from "../syntax/yaml";

/** The `start` script of an npm package, and the other scripts by which a start command may start something. */
export const PACKAGE_JSON: Reader = {
  name: "package-json",
  accepts: (path) => /(?:^|\/)package\.json$/.test(path),
  read: (file) => {
    if (!file.text.includes('"scripts"') && !file.text.includes('"start"'))
      return { facts: [], problems: [] };
    // JSON is YAML, and the YAML parser knows positions.
    const tree = YamlTree.parse(file);
    if (!(tree instanceof YamlTree)) {
      return { facts: [], problems: [{ file: file.path, ...tree, reason: "expected JSON" }] };
    }
    const facts = tree.entries(tree.value(tree.root, "scripts")).flatMap(({ key: name, value }): Fact[] => {
      const command = tree.text(value);
      if (command === undefined || command.trim() === "") return [];
      const place = tree.place(value, `scripts.${name}`);
      if (name === "start") return [{ kind: "start-command", command: known(command), place }];
      return starts(command) ? [{ kind: "script", name, command, place }] : [];
    });
    return { facts, problems: [] };
  },
};

/** Most scripts build, check or format. */
function starts(command: string): boolean {
  return (
    readStartCommand(command) !== undefined ||
    startedFile(command) !== undefined ||
    scriptOf(command) !== undefined
  );
}
