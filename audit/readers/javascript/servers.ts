import type { SyntaxNode } from "@lezer/common";
import { type Fact, type Knowable, known, unknown } from "../../../domain";
import { boundByDefault } from "../../../domain/start-command/servers/in-code";
import { ancestorsOf } from "../code/syntax-tree";
import { declaredAround } from "./local-names";
import type { JavaScriptModule } from "./module";
import { javaScriptValue } from "./values";

/** `serve({ port, hostname })` of Bun, Deno and Hono. */
const SERVE = /^(?:Bun\.|Deno\.)?serve$/;
/** `Hapi.server({ port, host })` listens when it is started. */
const HAPI = /^(?:[Hh]api\.[sS]erver|new [Hh]api\.Server)$/;

/** What makes an object whose `listen` binds; a maker that is none of these may be of a queue, or of events. */
const MAKERS =
  /^(?:express|fastify|Fastify|polka|restify\.createServer|connect|(?:\w+\.)?createServer|createSecureServer|createServer|createApp|new\s+(?:Koa|Hono|Elysia|Server|WebSocketServer)|Koa|Elysia|NestFactory\.create|jsonServer\.create|h3\.createApp|restana|tinyhttp|App|new\s+App|require\(["'](?:express|fastify|koa|polka|connect|restana|http|https|node:http|node:https)["']\)(?:\.createServer)?)$/;
const MAKES_FASTIFY = /^(?:[Ff]astify|require\(["']fastify["']\))$/;
const NEST_ON_FASTIFY = /\bnew\s{1,9}FastifyAdapter\b/;
/** Names that such an object mostly has, where it cannot be followed. */
const NAMES = /^(?:app|server|httpServer|httpsServer|fastify|api|web|http|instance|nestApp)$/;

/** What the module's own calls bind. */
export function serverFacts(module: JavaScriptModule): readonly Fact[] {
  const { tree } = module;
  return tree.nodes("CallExpression", "NewExpression").flatMap((call): readonly Fact[] => {
    const callee = calleeOf(module, call);
    const [first, second] = tree.arguments(call);
    const options = tree.properties(first);
    if (SERVE.test(callee))
      return [
        ...portFacts(module, options?.get("port"), call),
        ...bindFacts(module, options?.get("hostname"), call),
      ];
    if (HAPI.test(callee))
      return [
        ...portFacts(module, options?.get("port"), call),
        ...bindFacts(module, options?.get("host") ?? options?.get("address"), call),
      ];
    if (!/\.listen$/.test(callee) || call.name === "NewExpression") return [];
    const maker = makerOf(module, call);
    if (!listens(module, call, maker)) return [];
    const port = options === undefined ? first : options.get("port");
    if (isAnyPort(module, port)) return [];
    const host = options === undefined ? second : options.get("host");
    const binds = bindFacts(module, host, call);
    const decided = host !== undefined && (options !== undefined || !isFunction(host));
    const byDefault = !decided && (first?.name !== "ObjectExpression" || options !== undefined);
    return [
      ...portFacts(module, port, call),
      ...(byDefault && bindsLocalhost(maker) ? [byItself(module, call)] : binds),
    ];
  });
}

function calleeOf({ tree }: JavaScriptModule, call: SyntaxNode): string {
  const text = tree.callee(call);
  return call.name === "NewExpression" ? `new ${text}` : text;
}

interface Maker {
  readonly text: string;
  readonly call: string;
}

/** The call that makes the object whose `listen` is called, as far as it can be followed. */
function makerOf(module: JavaScriptModule, call: SyntaxNode): Maker | undefined {
  const owner = call.firstChild?.firstChild;
  if (owner === null || owner === undefined) return undefined;
  const around = declaredAround(module.tree, owner);
  const target = module.follow(owner) ?? (around && { is: "expression" as const, module, node: around });
  if (target?.is !== "expression") return undefined;
  const made = target.node.name === "AwaitExpression" ? target.node.lastChild : target.node;
  if (made === null || (made.name !== "CallExpression" && made.name !== "NewExpression")) return undefined;
  const said = (call: SyntaxNode): Maker => ({
    text: calleeOf(target.module, call),
    call: target.module.tree.text(call).slice(0, 2000),
  });
  const whole = said(made);
  return makesServer(whole) ? whole : said(chained(made));
}

function makesServer({ text }: Maker): boolean {
  const callee = text.replaceAll(/\s+/g, " ").trim();
  return MAKERS.test(callee) || /\.createServer$/.test(callee);
}

/** The call that a chain of calls begins with: `express()` of `express().use(a).get("/", b)`. */
function chained(call: SyntaxNode): SyntaxNode {
  const object = call.firstChild?.name === "MemberExpression" ? call.firstChild.firstChild : null;
  return object?.name === "CallExpression" && call.name === "CallExpression" ? chained(object) : call;
}

/** Whether a `listen` is that of a server: by what made its object, else by its name and a port that it is given. */
function listens(module: JavaScriptModule, call: SyntaxNode, maker: Maker | undefined): boolean {
  if (maker !== undefined && makesServer(maker)) return true;
  const object = call.firstChild?.firstChild;
  return object !== null && object !== undefined && NAMES.test(module.tree.text(object));
}

/** Fastify, and Nest upon it, bind localhost where no host is given. */
function bindsLocalhost(maker: Maker | undefined): boolean {
  if (maker === undefined) return false;
  if (MAKES_FASTIFY.test(maker.text)) return boundByDefault("fastify").host === "localhost";
  return /^NestFactory\.create$/.test(maker.text) && NEST_ON_FASTIFY.test(maker.call);
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

/** Code that reads PORT follows it and names no port. */
export function portFacts(
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

export function bindFacts(
  module: JavaScriptModule,
  node: SyntaxNode | undefined,
  call: SyntaxNode,
): readonly Fact[] {
  // The second argument is a host where it is text, and a callback or a backlog in other calls.
  if (node === undefined || node.name === "Number" || isFunction(node)) return [];
  const value = javaScriptValue(module, node);
  if (value.is === "unknown") return [];
  const place = module.tree.place(node, "host");
  const host = stated(module, node, call);
  const from =
    value.is === "variable" && value.otherwise !== undefined && conditions(module, call).length === 0
      ? { from: { variable: value.name, otherwise: value.otherwise } }
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
