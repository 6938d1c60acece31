import path from "node:path";
import { ALL_VARIABLES, factsOf } from "../../../domain";
import type { Project } from "./project";

/** A build that installs lists of packages, and nothing of the repository itself. */
const INSTALL =
  /^(?:python[\d.]*\s+-m\s+)?pip3?\s+install(?:\s+(?:-U|--upgrade)\s+(?:pip|setuptools|wheel)(?:\s+(?:setuptools|wheel))*|(?:\s+--no-cache-dir)?\s+-r\s+[\w./-]+\.txt)$/;

/** Options of servers and workers that name other folders, or a file that may; `rq worker -c` names a module. */
const MOVES =
  /--(?:app-dir|chdir|pythonpath|workdir|path|fsd)\b|\s-(?:P|fsd)\b|PYTHONPATH|\b(?:gunicorn|hypercorn)\b.*\s(?:-c|--config)\b/;

/**
 * Whether Python finds modules in the folder of a command and among the packages of the requirements, and nowhere else, as far
 * as the repository and the service say.
 */
export function findsBesideAlone({ start, facts, bases, repository }: Project, text: string): boolean {
  if (MOVES.test(text)) return false;
  if (start.runsIn !== undefined) return false;
  const isNative = factsOf(facts, "platform").some(({ runtime }) => runtime === "python");
  const isOther = factsOf(facts, "variable").some(
    ({ name }) => name === ALL_VARIABLES || /^(?:PYTHON(?:PATH|STARTUP|HOME)|GUNICORN_CMD_ARGS)$/.test(name),
  );
  const builds = factsOf(facts, "platform-command").flatMap(({ command, by }) =>
    by === "pre-deploy command" ? [] : command.known ? command.value.split("&&") : ["?"],
  );
  if (!isNative || isOther || builds.length === 0 || !builds.every((one) => INSTALL.test(one.trim())))
    return false;
  const lists = repository
    .ending(".txt")
    .filter((file) => /(?:^|\/)requirements[\w.-]*\.txt$|(?:^|\/)requirements\//.test(file));
  const isOwn = lists.some((file) =>
    /^\s*(?:-e|--editable|\.|file:|[\w./-]+\/|git\+|https?:)|@\s*(?:file:|git\+|https?:)/m.test(
      repository.text(file) ?? "",
    ),
  );
  const settings = bases.some((base) =>
    ["gunicorn.conf.py", "sitecustomize.py"].some((name) => !repository.lacks(path.posix.join(base, name))),
  );
  return !isOwn && !settings && repository.ending(".pth").length === 0;
}
