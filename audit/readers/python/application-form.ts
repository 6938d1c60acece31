import type { SyntaxNode } from "@lezer/common";
import type { ApplicationForm } from "../../../domain/code-fact";
import { ancestorsOf, childrenOf } from "../code/syntax-tree";
import type { PythonModule } from "./module";

/** What makes an application, by the form in which a server calls it (each project's own page on deployment, read 2026-12-01). */
const FORMS: Readonly<Record<string, ApplicationForm>> = {
  "fastapi.FastAPI": "asgi",
  "fastapi.applications.FastAPI": "asgi",
  "starlette.applications.Starlette": "asgi",
  "litestar.Litestar": "asgi",
  "litestar.app.Litestar": "asgi",
  "quart.Quart": "asgi",
  "falcon.asgi.App": "asgi",
  "blacksheep.Application": "asgi",
  "socketio.ASGIApp": "asgi",
  "channels.routing.ProtocolTypeRouter": "asgi",
  "django.core.asgi.get_asgi_application": "asgi",
  "flask.Flask": "wsgi",
  "apiflask.APIFlask": "wsgi",
  "bottle.Bottle": "wsgi",
  "falcon.App": "wsgi",
  "django.core.wsgi.get_wsgi_application": "wsgi",
};

/** The form of a module's application, where one call at the module's top level makes it for certain. */
export function applicationForm(module: PythonModule, name: string): ApplicationForm | undefined {
  const { tree } = module;
  if (
    tree.nodes("ScopeStatement").some((scope) =>
      tree
        .text(scope)
        .split(/[\s,]+/)
        .includes(name),
    )
  )
    return undefined;
  const assigned = tree
    .nodes("AssignStatement")
    .filter((node) => node.firstChild?.name === "VariableName" && tree.text(node.firstChild) === name)
    .filter((node) => !isInFunction(node));
  const last = assigned.at(-1);
  // Under a condition another one may be there.
  if (last === undefined || assigned.some((node) => node.parent?.name !== tree.root.name)) return undefined;
  const made = childrenOf(last).at(-1);
  const callee = made?.name === "CallExpression" ? made.firstChild : null;
  const path = callee === null ? undefined : importedPath(module, callee);
  return path === undefined || !Object.hasOwn(FORMS, path) ? undefined : FORMS[path];
}

const isInFunction = (node: SyntaxNode): boolean =>
  ancestorsOf(node).some(({ name }) =>
    /^(?:FunctionDefinition|ClassDefinition|LambdaExpression)$/.test(name),
  );

/** `fastapi.FastAPI` of `FastAPI` and of `fastapi.FastAPI`, by the module's imports. */
function importedPath({ tree, names }: PythonModule, callee: SyntaxNode): string | undefined {
  const [first = "", ...rest] = tree.text(callee).split(".");
  const binding = names.of.get(first);
  if (binding?.is !== "import" || binding.level !== 0) return undefined;
  return [...binding.module, ...(binding.name === undefined ? [] : [binding.name]), ...rest].join(".");
}
