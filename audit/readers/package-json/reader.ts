import { type Fact, known, readStartCommand, scriptOf, startedFile } from "../../../domain";
import { isJson } from "../../../domain/is-json";
import { JSON_SYNTAX, structuredReader } from "../syntax/structured-reader";

/** The `start` script of an npm package, and the other scripts by which a start command may start something. */
export const PACKAGE_JSON = structuredReader({
  name: "package-json",
  accepts: (path) => /(?:^|\/)package\.json$/.test(path),
  syntax: JSON_SYNTAX,
  // Any other is only asked whether it is JSON, since npm reads nothing of one that is none.
  mayState: (text) => text.includes('"scripts"') || text.includes('"start"') || !isJson(text),
  facts: (tree) =>
    tree.entries(tree.value(tree.root, "scripts")).flatMap(({ key: name, value }): Fact[] => {
      const command = tree.text(value);
      if (command === undefined || command.trim() === "") return [];
      const place = tree.place(value, `scripts.${name}`);
      if (name === "start") return [{ kind: "start-command", command: known(command), place }];
      return starts(command) ? [{ kind: "script", name, command, place }] : [];
    }),
});

/** Most scripts build, check or format. */
function starts(command: string): boolean {
  return (
    readStartCommand(command) !== undefined ||
    startedFile(command) !== undefined ||
    scriptOf(command) !== undefined
  );
}
