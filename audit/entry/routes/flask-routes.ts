import type { SyntaxNode } from "@lezer/common";
import { routePath } from "../../../domain/route-path";
import { ancestorsOf, childrenOf, isSameNode } from "../../readers/code/syntax-tree";
import type { PythonModule } from "../../readers/python/module";
import { pythonValue } from "../../readers/python/values";
import { FlaskApplications, type Held } from "./flask-applications";
import { answersItself, isHarmless } from "./flask-extensions";
import { notFollowed, pathsOf, type Router } from "./routers";

/** Methods that register a route, whose path is their first argument (flask.palletsprojects.com/en/stable/api). */
const ROUTE = /^(?:route|get|post|put|patch|delete|add_url_rule)$/;
/** Methods and properties that answer nothing, or what an application sends already. */
const SILENT =
  /^(?:config|logger|run|app_context|test_client|test_request_context|extensions|json|json_encoder|jinja_env|jinja_options|cli|shell_context_processor|context_processor|app_context_processor|template_(?:filter|global|test)|add_template_(?:filter|global|test)|app_template_(?:filter|global)|teardown_(?:appcontext|request)|after_request|url_build_error_handlers|url_for|secret_key|debug|name|import_name|root_path|static_folder|template_folder|instance_path|permanent_session_lifetime|record|record_once|before_first_request|wsgi_app)$/;
const CHECKS = /^(?:before_request|before_app_request|errorhandler|app_errorhandler|register_error_handler)$/;

/**
 * The paths of the only Flask application of some modules, in a factory too (flask.palletsprojects.com: Application Factories,
 * Blueprints); undefined where one of its registrations cannot be followed.
 *
 * @param attribute what the server loads; undefined where it looks for the application by itself
 * @param modules all files that are loaded with it
 */
export function flaskRoutes(
  module: PythonModule,
  attribute: string | undefined,
  modules: readonly PythonModule[],
): readonly string[] | undefined {
  const held = new FlaskApplications(modules);
  const { app } = held;
  if (app === undefined || !held.isLoaded(module, attribute)) return undefined;
  const seen = new Set<string>();
  let left: readonly Held[] = held.all;
  while (left.length > 0) {
    const given: Held[] = [];
    for (const one of left) {
      const key = `${one.module.path}:${one.scope?.from ?? ""}:${one.name}`;
      if (seen.has(key)) continue;
      seen.add(key);
      for (const used of held.usesOf(one)) given.push(...use(held, used.module, one.router, used.node));
    }
    left = given;
  }
  if (modules.some((one) => registersElsewhere(one, held, seen))) return undefined;
  const own = pathsOf(app.router);
  return own.length === 0 ? own : ["/static/**", ...own];
}

const REGISTERS = /^(.*)\.(?:route|add_url_rule|register_blueprint|add_resource)$/s;

