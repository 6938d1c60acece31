import type { SyntaxNode } from "@lezer/common";
import { childrenOf, isSameNode } from "../../readers/code/syntax-tree";
import type { PythonModule } from "../../readers/python/module";
import { pythonValue } from "../../readers/python/values";
import { newRouter, notFollowed, pathsOf, type Router } from "./routers";

const MAKES = /(?:^|\.)(FastAPI|APIRouter)$/;
/** Methods that register a route, whose path is their first argument. */
const ROUTE =
  /^(?:get|post|put|patch|delete|head|options|trace|api_route|route|websocket|websocket_route|add_api_route|add_route|add_api_websocket_route)$/;
/** What answers nothing. */
const SILENT =
  /^(?:on_event|add_event_handler|openapi|url_path_for|state|title|version|openapi_schema|dependency_overrides)$/;
/** Arguments of an application that change what it answers, or may. */
const OPEN_ARGUMENT = /^(?:routes|root_path|middleware|exception_handlers|default_response_class|\*.*)$/;
/** Middleware that hands on each request that it lets through (starlette.io/middleware; slowapi; asgi-correlation-id). */
const HANDS_ON =
  /(?:^|\.)(?:CORS|GZip|TrustedHost|Session|HTTPSRedirect|ProxyHeaders|Brotli|SlowAPI|CorrelationId)Middleware$/;
/** Calls that take the application as it is. */
const TAKES_IT = /^(?:uvicorn\.run|run|Mangum|mangum\.Mangum|handler)$/;

/**
 * The paths of a FastAPI application (fastapi.tiangolo.com: Bigger Applications); undefined where one of its
 * registrations cannot be followed.
 *
 * @param modules all files that are loaded with it
 */
export function fastapiRoutes(
  module: PythonModule,
  attribute: string,
  modules: readonly PythonModule[],
): readonly string[] | undefined {
  const made = new Made(modules);
  const app = module.named(attribute);
  const router = app?.is === "expression" ? made.of(app.module, app.node) : undefined;
  if (router === undefined || app === undefined || calledName(app.module, app.node) !== "FastAPI")
    return undefined;
  made.read();
  const own = pathsOf(router);
  return own.length === 0 ? own : ["/docs", "/redoc", "/openapi.json", ...own];
}

const calledName = ({ tree }: PythonModule, call: SyntaxNode): string | undefined =>
  call.name === "CallExpression" ? MAKES.exec(tree.dotted(call.firstChild) ?? "")?.[1] : undefined;

/** The routers and the application of some modules, and each use of them. */
class Made {
  private readonly routers = new Map<string, Router>();

  constructor(private readonly modules: readonly PythonModule[]) {}

  of(module: PythonModule, node: SyntaxNode): Router | undefined {
    if (calledName(module, node) === undefined) return undefined;
    const key = `${module.path}:${node.from}`;
    const router = this.routers.get(key) ?? newRouter(this.prefixOf(module, node));
    this.routers.set(key, router);
    return router;
  }

  private prefixOf(module: PythonModule, node: SyntaxNode): string {
    const prefix = module.tree.arguments(node).find(({ name }) => name === "prefix");
    // What is computed is refused when the calls are read.
    return prefix === undefined ? "" : (this.literal(module, prefix.node) ?? "");
  }

  private literal(module: PythonModule, node: SyntaxNode): string | undefined {
    const value = pythonValue(module, node);
    return value.is === "literal" ? value.text : undefined;
  }

  private path(module: PythonModule, node: SyntaxNode | undefined): string {
    const text = (node && this.literal(module, node)) ?? notFollowed();
    return text.replace(/\{\w+:path\}/g, "**").replace(/\{\w+(?::\w+)?\}/g, "{}");
  }

  read(): void {
    const calls = this.modules.flatMap((module) =>
      module.tree.nodes("CallExpression").flatMap((call) => {
        const name = calledName(module, call);
        return name === undefined ? [] : [{ module, call, name }];
      }),
    );
    if (calls.filter(({ name }) => name === "FastAPI").length !== 1) notFollowed();
    for (const { module, call } of calls) {
      for (const { name, node } of module.tree.arguments(call)) {
        if (OPEN_ARGUMENT.test(name ?? module.tree.text(node))) notFollowed();
        if (name === "prefix" && this.literal(module, node) === undefined) notFollowed();
      }
      // One without a name of its own may be given anywhere.
      if (call.parent?.name !== "AssignStatement" || call.parent.parent?.name !== "Script") notFollowed();
    }
    for (const module of this.modules) this.readUses(module);
  }

