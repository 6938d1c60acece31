import type { SyntaxNode } from "@lezer/common";
import { type Fact, type Knowable, known, unknown } from "../../../domain";
import { ancestorsOf } from "../code/syntax-tree";
import type { JavaScriptModule } from "./module";
import { javaScriptValue } from "./values";

/** `serve({ port, hostname })` of Bun, Deno and Hono. */
const SERVE = /^(?:Bun\.|Deno\.)?serve$/;
const LISTEN = /^(?:app|server|httpServer|fastify)\.listen$/;

/** Fastify binds localhost where no host is given (fastify.dev: server, listen), and so does Nest upon it. */
const ON_LOCALHOST = /^[Ff]astify$/;
const NEST_ON_FASTIFY = /\bnew\s{1,9}FastifyAdapter\b/;

/** What the module's own calls bind. */
export function serverFacts(module: JavaScriptModule): readonly Fact[] {
  const { tree } = module;
  return tree.nodes("CallExpression").flatMap((call): readonly Fact[] => {
    const callee = call.firstChild === null ? "" : tree.text(call.firstChild);
    const [first, second] = tree.arguments(call);
    const options = tree.properties(first);
    if (SERVE.test(callee)) {
      return [
        ...portFacts(module, options?.get("port"), call),
        ...bindFacts(module, options?.get("hostname"), call),
      ];
    }
    if (!LISTEN.test(callee)) return [];
    const port = options === undefined ? first : options.get("port");
    if (isAnyPort(module, port)) return [];
    const host = options === undefined ? second : options.get("host");
    const binds = bindFacts(module, host, call);
    const decided = host !== undefined && (options !== undefined || !isFunction(host));
    const byDefault = !decided && (first?.name !== "ObjectExpression" || options !== undefined);
    return [
      ...portFacts(module, port, call),
      ...(byDefault && bindsLocalhost(module, call) ? [byItself(module, call)] : binds),
    ];
  });
}

/** Port 0 is whichever is free: no service that others are to find listens there. */
function isAnyPort(module: JavaScriptModule, port: SyntaxNode | undefined): boolean {
  const value = port === undefined ? undefined : javaScriptValue(module, port);
  return value?.is === "literal" && value.text === "0";
}

const isFunction = ({ name }: SyntaxNode): boolean =>
  name === "ArrowFunction" || name === "FunctionExpression";

/** Whether what listens is made by Fastify, as far as its name can be followed. */
function bindsLocalhost(module: JavaScriptModule, call: SyntaxNode): boolean {
  const owner = call.firstChild?.firstChild;
  const target = owner === null || owner === undefined ? undefined : module.follow(owner);
  if (target?.is !== "expression") return false;
  const made = target.node.name === "AwaitExpression" ? target.node.lastChild : target.node;
  if (made?.name !== "CallExpression" || made.firstChild === null) return false;
  const maker = target.module.tree.text(made.firstChild);
  if (ON_LOCALHOST.test(maker)) return true;
  return /^NestFactory\.create$/.test(maker) && NEST_ON_FASTIFY.test(target.module.tree.text(made));
}

function byItself(module: JavaScriptModule, call: SyntaxNode): Fact {
  const place = module.tree.place(call, "listen");
  return { kind: "bind", place, host: conditional(module, call, "localhost"), ...startedBy(module, call) };
}

/** Code that reads PORT follows it and names no port. */
function portFacts(
  module: JavaScriptModule,
  node: SyntaxNode | undefined,
  call: SyntaxNode,
): readonly Fact[] {
  if (node === undefined || node.name === "ObjectExpression") return [];
  const value = javaScriptValue(module, node);
  if (value.is === "variable" && value.name === "PORT") return [];
  const place = module.tree.place(node, "port");
  return [
    { kind: "port", role: "code", place, port: stated(module, node, call), ...startedBy(module, call) },
  ];
}

function bindFacts(
  module: JavaScriptModule,
  node: SyntaxNode | undefined,
  call: SyntaxNode,
): readonly Fact[] {
  // The second argument is a host where it is text, and a callback or a backlog in other calls.
  if (node === undefined || node.name === "Number" || isFunction(node)) return [];
  const value = javaScriptValue(module, node);
  if (value.is === "unknown") return [];
  const place = module.tree.place(node, "host");
  return [{ kind: "bind", place, host: stated(module, node, call), ...startedBy(module, call) }];
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
