import type { SyntaxNode } from "@lezer/common";
import type { PythonModule } from "../../readers/python/module";
import { joined, type Route } from "./route";

const MAX_NESTED = 5;
const APPLICATION = /^(?:\w+\.)?Starlette$/;
const ROUTER = /^(?:\w+\.)*(?:Starlette|Router)$/;

/** The routes of `Starlette(routes=[Route(…), Mount(…)])` (www.starlette.io/routing, read in November 2026). */
export function starletteRoutes(module: PythonModule): readonly Route[] {
  const { tree } = module;
  return tree
    .nodes("CallExpression")
    .filter((call) => APPLICATION.test(tree.dotted(call.firstChild) ?? ""))
    .flatMap((call) => routesOf(module, call, "", 0));
}

/** Those of the argument `routes`, a list that is written there or bound to a name. */
function routesOf(module: PythonModule, call: SyntaxNode, prefix: string, depth: number): readonly Route[] {
  const given = module.tree.arguments(call).find(({ name }) => name === "routes");
  const list = given === undefined ? undefined : module.follow(given.node);
  if (list?.is !== "expression" || list.node.name !== "ArrayExpression" || depth > MAX_NESTED) return [];
  const items = list.node.getChildren("CallExpression");
  return items.flatMap((item) => routeOf(list.module, item, prefix, depth));
}

function routeOf(module: PythonModule, item: SyntaxNode, prefix: string, depth: number): readonly Route[] {
  const { tree } = module;
  const made = (tree.dotted(item.firstChild) ?? "").replace(/^.*\./, "");
  const given = tree.arguments(item);
  const path = given.find(({ name }) => name === "path") ?? given.find(({ name }) => name === undefined);
  const text = path === undefined ? undefined : tree.string(path.node);
  if (text === undefined) return [];
  if (made === "Mount") {
    const own = routesOf(module, item, joined(prefix, text), depth + 1);
    return [...own, ...mounted(module, item, joined(prefix, text), depth)];
  }
  const methods = given.find(({ name }) => name === "methods");
  const gets = methods === undefined || /["']GET["']/i.test(tree.text(methods.node));
  return made === "Route" && gets ? [{ path: joined(prefix, text), place: tree.place(item) }] : [];
}

/** Those of the application or router that is mounted: `Mount("/api", app=Router(routes=[…]))`. */
function mounted(module: PythonModule, item: SyntaxNode, prefix: string, depth: number): readonly Route[] {
  const given = module.tree.arguments(item);
  const app = given.find(({ name }) => name === "app") ?? given.filter(({ name }) => name === undefined)[1];
  const made = app === undefined ? undefined : module.follow(app.node);
  if (made?.is !== "expression" || made.node.name !== "CallExpression") return [];
  if (!ROUTER.test(made.module.tree.dotted(made.node.firstChild) ?? "")) return [];
  return routesOf(made.module, made.node, prefix, depth + 1);
}
