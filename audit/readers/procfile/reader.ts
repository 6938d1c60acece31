import { type Fact, known } from "../../../domain";
import { PROCFILE_NAME } from "../../../platforms/heroku";
import type { Reader } from "../../reader";

/** A line that names a process; Heroku's own pattern for the name (devcenter.heroku.com/articles/procfile). */
const PROCESS = /^(\s*web\s*:\s*)(\S.*?)\s*$/;

/** The `web` process of a Procfile: the one that is given PORT and traffic. */
export const PROCFILE: Reader = {
  name: "procfile",
  accepts: (path) => PROCFILE_NAME.test(path),
  read: ({ path, text }) => {
    const facts = text.split(/\r?\n/).flatMap((line, index): Fact[] => {
      const [, before = "", command] = PROCESS.exec(line) ?? [];
      if (command === undefined) return [];
      const column = before.length + 1;
      const place = { source: "file", file: path, line: index + 1, column, key: "web" } as const;
      return [{ kind: "start-command", place, command: known(command) }];
    });
    return { facts, problems: [] };
  },
};
