import type { SyntaxNode } from "@lezer/common";
import { type Fact, type Knowable, known, unknown } from "../../../domain";
import { boundByDefault } from "../../../domain/start-command/servers/in-code";
import { ancestorsOf } from "../code/syntax-tree";
import type { PythonModule } from "./module";
import type { PythonValue } from "./value";
import { pythonValue } from "./values";

/** A call that serves: what is called, on what it is called, and the row of the server whose defaults it has. */
interface ServerCall {
  readonly call: RegExp;
  /** The class of the object whose method is called. */
  readonly owner?: RegExp;
  /** What the file has to import, where the object cannot be followed. */
  readonly imports?: RegExp;
  readonly server?: string;
  readonly host?: string;
  readonly port?: string;
  /** The keyword by which it serves over HTTP at all, and with which values. */
  readonly only?: { readonly keyword: string; readonly values: RegExp };
  /** Whether the first plain argument is the port. */
  readonly positional?: boolean;
}

const SERVER_CALLS: readonly ServerCall[] = [
  { call: /^uvicorn\.(?:run|Config)$/, server: "uvicorn" },
  { call: /^hypercorn\.run$/ },
  { call: /^granian\.run$/ },
  { call: /^(?:aiohttp\.)?web\.run_app$/, server: "aiohttp" },
  { call: /^(?:waitress\.)?serve$/ },
  { call: /^ui\.run$/, server: "nicegui" },
  { call: /^\w+\.run$/, owner: /^(?:\w+\.)?Flask$/, server: "flask" },
  { call: /^\w+\.run$/, owner: /^(?:\w+\.)?Dash$/, server: "dash" },
  { call: /^\w+\.run$/, owner: /^(?:\w+\.)?SocketIO$/, server: "socketio" },
  {
    call: /^\w+\.run$/,
    owner: /^(?:\w+\.)?FastMCP$/,
    server: "fastmcp",
    only: { keyword: "transport", values: /^(?:http|sse|streamable-http)$/ },
  },
  {
    call: /^\w+\.launch$/,
    owner: /^(?:\w+\.)?(?:Blocks|Interface|ChatInterface|TabbedInterface)$/,
    server: "gradio",
    host: "server_name",
    port: "server_port",
  },
  {
    call: /^\w+\.listen$/,
    owner: /^(?:[\w.]+\.)?(?:Application|HTTPServer)$/,
    server: "tornado",
    host: "address",
    positional: true,
  },
  // What a function makes and names cannot be followed; in a file of Tornado's it is one of the two.
  {
    call: /^\w+\.listen$/,
    imports: /^\s*(?:from|import)\s+tornado\b/m,
    server: "tornado",
    host: "address",
    positional: true,
  },
  // An `app` that cannot be followed may be of any framework: only what it is given counts.
  { call: /^(?:app|application|server)\.run$/ },
];

/** What the module's own calls bind. Those under `__main__`, or in a function, hold where the module is started. */
export function serverFacts(module: PythonModule): readonly Fact[] {
  const { tree } = module;
  return tree.nodes("CallExpression").flatMap((call): readonly Fact[] => {
    const callee = tree.dotted(call.firstChild) ?? "";
    const owner = /\.(?:run|launch|listen)$/.test(callee) ? ownerOf(module, call) : undefined;
    const row = SERVER_CALLS.find(
      (candidate) =>
        candidate.call.test(callee) &&
        (candidate.owner === undefined || (owner !== undefined && candidate.owner.test(owner))) &&
        (candidate.imports === undefined || (owner === undefined && candidate.imports.test(module.text))),
    );
    if (row === undefined || !servesHttp(module, call, row)) return [];
    return [...bindFacts(module, call, row), ...portFacts(module, call, row)];
  });
}

/** The class of which the object is whose method is called. */
function ownerOf(module: PythonModule, call: SyntaxNode): string | undefined {
  const object = call.firstChild?.firstChild;
  const target = object === null || object === undefined ? undefined : module.follow(object);
  if (target === undefined || target.is === "module" || target.node.name !== "CallExpression")
    return undefined;
  return target.module.tree.dotted(target.node.firstChild);
}

