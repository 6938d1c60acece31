import type { SyntaxNode } from "@lezer/common";
import { childrenOf, isSameNode } from "../../readers/code/syntax-tree";
import type { JavaScriptModule } from "../../readers/javascript/module";
import { heldBy, isExport, packageOf, textOf } from "./javascript-handlers";
import { newRouter, notFollowed, pathsOf, type Router } from "./routers";

const VERB = /^(?:get|post|put|patch|delete|options|all)$/;
const SILENT = /^(?:fetch|request|onError|routes|fire)$/;
/** What is given an application to serve or to show it (hono.dev/docs/getting-started/nodejs, /docs/helpers/dev). */
const SERVES = /^(?:serve|showRoutes|inspectRoutes|handle|createAdaptorServer)$/;

/**
 * The paths of a Hono application (hono.dev/docs/api/routing); undefined where one of its registrations cannot be followed.
 * Routers that no other one is given count for nothing.
 *
 * @param modules all files that are loaded with it
 */
export function honoRoutes(modules: readonly JavaScriptModule[]): readonly string[] | undefined {
  const made = new Made();
  for (const module of modules) made.readModule(module);
  const tops = made.all.filter((router) => !made.below.has(router));
  const [app, ...others] = tops;
  return app === undefined || others.length > 0 ? undefined : pathsOf(app);
}

class Made {
  private readonly routers = new Map<string, Router>();
  readonly below = new Set<Router>();

  get all(): readonly Router[] {
    return [...this.routers.values()];
  }

  readModule(module: JavaScriptModule): void {
    for (const call of module.tree.nodes("NewExpression")) {
      const router = this.of(module, call);
      if (router !== undefined) this.chained(module, router, call);
    }
    for (const node of module.tree.nodes("VariableName")) {
      const held = heldBy(module, node);
      const router = held && this.of(held.module, held.node);
      if (router !== undefined) this.use(module, router, node);
    }
  }

  /** Of `new Hono()`, and of what its own methods answer: each of them answers the application again. */
  private of(module: JavaScriptModule, node: SyntaxNode): Router | undefined {
    let made: SyntaxNode | null = node;
    while (made?.name === "CallExpression" && made.firstChild?.name === "MemberExpression")
      made = made.firstChild.firstChild;
    // `const routes = app.get(…)` is the application by another name.
    if (made?.name === "VariableName" && made !== node) {
      const held = heldBy(module, made);
      return held && (held.module !== module || held.node.from !== node.from)
        ? this.of(held.module, held.node)
        : undefined;
    }
    if (made?.name !== "NewExpression") return undefined;
    const [root = ""] = module.tree.callee(made).split(".");
    if (root !== "Hono" || packageOf(module, root) !== "hono") return undefined;
    if (module.tree.arguments(made).some((one) => /\bgetPath\b|^\w/.test(module.tree.text(one))))
      notFollowed();
    const key = `${module.path}:${made.from}`;
    const router = this.routers.get(key) ?? newRouter(this.prefixOf(module, made));
    this.routers.set(key, router);
    return router;
  }

  private use(module: JavaScriptModule, router: Router, used: SyntaxNode): void {
    const { parent } = used;
    const { tree } = module;
    switch (parent?.name) {
      case "ExportDeclaration":
      case "ExportGroup":
        return;
      case "AssignmentExpression":
        if (!isExport(module, parent)) notFollowed();
        return;
      case "MemberExpression":
        if (isSameNode(parent.firstChild, used)) this.chained(module, router, used);
        return;
      case "ArgList": {
        const callee = parent.parent === null ? "" : tree.callee(parent.parent);
        if (!SERVES.test(callee) && !callee.endsWith(".route")) notFollowed();
        return;
      }
      default:
        notFollowed();
    }
  }

