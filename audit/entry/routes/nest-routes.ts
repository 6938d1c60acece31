import type { SyntaxNode } from "@lezer/common";
import { routePath } from "../../../domain/route-path";
import { ancestorsOf } from "../../readers/code/syntax-tree";
import type { JavaScriptModule } from "../../readers/javascript/module";
import { handsOn, heldBy } from "./javascript-handlers";
import { notFollowed } from "./routers";

/**
 * What answers beside the controllers, or changes their paths (docs.nestjs.com: Serve static, Router module, Versioning,
 * Middleware; a filter may answer what is not found with a page).
 */
const BESIDE =
  /ServeStaticModule|RouterModule|enableVersioning|getHttpAdapter|getHttpServer|getInstance|\bexpress\(|@Catch\(\s*(?:NotFoundException|HttpException)?\s*\)|NestMiddleware|createProxyMiddleware|useStaticAssets|ExpressAdapter|\bversion\s*:|\bmiddie\b|\.register\(/;

const VERB = /^(?:Get|Post|Put|Patch|Delete|Head|Options|All|Sse)$/;

/** The paths of a Nest application (docs.nestjs.com: Controllers, Global prefix); undefined where they cannot all be followed. */
export function nestRoutes(modules: readonly JavaScriptModule[]): readonly string[] | undefined {
  if (modules.some(({ text }) => BESIDE.test(text))) return undefined;
  const calls = modules.flatMap((module) =>
    module.tree.nodes("CallExpression").map((call) => ({ module, call, callee: module.tree.callee(call) })),
  );
  if (calls.filter(({ callee }) => callee === "NestFactory.create").length !== 1) return undefined;
  for (const { module, call, callee } of calls)
    if (/^(?:app|server|application)\.use$/.test(callee))
      for (const handler of module.tree.arguments(call)) if (!handsOn(module, handler)) return undefined;
  const { prefix, without } = prefixOf(calls);
  return modules.flatMap(controllerPaths).flatMap((path) => {
    const isWithout = without.some((one) => routePath(one) === path);
    return isWithout ? [path] : [routePath(prefix, path)];
  });
}

interface Call {
  readonly module: JavaScriptModule;
  readonly call: SyntaxNode;
  readonly callee: string;
}

function prefixOf(calls: readonly Call[]): { readonly prefix: string; readonly without: readonly string[] } {
  const [set, ...more] = calls.filter(({ callee }) => callee.endsWith(".setGlobalPrefix"));
  if (set === undefined) return { prefix: "", without: [] };
  const { module, call } = set;
  const isSometimes = ancestorsOf(call).some(({ name }) =>
    /^(?:IfStatement|ConditionalExpression|BinaryExpression)$/.test(name),
  );
  if (more.length > 0 || isSometimes) notFollowed();
  const [path, options] = module.tree.arguments(call);
  const prefix = textOf(module, path) ?? notFollowed();
  if (options === undefined) return { prefix, without: [] };
  const given = module.tree.properties(options) ?? notFollowed();
  const exclude = given.get("exclude");
  if (exclude?.name !== "ArrayExpression") notFollowed();
  const items = [...exclude.getChildren("String"), ...exclude.getChildren("ObjectExpression")];
  const without = items.map((item) => {
    const at = item.name === "String" ? item : module.tree.properties(item)?.get("path");
    return textOf(module, at) ?? notFollowed();
  });
  // What is spread, computed or a pattern may leave out more.
  const written = module.tree.text(exclude);
  if (/\.\.\.|[*(:](?!\s*(?:["'`]|RequestMethod))/.test(written)) notFollowed();
  return { prefix, without };
}

/** The text of a literal, or of a constant that is one; undefined of anything else. */
function textOf(module: JavaScriptModule, node: SyntaxNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  const value = node.name === "String" ? { module, node } : heldBy(module, node);
  return value === undefined ? undefined : value.module.tree.string(value.node);
}

function controllerPaths(module: JavaScriptModule): readonly string[] {
  const { tree } = module;
  const bodies = tree.nodes("ClassBody");
  return decorators(module, /^Controller$/).flatMap(({ call, node }) => {
    const body = bodies.find(({ from }) => from > node.to);
    const prefixes = pathsOf(module, call);
    if (body === undefined) return [];
    return decorators(module, VERB)
      .filter((one) => one.node.from > body.from && one.node.to < body.to)
      .flatMap((one) =>
        pathsOf(module, one.call).flatMap((path) => prefixes.map((prefix) => routePath(prefix, path))),
      );
  });
}

function decorators(
  module: JavaScriptModule,
  name: RegExp,
): readonly { readonly node: SyntaxNode; readonly call: SyntaxNode }[] {
  return module.tree.nodes("Decorator").flatMap((node) => {
    const call = node.getChild("CallExpression");
    return call !== null && name.test(module.tree.callee(call)) ? [{ node, call }] : [];
  });
}

function pathsOf(module: JavaScriptModule, call: SyntaxNode): readonly string[] {
  const [first] = module.tree.arguments(call);
  if (first === undefined) return [""];
  const items =
    first.name === "ArrayExpression"
      ? first.getChildren("String")
      : [first.name === "ObjectExpression" ? module.tree.properties(first)?.get("path") : first];
  return items.map((item) => {
    const text = textOf(module, item) ?? notFollowed();
    const plain = text.replace(/\/?\*\w*$/, "/**").replace(/(?<=^|\/):\w+/g, "{}");
    return /[()?+:]|(?<!\*)\*(?!\*)/.test(plain) ? notFollowed() : plain;
  });
}
