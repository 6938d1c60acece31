import type { SyntaxNode } from "@lezer/common";
import { type Fact, factsOf, isLoopback, type Knowable, known, unknown } from "../../../domain";
import { boundByDefault } from "../../../domain/start-command/servers/in-code";
import { opensPort } from "../code/sockets";
import { ancestorsOf, childrenOf } from "../code/syntax-tree";
import type { PythonModule } from "./module";
import { SERVER_CALLS, type ServerCall } from "./server-calls";
import type { Argument } from "./syntax";
import type { PythonValue } from "./value";
import { pythonValue } from "./values";

/** What the module's own calls bind. Those under `__main__`, or in a function, hold where the module is started. */
export function serverFacts(module: PythonModule): readonly Fact[] {
  const { tree } = module;
  const listeners = tree.nodes("CallExpression").map((call): Listener => {
    const plainly = tree.dotted(call.firstChild);
    const callee = plainly ?? chained(tree.text(call.firstChild ?? call));
    const owner =
      plainly !== undefined && /\.(?:run|launch|listen|start)$/.test(callee)
        ? ownerOf(module, call)
        : undefined;
    const row = SERVER_CALLS.find(
      (candidate) =>
        candidate.call.test(callee) &&
        (candidate.owner === undefined || (owner !== undefined && candidate.owner.test(owner))) &&
        (candidate.imports === undefined || (owner === undefined && candidate.imports.test(module.text))),
    );
    if (row === undefined || !servesHttp(module, call, row) || isAside(module, call, row))
      return { facts: [] };
    if (listensElsewhere(module, call, row)) {
      const started = startedBy(module, call);
      const place = tree.place(call, "host");
      return { facts: [{ kind: "bind", place, host: unknown(ELSEWHERE), ...started }] };
    }
    const facts = [...bindFacts(module, call, row), ...portFacts(module, call, row)];
    return { facts, ...(row.socket === true && { socket: true }) };
  });
  // Beside a listener that is reached from outside, a socket on loopback is meant for this machine alone.
  const isReached = listeners.some(({ facts }) => binds(facts, (host) => !isLoopback(host)));
  return listeners.flatMap(({ facts, socket }) =>
    isReached && socket === true && binds(facts, isLoopback) ? [] : facts,
  );
}

/** `demo.launch` of `demo.queue().launch`: what a call gives back is served as what it was called on. */
const CHAINED = /^(\w+)\.(?:queue|Interface|ChatInterface|TabbedInterface)\([\s\S]*\)\.launch$/;
const chained = (text: string): string => text.replace(CHAINED, "$1.launch");

/** What one call states; `socket` where it may be a second one of the service's. */
interface Listener {
  readonly facts: readonly Fact[];
  readonly socket?: boolean;
}

function binds(facts: readonly Fact[], holds: (host: string) => boolean): boolean {
  return factsOf(facts, "bind").some(({ host }) => host.known && holds(host.value));
}

const ELSEWHERE = "its socket or its adapter is made elsewhere in the code";

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

/** A socket of its own that no function for it opens may be for a login in a browser, or for metrics. */
function isAside({ tree }: PythonModule, call: SyntaxNode, { socket }: ServerCall): boolean {
  const [within] = ancestorsOf(call).filter(({ name }) => name === "FunctionDefinition");
  const name = within?.getChild("VariableName");
  return socket === true && within !== undefined && !SERVING.test(name ? tree.text(name) : "");
}

const SERVING = /main|run|serve|start/;

/** The host or the port among the plain arguments, alone or in a pair. */
function plain(module: PythonModule, call: SyntaxNode, { at }: ServerCall, side: "host" | "port") {
  const given = plainArguments(module, call);
  if (at === undefined || spreads(module, call)) return undefined;
  if ("host" in at) return given[at[side]]?.node;
  const pair = given[at.pair]?.node;
  if (pair?.name !== "TupleExpression") return undefined;
  return childrenOf(pair).filter(({ name }) => /^\w/.test(name))[side === "host" ? 0 : 1];
}

function plainArguments({ tree }: PythonModule, call: SyntaxNode): readonly Argument[] {
  return tree.arguments(call).filter(({ name }) => name === undefined);
}

/** Where a socket, a path or an adapter of its own says where it listens: it may be anywhere. */
function listensElsewhere(module: PythonModule, call: SyntaxNode, { elsewhere }: ServerCall): boolean {
  if (elsewhere === undefined) return false;
  const { keywords, at } = elsewhere;
  const named = module.tree.arguments(call).filter(({ name }) => name !== undefined && keywords.test(name));
  const placed = at === undefined ? [] : plainArguments(module, call).slice(at, at + 1);
  return [...named, ...placed].some(({ name, node }) => {
    const isServer = name === undefined || name === "server";
    return !(isServer && pythonValue(module, node).is === "literal") && module.tree.text(node) !== "None";
  });
}

function argument({ tree }: PythonModule, call: SyntaxNode, name: string): SyntaxNode | undefined {
  return tree.arguments(call).find((candidate) => candidate.name === name)?.node;
}

function bindFacts(module: PythonModule, call: SyntaxNode, row: ServerCall): readonly Fact[] {
  const { tree } = module;
  const started = startedBy(module, call);
  const host = argument(module, call, row.host ?? "host") ?? plain(module, call, row, "host");
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
  const port = argument(module, call, row.port ?? "port") ?? plain(module, call, row, "port");
  if (port !== undefined) {
    if (followsPort(module, port)) return [opensPort(tree.place(port, "PORT"))];
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
  // An empty host is all of them.
  if (value.is === "literal") return { host: known(value.text || "0.0.0.0") };
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
): { readonly started: "file" | "function" | "program" } {
  const above = ancestorsOf(call);
  const guarded = above.some((node) => {
    const condition = node.name === "IfStatement" ? node.getChild("BinaryExpression") : null;
    return condition !== null && tree.text(condition).includes("__name__");
  });
  // A server that reloads on changes is a developer's own, unless its very file is what the service starts.
  const reloads = call.name === "CallExpression" && /\breload\s*=\s*True\b/.test(tree.text(call));
  if (guarded || reloads) return { started: "file" };
  return { started: above.some(({ name }) => name === "FunctionDefinition") ? "function" : "program" };
}
