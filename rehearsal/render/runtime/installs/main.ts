/**
 * Runs in place of an installer (pip, npm, …) in the build of a rehearsed service: what was installed before for the
 * same lock file is copied, and what is newly installed is kept. The last path part of the wrapper is the tool's name.
 */
import { install } from "./install";
import { settingsOf } from "./settings";

const [tool = "", ...words] = process.argv.slice(2);

install({ tool, words, folder: process.cwd(), settings: settingsOf(process.env) }).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  },
);
