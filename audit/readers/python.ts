import type { SyntaxNode } from "@lezer/common";
import { type Fact, type Knowable, known, unknown } from "../../domain";
import type { Reader } from "../reader";
import { driverFacts } from "./python-drivers";
import { PythonTree } from "./python-tree";
import { PythonValues } from "./python-values";
import { wantedVariables } from "./python-variables";

/** Tests start servers and set variables for themselves alone. */
const OF_TESTS = /(?:^|\/)(?:tests?|conftest\.py$|test_[^/]*\.py$|[^/]*_test\.py$)(?:\/|$)/;

/** Without one of these words a file can state no fact, and is not parsed. */
const MAY_STATE = /environ|getenv|BaseSettings|\.run\(|run_app|asyncpg|psycopg|create_async_engine/;

/** Python code: what it binds, which variables it asks for, and how it connects. */
export const PYTHON: Reader = {
  name: "python",
  accepts: (path) => path.endsWith(".py") && !OF_TESTS.test(path),
  read: (file) => {
    if (!MAY_STATE.test(file.text)) return { facts: [], problems: [] };
    const tree = new PythonTree(file);
    const values = new PythonValues(tree);
    const facts = [
      ...serverFacts(tree, values),
      ...wantedVariables(tree, values),
      ...driverFacts(tree, values, file.text),
    ];
    return { facts, problems: [] };
  },
};

/** `uvicorn.run`, aiohttp's `web.run_app`, Flask's `app.run`: all take `host` and `port` by keyword. */
const SERVES = /^(?:uvicorn\.run|hypercorn\.run|web\.run_app|(?:app|application|server)\.run)$/;

const GUARDED = "it is bound only where this file itself is started";

function serverFacts(tree: PythonTree, values: PythonValues): readonly Fact[] {
  return tree.nodes("CallExpression").flatMap((call): readonly Fact[] => {
    if (!SERVES.test(tree.dotted(call.firstChild) ?? "")) return [];
    const given = tree.arguments(call);
    const argument = (name: string): SyntaxNode | undefined =>
      given.find((candidate) => candidate.name === name)?.node;
    // A server that reloads on changes is a developer's own.
    const reload = argument("reload");
    if (reload !== undefined && tree.text(reload) === "True") return [];
    const guarded = isGuarded(tree, call);
    const [host, port] = [argument("host"), argument("port")];
    const facts: Fact[] = [];
    if (host !== undefined) {
      facts.push({ kind: "bind", place: tree.place(host, "host"), host: stated(values, host, guarded) });
    }
    if (port !== undefined && !followsPort(values, port)) {
      const value = stated(values, port, guarded);
      facts.push({ kind: "port", role: "code", place: tree.place(port, "port"), port: value });
    }
    return facts;
  });
}

/** Code that reads PORT follows it, and its default counts only where nobody sets the variable: it names no port. */
function followsPort(values: PythonValues, node: SyntaxNode): boolean {
  const value = values.of(node);
  return value.is === "variable" && value.name === "PORT";
}

function stated(values: PythonValues, node: SyntaxNode, guarded: boolean): Knowable<string> {
  const value = values.of(node);
  if (value.is === "variable") return unknown(`it is the value of ${value.name}`);
  if (value.is !== "literal") return unknown("it cannot be followed in this file");
  return guarded ? unknown(GUARDED) : known(value.text);
}

/** Whether the call stands under `if __name__ == "__main__":`, which `uvicorn main:app` does not run. */
function isGuarded(tree: PythonTree, call: SyntaxNode): boolean {
  for (let node = call.parent; node !== null; node = node.parent) {
    if (node.name !== "IfStatement") continue;
    const condition = node.getChild("BinaryExpression");
    if (condition !== null && tree.text(condition).includes("__name__")) return true;
  }
  return false;
}
