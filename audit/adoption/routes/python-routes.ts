import type { SyntaxNode } from "@lezer/common";
import { ModuleGraph } from "../../readers/code/module-graph";
import { ancestorsOf } from "../../readers/code/syntax-tree";
import { PYTHON_LANGUAGE } from "../../readers/python/language";
import type { PythonModule } from "../../readers/python/module";
import { pythonValue } from "../../readers/python/values";
import { djangoRoutes } from "./django-routes";
import { joined, type Route, type RouteSource } from "./route";
import { starletteRoutes } from "./starlette-routes";

/** `@app.get("/health")`, `@app.route("/health")`, `app.add_url_rule("/health", …)`, of FastAPI, Flask and their kin. */
const ADDS = /^([\w.]+)\.(?:get|route|api_route|add_api_route|add_url_rule|add_route|add_get)$/;
const INCLUDES = /\.(?:include_router|register_blueprint|mount)$/;
const APPLICATION =
  /^(?:\w+\.)?(?:FastAPI|Flask|Quart|Starlette|Sanic|Litestar|Application|APIFlask|Bottle)$/;
const ROUTER = /^(?:\w+\.)?(?:APIRouter|Blueprint|APIBlueprint)$/;
const MAY_ROUTE =
  /\.(?:get|route|api_route|add_api_route|add_url_rule|add_route|add_get|include_router|register_blueprint|mount)\(|\bStarlette\(/;

/** How many routers one route is followed through. */
const MAX_NESTED = 5;

/** A router that another object serves under a prefix; undefined where the prefix is computed. */
interface Included {
  readonly router: Owner;
  readonly by: Owner;
  readonly prefix: string | undefined;
}

/** The call that makes an application or a router. */
interface Owner {
  readonly module: PythonModule;
  readonly call: SyntaxNode;
}

/** The routes of Python code, each with the prefixes of its routers; without those whose prefix is not written out. */
export function pythonRoutes(source: RouteSource): readonly Route[] {
  const graph = ModuleGraph.of(source.repository, PYTHON_LANGUAGE);
  const modules = source.files
    .filter((file) => file.endsWith(".py"))
    .flatMap((path) => {
      const text = source.repository.text(path) ?? "";
      const module = MAY_ROUTE.test(text) ? graph.module({ path, text }) : undefined;
      return module === undefined ? [] : [module];
    });
  const included = modules.flatMap(includesOf);
  const own = modules.flatMap((module) => [...routesOf(module, included), ...starletteRoutes(module)]);
  return [...own, ...djangoRoutes(source, graph)];
}

function routesOf(module: PythonModule, included: readonly Included[]): readonly Route[] {
  const { tree } = module;
  return tree.nodes("CallExpression", "Decorator").flatMap((node): readonly Route[] => {
    const callee = node.name === "Decorator" ? decorated(module, node) : tree.dotted(node.firstChild);
    const [adds, object] = ADDS.exec(callee ?? "") ?? [];
    if (adds === undefined || object === undefined) return [];
    const given = tree.arguments(node);
    const path = given.find(({ name }) => name === "path" || name === "rule") ?? given[0];
    const text = path === undefined ? undefined : tree.string(path.node);
    const methods = given.find(({ name }) => name === "methods");
    const gets = methods === undefined || /["']GET["']/i.test(tree.text(methods.node));
    if (path === undefined || text === undefined || !gets || !/^\/|^$/.test(text)) return [];
    // `add_get` is of `app.router` in aiohttp.
    const owner = ownerOf(module, node, object.replace(/\.router$/, ""));
    const prefix = owner === undefined ? undefined : prefixOf(owner, included, 0);
    return prefix === undefined ? [] : [{ path: joined(prefix, text), place: tree.place(node) }];
  });
}

/** What a decorator calls, `app.get`: its name and its arguments are siblings in the tree. */
function decorated({ tree }: PythonModule, node: SyntaxNode): string | undefined {
  return /^@\s*([\w.]{1,200})\s*\(/.exec(tree.text(node))?.[1];
}

/** The call that makes the object of a name at the module's top level, or in the function around the node. */
function ownerOf(module: PythonModule, node: SyntaxNode, name: string): Owner | undefined {
  const [first = "", ...attributes] = name.split(".");
  const target = attributes.length === 0 ? (around(module, node, first) ?? module.named(first)) : undefined;
  return target?.is === "expression" && target.node.name === "CallExpression"
    ? { module: target.module, call: target.node }
    : undefined;
}

/** What a function gives a name that has the node in it: `def create_app(): app = Flask(__name__)`. */
function around(module: PythonModule, node: SyntaxNode, name: string) {
  const { tree } = module;
  for (const definition of ancestorsOf(node).filter((above) => above.name === "FunctionDefinition"))
    for (const statement of definition.getChild("Body")?.getChildren("AssignStatement") ?? []) {
      const { firstChild: target, lastChild: value } = statement;
      if (target !== null && value !== null && tree.text(target) === name)
        return { is: "expression" as const, module, node: value };
    }
  return undefined;
}

function includesOf(module: PythonModule): readonly Included[] {
  const { tree } = module;
  return tree.nodes("CallExpression").flatMap((call): readonly Included[] => {
    const callee = tree.dotted(call.firstChild) ?? "";
    if (!INCLUDES.test(callee)) return [];
    const by = ownerOf(module, call, callee.replace(INCLUDES, ""));
    const given = tree.arguments(call);
    const mounts = callee.endsWith(".mount");
    const [what] = given.filter(({ name }) => name === undefined).slice(mounts ? 1 : 0);
    const router = what === undefined ? undefined : module.follow(what.node);
    if (by === undefined || router?.is !== "expression") return [];
    const named =
      given.find(({ name }) => name === "prefix" || name === "url_prefix") ?? (mounts ? given[0] : undefined);
    const prefix = named === undefined ? "" : literal(module, named.node);
    return [{ router: { module: router.module, call: router.node }, by, prefix }];
  });
}

/** The prefix under which an object's routes are served; undefined where it is not known to be served at all. */
function prefixOf(owner: Owner, included: readonly Included[], depth: number): string | undefined {
  const { tree } = owner.module;
  const made = tree.dotted(owner.call.firstChild) ?? "";
  const above = included.find(({ router }) => isSame(router, owner));
  if (above === undefined) return APPLICATION.test(made) ? "" : undefined;
  if (depth > MAX_NESTED || above.prefix === undefined) return undefined;
  const own = ROUTER.test(made) ? ownPrefix(owner, above.prefix !== "") : "";
  const outer = prefixOf(above.by, included, depth + 1);
  return own === undefined || outer === undefined ? undefined : joined(outer, joined(above.prefix, own));
}

/** Flask's `register_blueprint(url_prefix=…)` takes the place of the blueprint's own; FastAPI's adds to it. */
function ownPrefix({ module, call }: Owner, given: boolean): string | undefined {
  const named = module.tree.arguments(call).find(({ name }) => name === "prefix" || name === "url_prefix");
  if (named === undefined || (given && named.name === "url_prefix")) return "";
  return literal(module, named.node);
}

function literal(module: PythonModule, node: SyntaxNode): string | undefined {
  const value = pythonValue(module, node);
  return value.is === "literal" && value.text !== "None" ? value.text : undefined;
}

const isSame = (one: Owner, other: Owner): boolean =>
  one.module.path === other.module.path && one.call.from === other.call.from;
