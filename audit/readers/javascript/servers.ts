import type { SyntaxNode } from "@lezer/common";
import { type Fact, type Knowable, known, unknown } from "../../../domain";
import { opensPort, type Socket, serviceSockets } from "../code/sockets";
import { ancestorsOf } from "../code/syntax-tree";
import type { JavaScriptModule } from "./module";
import { bindsLocalhost, calleeOf, listens, makerOf } from "./server-makers";
import { javaScriptValue } from "./values";

/** `serve({ port, hostname })` of Bun, Deno and Hono. */
const SERVE = /^(?:Bun\.|Deno\.)?serve$/;
/** `Hapi.server({ port, host })` listens when it is started. */
const HAPI = /^(?:[Hh]api\.[sS]erver|new [Hh]api\.Server)$/;

/** What the module's own calls bind. */
export function serverFacts(module: JavaScriptModule): readonly Fact[] {
  const calls = module.tree.nodes("CallExpression", "NewExpression");
  return serviceSockets(calls.flatMap((call) => socketOf(module, call) ?? []));
}

function socketOf(module: JavaScriptModule, call: SyntaxNode): Socket | undefined {
  const { tree } = module;
  const callee = calleeOf(module, call);
  const [first, second, third] = tree.arguments(call);
  const options = tree.properties(first);
  const isServe = SERVE.test(callee);
  if (isServe || HAPI.test(callee)) {
    const port = options?.get("port");
    const host = isServe ? options?.get("hostname") : (options?.get("host") ?? options?.get("address"));
    const facts = [...portFacts(module, port, call), ...bindFacts(module, host, call)];
    return socket(module, call, facts, { port, byDefault: callee === "Bun.serve" });
  }
  if (!/\.listen$/.test(callee) || call.name === "NewExpression") return undefined;
  const maker = makerOf(module, call);
  const port = options === undefined ? first : options.get("port");
  if (!listens(module, call, maker) && !isPort(module, port)) return undefined;
  if (isAnyPort(module, port)) return undefined;
  const host = options === undefined ? second : options.get("host");
  const isHost = options !== undefined || (third !== undefined && isFunction(third));
  const binds = bindFacts(module, host, call, isHost);
  const decided = host !== undefined && (options !== undefined || !isFunction(host));
  const byDefault = !decided && (first?.name !== "ObjectExpression" || options !== undefined);
  const facts = [
    ...portFacts(module, port, call),
    ...(byDefault && bindsLocalhost(maker) ? [byItself(module, call)] : binds),
  ];
  return socket(module, call, facts, { port, byDefault: true });
}

/** @param byDefault whether it takes PORT where it is given no port */
function socket(
  module: JavaScriptModule,
  call: SyntaxNode,
  facts: readonly Fact[],
  { port, byDefault }: { readonly port: SyntaxNode | undefined; readonly byDefault: boolean },
): Socket {
  const always = !conditions(module, call).some((condition) => !OWN_FILE.test(condition));
  const takesPort = port === undefined ? byDefault : javaScriptValue(module, port).is !== "literal";
  return { facts, always, takesPort, otherwise: "all" };
}

/** What is given PORT is the service's server, whatever it is called. */
function isPort(module: JavaScriptModule, port: SyntaxNode | undefined): boolean {
  const value = port === undefined ? undefined : javaScriptValue(module, port);
  return value?.is === "variable" && value.name === "PORT";
}

/** Port 0 is whichever is free: no service that others are to find listens there. */
function isAnyPort(module: JavaScriptModule, port: SyntaxNode | undefined): boolean {
  const value = port === undefined ? undefined : javaScriptValue(module, port);
  return value?.is === "literal" && value.text === "0";
}

const isFunction = ({ name }: SyntaxNode): boolean =>
  name === "ArrowFunction" || name === "FunctionExpression";

function byItself(module: JavaScriptModule, call: SyntaxNode): Fact {
  const place = module.tree.place(call, "listen");
  // Nest hands its second argument on; Fastify takes a mapping.
  const given = module.tree.text(call);
  const adds = /\(\s*\{/.test(given) || /\(\s*\)/.test(given) ? 'host: "0.0.0.0"' : '"0.0.0.0"';
  return {
    kind: "bind",
    place,
    host: conditional(module, call, "localhost"),
    adds,
    ...startedBy(module, call),
  };
}

/** Code that reads PORT follows it, and names no port. */
export function portFacts(
  module: JavaScriptModule,
  node: SyntaxNode | undefined,
  call: SyntaxNode,
): readonly Fact[] {
  if (node === undefined || node.name === "ObjectExpression") return [];
  const value = javaScriptValue(module, node);
  const place = module.tree.place(node, "port");
  if (value.is === "variable" && value.name === "PORT") return [opensPort(place)];
  return [
    { kind: "port", role: "code", place, port: stated(module, node, call), ...startedBy(module, call) },
  ];
}

/** @param isHost whether the argument can only be a host, and no callback and no backlog */
export function bindFacts(
  module: JavaScriptModule,
  node: SyntaxNode | undefined,
  call: SyntaxNode,
  isHost = true,
): readonly Fact[] {
  // The second argument is a host where it is text, and a callback or a backlog in other calls.
  if (node === undefined || node.name === "Number" || isFunction(node)) return [];
  const value = javaScriptValue(module, node);
  // One of two texts is a choice that code makes by where it runs.
  const isNamed = /^(?:VariableName|MemberExpression|CallExpression)$/.test(node.name);
  const saysHost = isHost || /host|addr|bind|iface|interface/i.test(module.tree.text(node));
  if (value.is === "unknown" && !(isNamed && saysHost)) return [];
  const place = module.tree.place(node, "host");
  const host = stated(module, node, call);
  const from =
    value.is === "variable" && conditions(module, call).length === 0
      ? {
          from: {
            variable: value.name,
            ...(value.otherwise !== undefined && { otherwise: value.otherwise }),
          },
        }
      : {};
  return [{ kind: "bind", place, host, ...from, ...startedBy(module, call) }];
}

function stated(module: JavaScriptModule, node: SyntaxNode, call: SyntaxNode): Knowable<string> {
  const value = javaScriptValue(module, node);
  if (value.is === "variable") return unknown(`it is the value of ${value.name}`);
  return value.is === "literal"
    ? conditional(module, call, value.text)
    : unknown("it cannot be followed in the code");
}

const OWN_FILE = /^\(\s{0,9}require\.main\s{0,9}={2,3}\s{0,9}module\s{0,9}\)$/;

function conditions({ tree }: JavaScriptModule, call: SyntaxNode): readonly string[] {
  return ancestorsOf(call).flatMap((node) => {
    const condition = node.name === "IfStatement" ? node.getChild("ParenthesizedExpression") : null;
    return condition === null ? [] : [tree.text(condition)];
  });
}

function conditional(module: JavaScriptModule, call: SyntaxNode, text: string): Knowable<string> {
  const other = conditions(module, call).some((condition) => !OWN_FILE.test(condition));
  return other ? unknown("it is bound only under a condition") : known(text);
}

function startedBy(module: JavaScriptModule, call: SyntaxNode): { readonly started: "file" | "program" } {
  const own = conditions(module, call).some((condition) => OWN_FILE.test(condition));
  return { started: own ? "file" : "program" };
}
