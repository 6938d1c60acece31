import type { SyntaxNode } from "@lezer/common";
import { type Fact, type Knowable, known, unknown } from "../../../domain";
import { ancestorsOf } from "../code/syntax-tree";
import type { PythonModule } from "./module";
import { pythonValue } from "./values";

/** Calls that serve, with the keywords of host and port and what they bind without them. */
const SERVES: readonly {
  readonly call: RegExp;
  readonly host?: string;
  /** Which keyword holds `host:port`, where one does. */
  readonly port?: string;
}[] = [
  { call: /^uvicorn\.(?:run|Config)$/, host: "127.0.0.1", port: "8000" },
  { call: /^(?:hypercorn|granian)\.run$/ },
  // docs.aiohttp.org: `host` is 0.0.0.0 by default.
  { call: /^(?:aiohttp\.)?web\.run_app$/ },
  { call: /^(?:waitress\.)?serve$/ },
  // Flask's `run` binds 127.0.0.1:5000 by itself, but `app` may be of another framework.
  { call: /^(?:app|application|server)\.run$/ },
];

/** What the module's own calls bind. Those under `__main__`, or in a function, hold where the module is started. */
export function serverFacts(module: PythonModule): readonly Fact[] {
  const { tree } = module;
  return tree.nodes("CallExpression").flatMap((call): readonly Fact[] => {
    const callee = tree.dotted(call.firstChild) ?? "";
    const server = SERVES.find((row) => row.call.test(callee));
    if (server === undefined) return [];
    const given = tree.arguments(call);
    const argument = (name: string): SyntaxNode | undefined =>
      given.find((candidate) => candidate.name === name)?.node;
    // A server that reloads on changes is a developer's own.
    const reload = argument("reload");
    if (reload !== undefined && tree.text(reload) === "True") return [];
    const started = startedBy(module, call);
    const [host, port] = [argument("host"), argument("port")];
    const facts: Fact[] = [];
    if (host !== undefined)
      facts.push({ kind: "bind", place: tree.place(host, "host"), host: stated(module, host), ...started });
    if (port !== undefined && !followsPort(module, port)) {
      const place = tree.place(port, "port");
      facts.push({ kind: "port", role: "code", place, port: stated(module, port), ...started });
    }
    return facts;
  });
}

/** Code that reads PORT follows it, and its default counts only where nobody sets the variable: it names no port. */
function followsPort(module: PythonModule, node: SyntaxNode): boolean {
  const value = pythonValue(module, node);
  return value.is === "variable" && value.name === "PORT";
}

function stated(module: PythonModule, node: SyntaxNode): Knowable<string> {
  const value = pythonValue(module, node);
  if (value.is === "variable") return unknown(`it is the value of ${value.name}`);
  return value.is === "literal" ? known(value.text) : unknown("it cannot be followed in the code");
}

/** `uvicorn main:app` imports the module: it runs neither what stands under `__main__` nor what is in a function. */
export function startedBy(
  { tree }: PythonModule,
  call: SyntaxNode,
): { readonly started?: "file" | "function" } {
  const above = ancestorsOf(call);
  const guarded = above.some((node) => {
    const condition = node.name === "IfStatement" ? node.getChild("BinaryExpression") : null;
    return condition !== null && tree.text(condition).includes("__name__");
  });
  if (guarded) return { started: "file" };
  return above.some(({ name }) => name === "FunctionDefinition") ? { started: "function" } : {};
}
