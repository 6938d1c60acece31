import type { SyntaxNode } from "@lezer/common";
import { ModuleGraph } from "../../readers/code/module-graph";
import { ancestorsOf, childrenOf } from "../../readers/code/syntax-tree";
import { JAVASCRIPT_LANGUAGE } from "../../readers/javascript/language";
import type { JavaScriptModule } from "../../readers/javascript/module";
import { joined, type Route, type RouteSource } from "./route";

const SOURCE = /\.[cm]?[jt]sx?$/;
const NOT_READ = /\.(?:config|d)\.[cm]?[jt]sx?$|\.min\.js$/;
const MAY_ROUTE = /\.(?:get|all|route|use|register)\(/;
const APPLICATION =
  /^(?:express|fastify|Fastify|polka|restana|new\s+(?:Hono|Elysia|Fastify)|require\(["'](?:express|fastify|polka|restana)["']\))$/;
const ROUTER = /^(?:(?:express\.)?Router|new\s+(?:express\.)?Router)$/;
const MAX_NESTED = 5;

/** The call that makes an application or a router. */
interface Owner {
  readonly module: JavaScriptModule;
  readonly call: SyntaxNode;
}

interface Used {
  readonly router: Owner;
  readonly by: Owner;
  readonly prefix: string | undefined;
}

/** The routes of Express, Fastify, Hono and their kin, with the prefixes of their routers as far as these are written. */
export function javaScriptRoutes({ files, repository }: RouteSource): readonly Route[] {
  const graph = ModuleGraph.of(repository, JAVASCRIPT_LANGUAGE);
  const modules = files
    .filter((file) => SOURCE.test(file) && !NOT_READ.test(file))
    .flatMap((path) => {
      const text = repository.text(path) ?? "";
      const module = MAY_ROUTE.test(text) ? graph.module({ path, text }) : undefined;
      return module === undefined ? [] : [module];
    });
  const used = modules.flatMap(usesOf);
  const prefixes = modules.some(({ text }) => /\bregister\([^;]*?\bprefix\b/.test(text));
  return modules.flatMap((module) => routesOf(module, used, prefixes));
}

function routesOf(module: JavaScriptModule, used: readonly Used[], prefixes: boolean): readonly Route[] {
  const { tree } = module;
  return tree.nodes("CallExpression").flatMap((call): readonly Route[] => {
    const [object, method] = methodOf(module, call) ?? [];
    if (object === undefined || method === undefined || !/^(?:get|all|route|use)$/.test(method)) return [];
    const path = pathOf(module, call, method);
    if (path === undefined || !path.startsWith("/")) return [];
    const prefix = prefixOfObject(module, object, used, prefixes);
    return prefix === undefined ? [] : [{ path: joined(prefix, path), place: tree.place(call) }];
  });
}

/** `app.get("/x", …)`, `fastify.route({ method: "GET", url: "/x" })`, `app.use("/x", (request, response) => …)`. */
function pathOf({ tree }: JavaScriptModule, call: SyntaxNode, method: string): string | undefined {
  const [first, second] = tree.arguments(call);
  if (method === "use") return isHandler(second) ? tree.string(first) : undefined;
  const options = tree.properties(first);
  if (method !== "route" || options === undefined)
    return second === undefined && method !== "route" ? undefined : tree.string(first);
  const methods = options.get("method");
  return methods !== undefined && /["']GET["']/i.test(tree.text(methods))
    ? tree.string(options.get("url"))
    : undefined;
}

const isHandler = (node: SyntaxNode | undefined): boolean =>
  node?.name === "ArrowFunction" || node?.name === "FunctionExpression";

function methodOf({ tree }: JavaScriptModule, call: SyntaxNode): readonly [SyntaxNode, string] | undefined {
  const [object, dot, name] = childrenOf(call.firstChild);
  if (call.firstChild?.name !== "MemberExpression" || object === undefined || name === undefined)
    return undefined;
  return dot?.name === "." ? [object, tree.text(name)] : undefined;
}

function prefixOfObject(
  module: JavaScriptModule,
  object: SyntaxNode,
  used: readonly Used[],
  prefixes: boolean,
): string | undefined {
  const owner = ownerOf(module, object);
  if (owner !== undefined) return prefixOf(owner, used, 0);
  // A plugin of Fastify gets its instance as a parameter: under which prefix is said where it is registered.
  return isPluginOfFastify(module, object) && !prefixes ? "" : undefined;
}

function isPluginOfFastify({ tree }: JavaScriptModule, object: SyntaxNode): boolean {
  const name = tree.text(object);
  if (object.name !== "VariableName" || !/^(?:fastify|server|app|instance)$/.test(name)) return false;
  return ancestorsOf(object).some((around) =>
    (around.getChild("ParamList")?.getChildren("VariableDefinition") ?? []).some(
      (parameter) => tree.text(parameter) === name,
    ),
  );
}

/** The call that makes an object, as far as it can be followed, or what a function around it gives the name. */
function ownerOf(module: JavaScriptModule, object: SyntaxNode): Owner | undefined {
  const found = module.follow(object) ?? declaredAround(module, object);
  const target = found?.is === "expression" ? (found.module.required(found.node) ?? found) : found;
  if (target?.is !== "expression") return undefined;
  const { node } = target;
  const made = node.name === "AwaitExpression" ? node.lastChild : node;
  if (made === null || !["CallExpression", "NewExpression"].includes(made.name)) return undefined;
  return { module: target.module, call: made };
}

function declaredAround(module: JavaScriptModule, object: SyntaxNode) {
  const { tree } = module;
  if (object.name !== "VariableName") return undefined;
  for (const block of ancestorsOf(object).filter(({ name }) => name === "Block" || name === "Script"))
    for (const declaration of block.getChildren("VariableDeclaration")) {
      const definition = declaration.getChild("VariableDefinition");
      const value =
        declaration.lastChild?.name === ";" ? declaration.lastChild.prevSibling : declaration.lastChild;
      if (definition !== null && value !== null && tree.text(definition) === tree.text(object))
        return { is: "expression" as const, module, node: value };
    }
  return undefined;
}

/** `app.use("/api", router)`, `app.use(router)`, and Hono's `app.route("/api", router)`. */
function usesOf(module: JavaScriptModule): readonly Used[] {
  const { tree } = module;
  return tree.nodes("CallExpression").flatMap((call): readonly Used[] => {
    const [object, method] = methodOf(module, call) ?? [];
    if (object === undefined || (method !== "use" && method !== "route")) return [];
    const by = ownerOf(module, object);
    const given = tree.arguments(call);
    const [first] = given;
    const prefix = first?.name === "String" ? tree.string(first) : given.length === 1 ? "" : undefined;
    if (by === undefined) return [];
    return given.flatMap((each) => {
      const router = ["VariableName", "CallExpression"].includes(each.name)
        ? ownerOf(module, each)
        : undefined;
      return router === undefined ? [] : [{ router, by, prefix }];
    });
  });
}

function prefixOf(owner: Owner, used: readonly Used[], depth: number): string | undefined {
  const above = used.find(({ router }) => isSame(router, owner));
  const called = calleeOf(owner);
  if (above === undefined) return APPLICATION.test(called) ? "" : undefined;
  if (depth > MAX_NESTED || above.prefix === undefined) return undefined;
  if (!APPLICATION.test(called) && !ROUTER.test(called)) return undefined;
  const outer = prefixOf(above.by, used, depth + 1);
  return outer === undefined ? undefined : joined(outer, above.prefix);
}

function calleeOf({ module: { tree }, call }: Owner): string {
  const callee = call.name === "NewExpression" ? call.firstChild?.nextSibling : call.firstChild;
  const text = callee === null || callee === undefined ? "" : tree.text(callee).slice(0, 100);
  return call.name === "NewExpression" ? `new ${text}` : text;
}

const isSame = (one: Owner, other: Owner): boolean =>
  one.module.path === other.module.path && one.call.from === other.call.from;
