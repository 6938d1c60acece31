import type { SyntaxNode } from "@lezer/common";
import { boundByDefault } from "../../../domain/start-command/servers/in-code";
import { fieldValue } from "./class-fields";
import { answered } from "./functions";
import { declaredAround } from "./local-names";
import type { JavaScriptModule } from "./module";

/** What makes an object whose `listen` binds; a maker that is none of these may be of a queue, or of events. */
const MAKERS =
  /^(?:express|fastify|Fastify|polka|restify\.createServer|connect|(?:\w+\.)?createServer|createSecureServer|createServer|createApp|new\s+(?:Koa|Hono|Elysia|Server|WebSocketServer)|Koa|Elysia|NestFactory\.create|jsonServer\.create|h3\.createApp|restana|tinyhttp|App|new\s+App|require\(["'](?:express|fastify|koa|polka|connect|restana|http|https|node:http|node:https)["']\)(?:\.createServer)?)$/;
const MAKES_FASTIFY = /^(?:[Ff]astify|require\(["']fastify["']\))$/;
const NEST_ON_FASTIFY = /\bnew\s{1,9}FastifyAdapter\b/;
/** Functions that call each other to make a server. */
const MAX_FUNCTIONS = 3;
/** Names that such an object mostly has, where it cannot be followed. */
const NAMES = /^(?:app|server|httpServer|httpsServer|fastify|api|web|http|instance|nestApp)$/;

/** What a call calls; of `new` too. */
export function calleeOf({ tree }: JavaScriptModule, call: SyntaxNode): string {
  const text = tree.callee(call);
  return call.name === "NewExpression" ? `new ${text}` : text;
}

/** What makes the object whose `listen` is called. */
export interface Maker {
  readonly text: string;
  readonly call: string;
}

/** The call that makes the object whose `listen` is called, as far as it can be followed. */
export function makerOf(module: JavaScriptModule, call: SyntaxNode): Maker | undefined {
  const owner = call.firstChild?.firstChild;
  if (owner === null || owner === undefined) return undefined;
  const field = fieldValue(module.tree, owner);
  const around = declaredAround(module.tree, owner);
  const target =
    field === undefined
      ? (module.follow(owner) ?? (around && { is: "expression" as const, module, node: around }))
      : { is: "expression" as const, module, node: field };
  if (target?.is !== "expression") return undefined;
  return makerAt(target.module, target.node, 0);
}

function makerAt(module: JavaScriptModule, node: SyntaxNode, depth: number): Maker | undefined {
  const made = node.name === "AwaitExpression" ? node.lastChild : node;
  if (made === null || (made.name !== "CallExpression" && made.name !== "NewExpression")) return undefined;
  const said = (call: SyntaxNode): Maker => ({
    text: calleeOf(module, call),
    call: module.tree.text(call).slice(0, 2000),
  });
  const whole = said(made);
  if (makesServer(whole)) return whole;
  // A function of the repository's own, such as `buildApp()`, hands out what it makes.
  const inside = depth < MAX_FUNCTIONS ? answered(module, made) : undefined;
  const maker = inside && makerAt(inside.module, inside.node, depth + 1);
  return maker !== undefined && makesServer(maker) ? maker : said(chained(made));
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
export function listens(module: JavaScriptModule, call: SyntaxNode, maker: Maker | undefined): boolean {
  if (maker !== undefined && makesServer(maker)) return true;
  const object = call.firstChild?.firstChild;
  return object !== null && object !== undefined && NAMES.test(module.tree.text(object));
}

/** Fastify, and Nest upon it, bind localhost where no host is given. */
export function bindsLocalhost(maker: Maker | undefined): boolean {
  if (maker === undefined) return false;
  if (MAKES_FASTIFY.test(maker.text)) return boundByDefault("fastify").host === "localhost";
  return /^NestFactory\.create$/.test(maker.text) && NEST_ON_FASTIFY.test(maker.call);
}