  /** Each method of a chain, from what it begins with. */
  private chained(module: JavaScriptModule, router: Router, from: SyntaxNode): void {
    let at = from;
    let isMade = from.name === "NewExpression";
    for (;;) {
      const member = at.parent;
      if (member?.name !== "MemberExpression" || !isSameNode(member.firstChild, at)) return;
      const name = member.lastChild === null ? "" : module.tree.text(member.lastChild);
      const call = member.parent;
      if (call?.name !== "CallExpression" || !isSameNode(call.firstChild, member)) {
        if (!SILENT.test(name)) notFollowed();
        return;
      }
      // Read with what is made; by another name it would register in the same application.
      if (name !== "basePath") {
        this.register(module, router, name, module.tree.arguments(call));
        isMade = false;
      } else if (!isMade) notFollowed();
      at = call;
    }
  }

  /** `new Hono().basePath("/api")`: whatever is registered in it is behind that. */
  private prefixOf(module: JavaScriptModule, made: SyntaxNode): string {
    let prefix = "";
    for (let call = calledNext(module, made, "basePath"); call !== undefined; ) {
      prefix += `/${this.path(module, module.tree.arguments(call)[0])}`;
      call = calledNext(module, call, "basePath");
    }
    return prefix;
  }

  private register(
    module: JavaScriptModule,
    router: Router,
    method: string,
    args: readonly SyntaxNode[],
  ): void {
    const [first, second] = args;
    if (VERB.test(method)) router.paths.push(this.path(module, first));
    else if (method === "on") {
      const paths = second?.name === "ArrayExpression" ? second.getChildren("String") : [second];
      for (const path of paths) router.paths.push(this.path(module, path));
    } else if (method === "mount") router.paths.push(`/${this.path(module, first)}/**`);
    else if (method === "route") {
      const held = second && (heldBy(module, second) ?? { module, node: second });
      const below = (held && this.of(held.module, held.node)) ?? notFollowed();
      this.below.add(below);
      router.below.push({ router: below, prefix: this.path(module, first) });
    } else if (method === "use") {
      for (const handler of args.filter(({ name }) => name !== "String"))
        if (!handsOn(module, handler)) notFollowed();
    } else if (method === "notFound") {
      if (first === undefined || !/\b404\b/.test(module.tree.text(first))) notFollowed();
    } else if (!SILENT.test(method)) notFollowed();
  }

  private path(module: JavaScriptModule, node: SyntaxNode | undefined): string {
    const text = textOf(module, node) ?? notFollowed();
    const plain = text.replace(/\/?\*$/, "/**").replace(/(?<=\/):\w+(?=\/|$)/g, "{}");
    return /[?:]|\{(?!\})|(?<!\*)\*(?!\*)/.test(plain) ? notFollowed() : plain;
  }
}

const ANSWER = /\.(?:text|json|html|body|redirect|newResponse|render|stream\w*)\(|\bnew Response\(/;
const ERROR = /\.(?:text|json|html|body)\([^()]*(?:\([^()]*\)[^()]*)*,\s*[45]\d\d\)/g;

/** Whether middleware hands each request on, or ends it with an error: Hono's own, or a function of the project. */
function handsOn(module: JavaScriptModule, handler: SyntaxNode): boolean {
  const { tree } = module;
  if (/^(?:ArrowFunction|FunctionExpression)$/.test(handler.name)) {
    const body = childrenOf(handler).at(-1);
    return body !== undefined && !ANSWER.test(tree.text(body).replace(ERROR, ""));
  }
  if (handler.name === "CallExpression") {
    const from = packageOf(module, tree.callee(handler).split(".")[0] ?? "");
    return from !== undefined && /^(?:hono\/|@hono\/(?:sentry|zod-validator|node-server))/.test(from);
  }
  const value = heldBy(module, handler);
  return value !== undefined && value.node.name !== handler.name && handsOn(value.module, value.node);
}

/** The next call of a chain, where it is of this method. */
function calledNext({ tree }: JavaScriptModule, from: SyntaxNode, method: string): SyntaxNode | undefined {
  const member = from.parent?.name === "MemberExpression" ? from.parent : undefined;
  const isNamed = member?.lastChild != null && tree.text(member.lastChild) === method;
  return isNamed && member.parent?.name === "CallExpression" ? member.parent : undefined;
}
