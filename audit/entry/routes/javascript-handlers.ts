import type { SyntaxNode } from "@lezer/common";
import { childrenOf } from "../../readers/code/syntax-tree";
import { declaredAround } from "../../readers/javascript/local-names";
import type { JavaScriptModule } from "../../readers/javascript/module";

/** Packages whose middleware hands on each request that it lets through, each by its own page at npmjs.com, read 2026-12-01. */
const HANDS_ON = new Set([
  ...["cors", "helmet", "morgan", "compression", "cookie-parser", "body-parser", "express-session"],
  ...["cookie-session", "passport", "express-rate-limit", "hpp", "pino-http", "express-fileupload"],
  ...[
    "method-override",
    "express-mongo-sanitize",
    "xss-clean",
    "response-time",
    "connect-flash",
    "csurf",
    "multer",
  ],
]);

/** Of Express itself; `static` answers too. */
const OF_EXPRESS = /^(?:json|urlencoded|raw|text)$/;

/** The package that a name is imported from, or that is required for it. */
export function packageOf(module: JavaScriptModule, name: string): string | undefined {
  const binding = module.names.of.get(name);
  if (binding?.is === "import") return binding.from;
  if (binding?.is === "expression") return module.requiredFrom(binding.node);
  return binding?.is === "property" ? module.requiredFrom(binding.of) : undefined;
}

/** What a name is given, in the functions around it too. */
export function heldBy(
  module: JavaScriptModule,
  node: SyntaxNode,
): { readonly module: JavaScriptModule; readonly node: SyntaxNode } | undefined {
  const local = declaredAround(module.tree, node);
  const held = local === undefined ? module.follow(node) : module.follow(local);
  if (held?.is !== "expression") return undefined;
  const required = held.node.name === "CallExpression" ? held.module.required(held.node) : undefined;
  return required?.is === "expression" ? required : held;
}

/** Whether an assignment is to what the module exports. */
export function isExport({ tree }: JavaScriptModule, { firstChild }: SyntaxNode): boolean {
  return firstChild !== null && /^(?:module\.)?exports(?:\.\w+)?$/.test(tree.text(firstChild));
}

/** Whether middleware hands each request on, or ends it with an error: then no path is answered by it. */
export function handsOn(module: JavaScriptModule, node: SyntaxNode): boolean {
  const { tree } = module;
  if (/^(?:ArrowFunction|FunctionExpression|FunctionDeclaration)$/.test(node.name))
    return !answers(module, node);
  if (node.name === "CallExpression") {
    const [root = "", method = ""] = tree.callee(node).split(".");
    const required = node.firstChild === null ? undefined : module.requiredFrom(node.firstChild);
    const from = required ?? packageOf(module, root);
    if (from === "express") return OF_EXPRESS.test(method || root);
    return from !== undefined && HANDS_ON.has(from);
  }
  const declared = functionNamed(module, node);
  if (declared !== undefined) return !answers(declared.module, declared.node);
  const value = heldBy(module, node);
  return value !== undefined && value.node.name !== node.name && handsOn(value.module, value.node);
}

/** The text that an expression is, or that a name of it or of another file holds. */
export function textOf(module: JavaScriptModule, node: SyntaxNode | undefined): string | undefined {
  const isName = node !== undefined && /^(?:VariableName|MemberExpression)$/.test(node.name);
  const value = isName ? heldBy(module, node) : undefined;
  return value === undefined ? module.tree.string(node) : value.module.tree.string(value.node);
}

/** The function that an expression is: written there, of a name, or what a file of the project exports. */
export function functionOf(module: JavaScriptModule, node: SyntaxNode): ReturnType<typeof heldBy> {
  const isFunction = (one: SyntaxNode): boolean => /^(?:ArrowFunction|FunctionExpression)$/.test(one.name);
  if (isFunction(node)) return { module, node };
  const named = functionNamed(module, node);
  if (named !== undefined) return named;
  const held = node.name === "CallExpression" ? module.required(node) : heldBy(module, node);
  if (held === undefined || !("node" in held)) return undefined;
  return isFunction(held.node) ? held : functionNamed(held.module, held.node);
}

function functionNamed(module: JavaScriptModule, node: SyntaxNode): ReturnType<typeof heldBy> {
  if (node.name !== "VariableName") return undefined;
  const name = module.tree.text(node);
  const binding = module.names.of.get(name);
  if (binding?.is === "import") {
    const other = module.from(binding.from);
    const exported = other?.tree
      .nodes("FunctionDeclaration")
      .filter((one) => other.tree.text(one.getChild("VariableDefinition") ?? one) === binding.name);
    const [only] = exported ?? [];
    return other !== undefined && only !== undefined ? { module: other, node: only } : undefined;
  }
  const own = module.tree
    .nodes("FunctionDeclaration")
    .filter((one) => module.tree.text(one.getChild("VariableDefinition") ?? one) === name);
  return own.length === 1 && own[0] !== undefined ? { module, node: own[0] } : undefined;
}

/** An answer with the status of an error. */
const ERROR_ANSWER =
  /\.\s*(?:status\(\s*(?:[45]\d\d|[\w.]*(?:NOT_FOUND|UNAUTHORIZED|FORBIDDEN|BAD_REQUEST))\s*\)\s*\.\s*(?:json|send|end|render)\(|sendStatus\(\s*[45]\d\d)/g;
const ANSWER =
  /\.\s*(?:send|json|jsonp|end|sendFile|sendfile|render|redirect|sendStatus|pipe|download|write|writeHead|format)\(|\breturn\s+(?!next\b|res\b|;)/;

function answers({ tree }: JavaScriptModule, definition: SyntaxNode): boolean {
  const parameters = childrenOf(definition.getChild("ParamList")).filter(
    ({ name }) => name === "VariableDefinition",
  );
  // Express calls a function of four for errors alone.
  if (parameters.length === 4) return false;
  const body = childrenOf(definition).at(-1);
  const text = body === undefined ? "" : tree.text(body).replace(ERROR_ANSWER, ".refuse(");
  const [request = "", response = ""] = parameters.map((one) => tree.text(one));
  // A function that gets both may answer.
  const both = new RegExp(`\\(\\s*${request}\\s*,\\s*${response}\\b`.replaceAll("$", "\\$&"));
  return body === undefined || response === "" || ANSWER.test(text) || both.test(text);
}