function servesHttp(module: PythonModule, call: SyntaxNode, { only }: ServerCall): boolean {
  if (only === undefined) return true;
  const given = argument(module, call, only.keyword);
  const value = given === undefined ? undefined : pythonValue(module, given);
  return value?.is === "literal" && only.values.test(value.text);
}

function argument({ tree }: PythonModule, call: SyntaxNode, name: string): SyntaxNode | undefined {
  return tree.arguments(call).find((candidate) => candidate.name === name)?.node;
}

function bindFacts(module: PythonModule, call: SyntaxNode, row: ServerCall): readonly Fact[] {
  const { tree } = module;
  const started = startedBy(module, call);
  const host = argument(module, call, row.host ?? "host");
  if (host !== undefined)
    return [{ kind: "bind", place: tree.place(host, "host"), ...stated(module, host), ...started }];
  const byDefault = row.server === undefined ? undefined : boundByDefault(row.server);
  if (byDefault?.host === undefined || spreads(module, call)) return [];
  const place = tree.place(call, "host");
  const { host: otherwise, hostVariables: [variable] = [] } = byDefault;
  if (variable === undefined) {
    const adds = `${row.host ?? "host"}="0.0.0.0"`;
    return [{ kind: "bind", place, host: known(otherwise), adds, ...started }];
  }
  const from = { variable, otherwise };
  return [{ kind: "bind", place, host: unknown(`it is the value of ${variable}`), from, ...started }];
}

function portFacts(module: PythonModule, call: SyntaxNode, row: ServerCall): readonly Fact[] {
  const { tree } = module;
  const started = startedBy(module, call);
  const [first] = row.positional === true ? tree.arguments(call) : [];
  const port =
    argument(module, call, row.port ?? "port") ?? (first?.name === undefined ? first?.node : undefined);
  if (port !== undefined) {
    if (followsPort(module, port)) return [];
    const { host } = stated(module, port);
    return [{ kind: "port", role: "code", place: tree.place(port, "port"), port: host, ...started }];
  }
  const byDefault = row.server === undefined ? undefined : boundByDefault(row.server);
  if (byDefault?.port?.from !== "default" || byDefault.portVariables !== undefined || spreads(module, call))
    return [];
  const stands = known(byDefault.port.port);
  return [{ kind: "port", role: "code", place: tree.place(call, "port"), port: stands, ...started }];
}

/** `run(app, **options)` may be given anything. */
function spreads({ tree }: PythonModule, call: SyntaxNode): boolean {
  return /\*\*|\(\s*\*/.test(tree.text(call.getChild("ArgList") ?? call));
}

/** Code that reads PORT follows it, and its default only counts where the variable is not set: it names no port. */
function followsPort(module: PythonModule, node: SyntaxNode): boolean {
  const value = pythonValue(module, node);
  return value.is === "variable" && value.name === "PORT";
}

function stated(
  module: PythonModule,
  node: SyntaxNode,
): {
  readonly host: Knowable<string>;
  readonly from?: { readonly variable: string; readonly otherwise: string };
} {
  const value = pythonValue(module, node);
  if (value.is === "literal") return { host: known(value.text) };
  if (value.is !== "variable") return { host: unknown("it cannot be followed in the code") };
  const host = unknown<string>(`it is the value of ${value.name}`);
  const otherwise = lastResort(value);
  return otherwise === undefined ? { host } : { host, from: { variable: value.name, otherwise } };
}

/** The literal that counts where the variable is not set. */
function lastResort({ fallback }: Extract<PythonValue, { is: "variable" }>): string | undefined {
  return fallback.is === "literal" ? fallback.text : undefined;
}

/** `uvicorn main:app` imports the module: it runs neither the code under `__main__` nor that of a function. */
export function startedBy(
  { tree }: PythonModule,
  call: SyntaxNode,
): { readonly started?: "file" | "function" } {
  const above = ancestorsOf(call);
  const guarded = above.some((node) => {
    const condition = node.name === "IfStatement" ? node.getChild("BinaryExpression") : null;
    return condition !== null && tree.text(condition).includes("__name__");
  });
  // A server that reloads on changes is a developer's own, unless its very file is what the service starts.
  const reloads = call.name === "CallExpression" && /\breload\s*=\s*True\b/.test(tree.text(call));
  if (guarded || reloads) return { started: "file" };
  return above.some(({ name }) => name === "FunctionDefinition") ? { started: "function" } : {};
}