  private readUses(module: PythonModule): void {
    for (const name of module.tree.nodes("VariableName")) {
      const held = module.named(module.tree.text(name));
      if (held?.is === "module" && name.parent?.name === "MemberExpression") {
        let node: SyntaxNode = name.parent;
        let member = module.follow(node);
        while (member?.is === "module" && node.parent?.name === "MemberExpression") {
          node = node.parent;
          member = module.follow(node);
        }
        const router = member?.is === "expression" ? this.of(member.module, member.node) : undefined;
        if (router !== undefined) this.use(module, router, node);
      } else if (held?.is === "module" && name.parent?.name === "Decorator") {
        // `@health.router.get(…)`
        if (name.parent.getChildren("VariableName").length > 2) notFollowed();
      } else if (held?.is === "expression") {
        const router = this.of(held.module, held.node);
        if (router !== undefined) this.use(module, router, name);
      }
    }
  }

  private use(module: PythonModule, router: Router, used: SyntaxNode): void {
    const { parent } = used;
    const { tree } = module;
    switch (parent?.name) {
      case "ImportStatement":
        return;
      case "AssignStatement":
        // `app.state.x = …` has the member as its parent.
        return;
      case "Decorator": {
        const [, , , method] = childrenOf(parent);
        // The second name of `@router.get` is no use of what has that name.
        if (!isSameNode(parent.firstChild?.nextSibling ?? null, used)) return;
        this.register(module, router, method === undefined ? "" : tree.text(method), parent);
        return;
      }
      case "MemberExpression": {
        if (!isSameNode(parent.firstChild, used)) return;
        const name = parent.lastChild === null ? "" : tree.text(parent.lastChild);
        const call = parent.parent;
        if (call?.name === "CallExpression" && isSameNode(call.firstChild, parent))
          this.register(module, router, name, call);
        else if (!SILENT.test(name)) notFollowed();
        return;
      }
      case "ArgList": {
        const callee = tree.dotted(parent.parent?.firstChild ?? null) ?? "";
        if (!(callee.endsWith(".include_router") || TAKES_IT.test(callee))) notFollowed();
        return;
      }
      default:
        notFollowed();
    }
  }

  private register(module: PythonModule, router: Router, method: string, call: SyntaxNode): void {
    const given = module.tree.arguments(call);
    const named = (name: string): SyntaxNode | undefined => given.find((one) => one.name === name)?.node;
    const first = given.find(({ name }) => name === undefined)?.node;
    if (ROUTE.test(method)) router.paths.push(this.path(module, first ?? named("path")));
    else if (method === "include_router") {
      const included = first ?? named("router");
      const held = included && module.follow(included);
      const below = held?.is === "expression" ? this.of(held.module, held.node) : undefined;
      const prefix = named("prefix");
      router.below.push({
        router: below ?? notFollowed(),
        prefix: prefix === undefined ? "" : (this.literal(module, prefix) ?? notFollowed()),
      });
    } else if (method === "mount") router.paths.push(`${this.path(module, first ?? named("path"))}/**`);
    else if (method === "middleware" || method === "exception_handler") {
      const definition = call.parent?.getChild("FunctionDefinition");
      if (!definition || answers(module.tree.text(definition))) notFollowed();
    } else if (method === "add_middleware") {
      const held = first && module.follow(first);
      const name = (first && module.tree.dotted(first)) ?? "";
      if (HANDS_ON.test(name)) return;
      if (held?.is !== "class" || answers(held.module.tree.text(held.node))) notFollowed();
    } else if (!SILENT.test(method)) notFollowed();
  }
}

/** Whether code makes an answer of its own, other than an error's. */
function answers(text: string): boolean {
  return text
    .split(/Response\s*\(/)
    .slice(1)
    .some((rest) => !ERROR.test(rest.slice(0, 200)));
}

const ERROR =
  /^[^)]*?(?:status_code\s*=\s*)?(?:(?:status\.)?HTTP_)?(?:\b|_)[45]\d\d\b|^[^)]*?status_code\s*=\s*\w+\.status_code/;
