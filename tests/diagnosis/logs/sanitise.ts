import { execFileSync } from "node:child_process";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Where Render has the source of a service, and in it a Python service's packages. */
const SOURCE = "/opt/render/project/src";
const WORKING_COPY = /[^\s"'(]*portcullis-render-[\d.a-z]+-\w+\/srv-\w+\/dep-\w+/g;

/** Makes of this machine's paths those that Render's logs have. @param bin the virtual environment's */
export function pathCleaner(bin: string): (text: string) => string {
  const prefix = execFileSync(join(bin, "python"), ["-c", "import sys; print(sys.base_prefix)"], {
    encoding: "utf8",
  }).trim();
  const table: readonly (readonly [string, string])[] = [
    [dirname(bin), `${SOURCE}/.venv`],
    [prefix, "/usr/local"],
    [join(__dirname, "../../.."), SOURCE],
    [homedir() === "/" ? "/root" : homedir(), "/home/render"],
    [tmpdir(), "/tmp"],
  ];
  return (text) =>
    table.reduce((so, [from, to]) => so.replaceAll(from, to), text.replaceAll(WORKING_COPY, SOURCE));
}
