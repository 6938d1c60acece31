import type { SyntaxNode } from "@lezer/common";
import { routePath } from "../../../domain/route-path";
import { childrenOf } from "../../readers/code/syntax-tree";
import type { PythonModule } from "../../readers/python/module";
import { pythonValue } from "../../readers/python/values";
import { newRouter, notFollowed, pathsOf, type Router } from "./routers";

/**
 * Middleware that hands each request on, or ends it with an error or another address: Django's own, and packages by their
 * pages, read 2026-12-01.
 */
const HANDS_ON =
  /^(?:django\.(?:middleware|contrib\.(?:sessions|auth|messages|sites|admindocs))\.|corsheaders\.middleware\.CorsMiddleware$|whitenoise\.middleware\.WhiteNoiseMiddleware$|debug_toolbar\.|allauth\.account\.middleware\.AccountMiddleware$|simple_history\.|django_structlog\.|csp\.middleware\.CSPMiddleware$)/;
const MAX_DEPTH = 8;

/** Finds a module of the project by its dotted name; undefined of one that is not there. */
export type FindModule = (name: string) => PythonModule | undefined;

/**
 * The paths of a Django project (docs.djangoproject.com/en/stable/topics/http/urls); undefined where one of its patterns or
 * its middleware cannot be followed.
 */
export function djangoRoutes(settings: PythonModule, find: FindModule): readonly string[] | undefined {
  const text = (name: string): string | undefined => {
    const held = settings.named(name);
    const value = held?.is === "expression" ? pythonValue(held.module, held.node) : undefined;
    return value?.is === "literal" ? value.text : undefined;
  };
  const middleware = settings.named("MIDDLEWARE");
  if (middleware?.is !== "expression" || middleware.node.name !== "ArrayExpression") return undefined;
  for (const entry of elementsOf(middleware.node))
    if (!HANDS_ON.test(middleware.module.tree.string(entry) ?? "")) return undefined;
  const isChanged = [settings, middleware.module].some(({ tree }) =>
    /\bMIDDLEWARE\s*(?:\.\s*\w+\(|\[)/.test(tree.text(tree.root)),
  );
  if (isChanged) return undefined;
  const isScripted = settings.named("FORCE_SCRIPT_NAME") !== undefined;
  const urls = find(text("ROOT_URLCONF") ?? "");
  if (urls === undefined || isScripted) return undefined;
  const router = newRouter();
  read(urls, router, find, 0);
  return pathsOf(router);
}

const elementsOf = (list: SyntaxNode): readonly SyntaxNode[] =>
  childrenOf(list).filter(({ name }) => !/^[[\](),]$|^Comment$/.test(name));

/** The patterns of one module, which must be one list that nothing but files of development is added to. */
function read(module: PythonModule, router: Router, find: FindModule, depth: number): void {
  if (depth > MAX_DEPTH) notFollowed();
  const { tree } = module;
  const statements = tree
    .nodes("AssignStatement", "UpdateStatement")
    .filter(({ firstChild }) => firstChild !== null && tree.text(firstChild) === "urlpatterns");
  const [made, ...added] = statements;
  if (made?.name !== "AssignStatement" || made.parent?.name !== "Script") notFollowed();
  // docs.djangoproject.com/en/stable/howto/static-files: below the addresses of static and uploaded files.
  if (!added.every((one) => /^urlpatterns\s*\+=\s*(?:static|staticfiles_urlpatterns)\(/.test(tree.text(one))))
    notFollowed();
  if (/\burlpatterns\s*\.\s*\w+\(/.test(tree.text(tree.root))) notFollowed();
  const list = made.lastChild;
  if (list?.name !== "ArrayExpression") notFollowed();
  for (const entry of elementsOf(list)) readEntry(module, entry, router, find, depth);
}

function readEntry(
  module: PythonModule,
  entry: SyntaxNode,
  router: Router,
  find: FindModule,
  depth: number,
): void {
  const { tree } = module;
  const callee = entry.name === "CallExpression" ? tree.dotted(entry.firstChild) : undefined;
  if (callee !== "path" && callee !== "re_path" && callee !== "url") notFollowed();
  const args = tree.arguments(entry);
  const [route, view] = args.filter(({ name }) => name === undefined);
  const written = (route && tree.string(route.node)) ?? notFollowed();
  const target = view?.node ?? notFollowed();
  const isIncluded =
    target.name === "CallExpression" && tree.dotted(target.firstChild) === "include" ? target : undefined;
  const isRouter = /\.(?:urls|get_urls\(\))$/.test(tree.text(target));
  const pattern = callee === "path" ? pathPattern(written) : regexPattern(written, isIncluded !== undefined);
  if (isIncluded === undefined) {
    router.paths.push(isRouter ? `${pattern}/**` : pattern);
    return;
  }
  const [first] = tree.arguments(isIncluded);
  const [only] = first?.node.name === "TupleExpression" ? elementsOf(first.node) : [first?.node];
  const name = only === undefined ? undefined : tree.string(only);
  const included = name === undefined ? undefined : find(name);
  if (included !== undefined) {
    const below = newRouter();
    router.below.push({ router: below, prefix: pattern });
    read(included, below, find, depth + 1);
    return;
  }
  // What a package answers is behind its prefix alone.
  if (/^\/?$/.test(pattern)) notFollowed();
  router.paths.push(`${pattern}/**`);
}

/** `<int:id>` is one part, and `<path:rest>` all that follows. */
function pathPattern(route: string): string {
  const plain = route.replace(/<path:\w+>/g, "**").replace(/<(?:(?:int|str|slug|uuid):)?\w+>/g, "{}");
  return /[<>]/.test(plain) ? notFollowed() : routePath(plain);
}

/** `^health/?$`; what is no plain text begins with a plain part, or may be anything. */
function regexPattern(pattern: string, isIncluded: boolean): string {
  const [, inner = "", end = ""] = /^\^?(.*?)(\/\?\$|\$|)$/s.exec(pattern) ?? [];
  if (!pattern.startsWith("^")) notFollowed();
  if (/^[\w/-]*$/.test(inner)) return isIncluded || end !== "" ? routePath(inner) : `${routePath(inner)}**`;
  const [plain = ""] = /^[\w-]+\//.exec(inner) ?? [];
  return plain === "" ? notFollowed() : `${routePath(plain)}/**`;
}
