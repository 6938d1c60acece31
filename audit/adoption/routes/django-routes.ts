import type { SyntaxNode } from "@lezer/common";
import type { ModuleGraph } from "../../readers/code/module-graph";
import type { PythonModule } from "../../readers/python/module";
import type { PythonImport } from "../../readers/python/names";
import { joined, type Route, type RouteSource } from "./route";

const MAX_NESTED = 5;
const ROOT = /\bROOT_URLCONF\s*=\s*["']([\w.]+)["']/;

/** The routes of `urlpatterns`, from the module that ROOT_URLCONF names (docs.djangoproject.com, topics/http/urls). */
export function djangoRoutes(
  { files, repository }: RouteSource,
  graph: ModuleGraph<PythonModule, PythonImport>,
): readonly Route[] {
  const settings = files.find((file) => file.endsWith(".py") && ROOT.test(repository.text(file) ?? ""));
  const named = settings === undefined ? undefined : ROOT.exec(repository.text(settings) ?? "")?.[1];
  const read = (dotted: string): PythonModule | undefined => {
    const ends = `${dotted.replaceAll(".", "/")}.py`;
    const [path, ...others] = files.filter((file) => file === ends || file.endsWith(`/${ends}`));
    const text = path === undefined || others.length > 0 ? undefined : repository.text(path);
    return path === undefined || text === undefined ? undefined : graph.module({ path, text });
  };
  return named === undefined ? [] : patternsOf(read(named), "", read, 0);
}

function patternsOf(
  module: PythonModule | undefined,
  prefix: string,
  read: (dotted: string) => PythonModule | undefined,
  depth: number,
): readonly Route[] {
  if (module === undefined || depth > MAX_NESTED) return [];
  const { tree } = module;
  return tree.nodes("CallExpression").flatMap((call): readonly Route[] => {
    const made = tree.dotted(call.firstChild) ?? "";
    if (!/^(?:re_)?path$|^url$/.test(made)) return [];
    const [pattern, view] = tree.arguments(call);
    const text = pattern === undefined ? undefined : written(tree.string(pattern.node), made);
    if (text === undefined || view === undefined) return [];
    const included = includedBy(module, view.node);
    if (included === undefined) return [{ path: joined(prefix, text), place: tree.place(call) }];
    return patternsOf(read(included), joined(prefix, text), read, depth + 1);
  });
}

/** The module of `include("orders.urls")`; empty where it is computed. */
function includedBy({ tree }: PythonModule, view: SyntaxNode): string | undefined {
  if (view.name !== "CallExpression" || tree.dotted(view.firstChild) !== "include") return undefined;
  const [first] = tree.arguments(view);
  return (first === undefined ? undefined : tree.string(first.node)) ?? "";
}

/** A pattern's path, where it has no part of a regular expression that could be several. */
function written(text: string | undefined, made: string): string | undefined {
  if (text === undefined || made === "path") return text;
  const plain = text.replace(/^\^/, "").replace(/\$$/, "").replace(/\/\?$/, "");
  return /^[\w/-]*$/.test(plain) ? plain : undefined;
}
