import type { SyntaxNode } from "@lezer/common";
import { childrenOf, isSameNode } from "../../readers/code/syntax-tree";
import type { JavaScriptModule } from "../../readers/javascript/module";
import { functionOf, heldBy, isExport, packageOf, textOf } from "./javascript-handlers";
import { newRouter, notFollowed, pathsOf, type Router } from "./routers";

const VERB = /^(?:get|head|post|put|patch|delete|options|all)$/;
/** Methods and properties that answer nothing (fastify.dev/docs/latest/Reference/Server). */
const SILENT =
  /^(?:listen|ready|log|close|decorate|decorateRequest|decorateReply|hasDecorator|addSchema|getSchema|addContentTypeParser|setErrorHandler|setValidatorCompiler|setSerializerCompiler|after|inject|server|addresses|printRoutes|hasPlugin|config|swagger|version|initialConfig)$/;
/** Plugins that register no route of their own, each by its page at npmjs.com, read 2026-12-01. */
const HARMLESS =
  /^(?:@fastify\/(?:cors|helmet|cookie|sensible|formbody|multipart|rate-limit|jwt|compress|env|postgres|redis|mysql|mongodb|session|secure-session|csrf-protection|auth|accepts|etag|caching|websocket|swagger)|fastify-plugin|fastify-type-provider-zod)$/;
const FUNCTION = /^(?:ArrowFunction|FunctionExpression|FunctionDeclaration|MethodDeclaration)$/;

/**
 * The paths of a Fastify application and of its own plugins (fastify.dev/docs/latest/Reference/Plugins, /Routes); undefined
 * where one of its registrations cannot be followed.
 *
 * @param modules all files that are loaded with it
 */
export function fastifyRoutes(modules: readonly JavaScriptModule[]): readonly string[] | undefined {
  const calls = modules.flatMap((module) =>
    module.tree.nodes("CallExpression").flatMap((call) => (isMade(module, call) ? [{ module, call }] : [])),
  );
  const [app, ...others] = calls;
  if (app === undefined || others.length > 0) return undefined;
  const options = app.module.tree.arguments(app.call).map((one) => app.module.tree.text(one));
  if (app.call.parent?.name !== "VariableDeclaration" || options.some((one) => MOVES.test(one)))
    return undefined;
  const router = newRouter();
  for (const module of modules)
    for (const node of module.tree.nodes("VariableName")) {
      const held = heldBy(module, node);
      if (held !== undefined && held.module === app.module && isSameNode(app.call, held.node))
        use(module, router, node, 0);
    }
  return pathsOf(router);
}

/** Of `fastify()` and `require("fastify")()`. */
function isMade(module: JavaScriptModule, call: SyntaxNode): boolean {
  const callee = module.tree.callee(call);
  if (/^require\(["']fastify["']\)(?:\.default)?$/.test(callee)) return true;
  const [root = "", member] = callee.split(".");
  return (
    packageOf(module, root) === "fastify" && (member === undefined || /^(?:default|fastify)$/.test(member))
  );
}

/** Options by which other paths are answered than those that are registered. */
const MOVES = /\b(?:rewriteUrl|serverFactory|prefixTrailingSlash|constraints)\b|^\w|\.\.\./;
const MAX_PLUGINS = 12;

function use(module: JavaScriptModule, router: Router, used: SyntaxNode, depth: number): void {
  if (depth > MAX_PLUGINS) notFollowed();
  const { parent } = used;
  const { tree } = module;
  switch (parent?.name) {
    case "ExportDeclaration":
    case "ExportGroup":
      return;
    case "AssignmentExpression":
      if (!isExport(module, parent)) notFollowed();
      return;
    case "MemberExpression": {
      if (!isSameNode(parent.firstChild, used)) return;
      const name = parent.lastChild === null ? "" : tree.text(parent.lastChild);
      const call = parent.parent;
      if (call?.name === "CallExpression" && isSameNode(call.firstChild, parent)) {
        // `app.register(…).get(…)` goes on with the same application.
        if (call.parent?.name === "MemberExpression" && !SILENT.test(name)) notFollowed();
        register(module, router, name, tree.arguments(call), depth);
      } else if (!SILENT.test(name)) notFollowed();
      return;
    }
    default:
      notFollowed();
  }
}

function register(
  module: JavaScriptModule,
  router: Router,
  method: string,
  args: readonly SyntaxNode[],
  depth: number,
): void {
  const { tree } = module;
  const [first, second] = args;
  if (VERB.test(method)) router.paths.push(pathOf(module, first));
  else if (method === "route") {
    const fields = tree.properties(first) ?? notFollowed();
    router.paths.push(pathOf(module, fields.get("url") ?? fields.get("path")));
  } else if (method === "register") plugin(module, router, first ?? notFollowed(), second, depth);
  else if (method === "addHook") {
    const handler = second && FUNCTION.test(second.name) ? tree.text(second) : notFollowed();
    if (answers(handler)) notFollowed();
  } else if (method === "setNotFoundHandler") {
    if (first === undefined || !/\b404\b/.test(tree.text(args.at(-1) ?? first))) notFollowed();
  } else if (!SILENT.test(method)) notFollowed();
}

/** Whether a hook answers other than with an error. */
const answers = (text: string): boolean =>
  /\.(?:send|redirect|sendFile)\(/.test(
    text.replaceAll(/\.(?:code|status)\(\s*[45]\d\d\s*\)\s*\.send\(/g, ""),
  );

function plugin(
  module: JavaScriptModule,
  router: Router,
  given: SyntaxNode,
  options: SyntaxNode | undefined,
  depth: number,
): void {
  const { tree } = module;
  const root = given.name === "MemberExpression" ? given.firstChild : given;
  const from =
    module.requiredFrom(given) ??
    (root?.name === "VariableName" ? packageOf(module, tree.text(root)) : undefined);
  if (from !== undefined && HARMLESS.test(from)) return;
  const found = functionOf(module, given) ?? notFollowed();
  const prefix = prefixOf(module, options);
  const [parameter] = childrenOf(found.node.getChild("ParamList")).filter(
    ({ name }) => !/^[(),]$/.test(name),
  );
  if (parameter === undefined) return;
  if (parameter.name !== "VariableDefinition") notFollowed();
  const below = newRouter();
  router.below.push({ router: below, prefix });
  const name = found.module.tree.text(parameter);
  for (const node of found.module.tree.nodes("VariableName"))
    if (node.from > found.node.from && node.to <= found.node.to && found.module.tree.text(node) === name)
      use(found.module, below, node, depth + 1);
}

function prefixOf(module: JavaScriptModule, options: SyntaxNode | undefined): string {
  if (options === undefined) return "";
  const fields = module.tree.properties(options) ?? notFollowed();
  return fields.has("prefix") ? pathOf(module, fields.get("prefix")) : "";
}

function pathOf(module: JavaScriptModule, node: SyntaxNode | undefined): string {
  const text = textOf(module, node) ?? notFollowed();
  const plain = text.replace(/\/?\*$/, "/**").replace(/(?<=\/):\w+(?=\/|$)/g, "{}");
  return /[()?:]|(?<!\*)\*(?!\*)/.test(plain) ? notFollowed() : plain;
}