/** Whether something registers by a name that is none of those that are read, such as `current_app`, or in the map itself. */
function registersElsewhere(
  module: PythonModule,
  held: FlaskApplications,
  seen: ReadonlySet<string>,
): boolean {
  const { tree } = module;
  if (/\burl_map\s*\.\s*add\b/.test(tree.text(tree.root))) return true;
  const called = tree.nodes("CallExpression").flatMap(({ firstChild }) => firstChild ?? []);
  const members = [...called, ...tree.nodes("Decorator")].filter((node) => {
    const text = tree.text(node).replace(/^@|\((?:.|\n)*$/g, "");
    return REGISTERS.test(text.trim());
  });
  return members.some((node) => {
    const first = node.name === "Decorator" ? node.firstChild?.nextSibling : node.firstChild;
    if (first === undefined || first === null) return true;
    if (held.routerOf(module, first) !== undefined) return false;
    const name = tree.text(first);
    const scopes = ancestorsOf(first).filter(({ name: kind }) => kind === "FunctionDefinition");
    return !scopes.some((scope) => seen.has(`${module.path}:${scope.from}:${name}`));
  });
}

/** Reads one use; the parameters of functions that it is given to. */
function use(
  held: FlaskApplications,
  module: PythonModule,
  router: Router,
  used: SyntaxNode,
): readonly Held[] {
  const { parent } = used;
  const { tree } = module;
  switch (parent?.name) {
    case "ImportStatement":
    case "ReturnStatement":
      return [];
    case "AssignStatement":
      return isSameNode(parent.firstChild, used) ? [] : notFollowed();
    case "Decorator": {
      const [, first, , method] = childrenOf(parent);
      if (first === undefined || !isSameNode(first, used)) return [];
      register(held, module, router, method === undefined ? "" : tree.text(method), parent);
      return [];
    }
    case "MemberExpression": {
      if (!isSameNode(parent.firstChild, used)) return [];
      const name = parent.lastChild === null ? "" : tree.text(parent.lastChild);
      const call = parent.parent;
      if (call?.name === "CallExpression" && isSameNode(call.firstChild, parent))
        register(held, module, router, name, call);
      else if (name === "wsgi_app" ? !isProxyFix(module, parent) : !SILENT.test(name)) notFollowed();
      return [];
    }
    case "ArgList":
      return given(module, router, used, parent);
    default:
      return notFollowed();
  }
}

/** `app.wsgi_app = ProxyFix(app.wsgi_app)` (flask.palletsprojects.com/en/stable/deploying/proxy_fix). */
function isProxyFix({ tree }: PythonModule, member: SyntaxNode): boolean {
  const statement = ancestorsOf(member).find(({ name }) => name === "AssignStatement");
  return statement !== undefined && /=\s*ProxyFix\(/.test(tree.text(statement));
}

function given(module: PythonModule, router: Router, used: SyntaxNode, list: SyntaxNode): readonly Held[] {
  const call = list.parent;
  const callee = call?.firstChild ?? null;
  const name = module.tree.dotted(callee) ?? "";
  if (/\.register_blueprint$/.test(name)) return [];
  if (call === null || callee === null) return notFollowed();
  if (isHarmless(module, callee)) return [];
  const called = module.follow(callee);
  if (called?.is !== "function") return notFollowed();
  const args = module.tree.arguments(call);
  const at = args.findIndex(({ node }) => isSameNode(node, used));
  const parameters = childrenOf(called.node.getChild("ParamList")).filter(
    (one) => one.name === "VariableName" && one.prevSibling?.name !== "AssignOp",
  );
  const keyword = args[at]?.name;
  const parameter =
    keyword === undefined
      ? parameters[at]
      : parameters.find((one) => called.module.tree.text(one) === keyword);
  if (parameter === undefined) return notFollowed();
  const named = called.module.tree.text(parameter);
  return [{ module: called.module, name: named, scope: called.node, router }];
}

function register(
  held: FlaskApplications,
  module: PythonModule,
  router: Router,
  method: string,
  call: SyntaxNode,
): void {
  const args = module.tree.arguments(call);
  const named = (name: string): SyntaxNode | undefined => args.find((one) => one.name === name)?.node;
  const first = args.find(({ name }) => name === undefined)?.node;
  const literal = (node: SyntaxNode | undefined): string => {
    const value = node === undefined ? undefined : pythonValue(module, node);
    return value?.is === "literal" ? value.text : notFollowed();
  };
  if (ROUTE.test(method)) router.paths.push(patternOf(literal(first ?? named("rule"))));
  else if (method === "register_blueprint") {
    const below = first ?? named("blueprint");
    const found = (below && held.routerOf(module, below)) ?? notFollowed();
    const prefix = named("url_prefix");
    // The prefix that is given at the registration is in place of the blueprint's own.
    const own = prefix === undefined ? found.prefix : literal(prefix);
    router.below.push({ router: { ...found, prefix: "" }, prefix: own });
  } else if (CHECKS.test(method)) {
    const definition = call.parent?.getChild("FunctionDefinition");
    if (!definition || answersItself(module.tree.text(definition))) notFollowed();
  } else if (!SILENT.test(method)) notFollowed();
}

/** `<int:id>` is one part, and `<path:rest>` all that follows (werkzeug.palletsprojects.com/en/stable/routing). */
function patternOf(rule: string): string {
  const plain = rule.replace(/<path:\w+>/g, "**").replace(/<(?:(?:int|string|float|uuid):)?\w+>/g, "{}");
  return /[<>]/.test(plain) ? notFollowed() : routePath(plain);
}
