import type { Failure } from "../../events";
import type { ServiceLog } from "../../log";

/** As a shell ends where it finds no program of that name. */
const NOT_FOUND = 127;
const LAST_LINES = 20;
/** `sh: 1: hugo: not found`, `bash: line 3: hugo: command not found`, `env: 'hugo': No such file or directory`. */
const SAID = /(?:^|: )['‘`]?([\w./+-]+)['’`]?: (?:command )?(?:not found|No such file or directory)\s*$/;

/** Says which program this machine lacks: on Render it may be there. */
export function noteMissingTool(log: ServiceLog, failure: Failure): void {
  if (failure.nonZeroExit !== NOT_FOUND) return;
  const lines = log.lines.slice(-LAST_LINES).map(({ message }) => message);
  const name = lines.map((line) => SAID.exec(line)?.[1]).findLast((found) => found !== undefined);
  if (name === undefined) return;
  log.note(
    "build",
    `This machine has no \`${name}\`, which the build command needs. Install it, then rehearse again; on Render's ` +
      "native runtimes only what their documentation lists is there.",
  );
}
