import type { SyntaxNode } from "@lezer/common";
import { ancestorsOf, isSameNode } from "../../readers/code/syntax-tree";
import type { JavaScriptModule } from "../../readers/javascript/module";
import { onlyListens } from "./held-server";
import { handsOn, heldBy, isExport, packageOf } from "./javascript-handlers";
import { newRouter, notFollowed, pathsOf, type Router } from "./routers";

const VERB = /^(?:get|post|put|patch|delete|head|options|all)$/;
/** Methods and properties that register no route. */
const SILENT =
  /^(?:set|enable|disable|enabled|engine|param|on|once|locals|listen|disabled|path|settings|mountpath)$/;

/**
 * The paths of an Express application (expressjs.com: Routing); undefined where one of its registrations cannot be
 * followed.
 *
 * @param modules all files that are loaded with it
 */
export function expressRoutes(modules: readonly JavaScriptModule[]): readonly string[] | undefined {
  const made = new Made();
  const calls = modules.flatMap((module) =>
    module.tree.nodes("CallExpression", "NewExpression").flatMap((call) => {
      const is = madeBy(module, call);
      return is === undefined ? [] : [{ module, call, is }];
    }),
  );
  const [app, ...others] = calls.filter(({ is }) => is === "application");
  if (app === undefined || others.length > 0) return undefined;
  for (const { module, call } of calls) if (!isKept(module, call)) return undefined;
  for (const module of modules) made.readUses(module);
  return pathsOf(made.of(app.module, app.call) ?? notFollowed());
}

/** Of `express()`, `express.Router()` and `Router()`, where Express is what is called. */
function madeBy(module: JavaScriptModule, call: SyntaxNode): "application" | "router" | undefined {
  if (call.name !== "CallExpression" && call.name !== "NewExpression") return undefined;
  const callee = module.tree.callee(call);
  const [, required, method] = /^(?:require\(["'](express)["']\)|\w+)(?:\.(\w+))?$/.exec(callee) ?? [];
  const root = callee.split(".")[0] ?? "";
  if (required === undefined && packageOf(module, root) !== "express") return undefined;
  const binding = module.names.of.get(root);
  const isRouter =
    (binding?.is === "import" && binding.name === "Router") ||
    (binding?.is === "property" && binding.key === "Router");
  if (method === "Router" || isRouter) return "router";
  return method === undefined ? "application" : undefined;
}

/** Whether what is made has one name, or is what its file exports. */
function isKept(module: JavaScriptModule, { parent, from }: SyntaxNode): boolean {
  if (parent?.name === "ExportDeclaration") return true;
  if (parent?.name === "AssignmentExpression")
    return parent.firstChild !== null && module.tree.text(parent.firstChild) === "module.exports";
  return (
    parent?.name === "VariableDeclaration" &&
    parent.firstChild !== null &&
    module.tree.text(parent.firstChild) === "const" &&
    from > parent.from
  );
}

class Made {
  private readonly routers = new Map<string, Router>();

  of(module: JavaScriptModule, call: SyntaxNode): Router | undefined {
    if (madeBy(module, call) === undefined) return undefined;
    const key = `${module.path}:${call.from}`;
    const router = this.routers.get(key) ?? newRouter();
    this.routers.set(key, router);
    return router;
  }

  private held(module: JavaScriptModule, node: SyntaxNode): Router | undefined {
    const value = heldBy(module, node);
    return value && this.of(value.module, value.node);
  }

  readUses(module: JavaScriptModule): void {
    for (const node of module.tree.nodes("VariableName", "MemberExpression")) {
      const router = this.held(module, node);
      if (router !== undefined) this.use(module, router, node);
    }
  }

  private use(module: JavaScriptModule, router: Router, used: SyntaxNode): void {
    const { parent } = used;
    const { tree } = module;
    switch (parent?.name) {
      case "ExportDeclaration":
      case "ExportGroup":
      case "VariableDeclaration":
        return;
      case "AssignmentExpression":
        if (!isExport(module, parent)) notFollowed();
        return;
      case "Property": {
        const assignment = ancestorsOf(parent).find(({ name }) => name === "AssignmentExpression");
        if (assignment === undefined || !isExport(module, assignment)) notFollowed();
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
        const call = parent.parent;
        const callee = call === null ? "" : tree.callee(call);
        const isServer = /(?:^|\.)createServer$/.test(callee);
        if (isServer && call !== null) onlyListens(module, call);
        else if (!callee.endsWith(".use")) notFollowed();
        return;
      }
      default:
        notFollowed();
    }
  }

  private register(module: JavaScriptModule, router: Router, method: string, call: SyntaxNode): void {
    const [first, ...rest] = module.tree.arguments(call);
    if (SILENT.test(method)) return;
    // `app.get("env")` reads a setting.
    if (method === "get" && rest.length === 0) return;
    if (first === undefined) notFollowed();
    if (VERB.test(method) || method === "route") {
      for (const path of this.paths(module, first) ?? notFollowed()) router.paths.push(path);
    } else if (method === "use") {
      const prefixes = this.paths(module, first);
      for (const handler of prefixes === undefined ? [first, ...rest] : rest)
        this.mount(module, router, prefixes ?? [""], handler);
    } else notFollowed();
  }

  private mount(
    module: JavaScriptModule,
    router: Router,
    prefixes: readonly string[],
    handler: SyntaxNode,
  ): void {
    const below = this.held(module, handler);
    if (below !== undefined) {
      for (const prefix of prefixes) router.below.push({ router: below, prefix });
      return;
    }
    if (handsOn(module, handler)) return;
    // Whatever it is, it answers below its prefix alone.
    if (prefixes.some((prefix) => /^\/?$|\*/.test(prefix))) {
      const callee = handler.name === "CallExpression" ? module.tree.callee(handler) : "";
      if (callee !== "express.static") notFollowed();
      router.paths.push("/");
    } else for (const prefix of prefixes) router.paths.push(`${prefix}/**`);
  }

  /** The paths that an argument names; undefined where it is no path. */
  private paths(module: JavaScriptModule, node: SyntaxNode): readonly string[] | undefined {
    if (node.name === "RegExp") notFollowed();
    if (node.name === "ArrayExpression") {
      const items = node.getChildren("String");
      const texts = items.map((item) => this.pattern(module.tree.string(item)));
      return texts.length > 0 ? texts : notFollowed();
    }
    if (node.name === "String") return [this.pattern(module.tree.string(node))];
    if (node.name === "TemplateString")
      return [this.pattern(/^`([^`$]*)`$/.exec(module.tree.text(node))?.[1])];
    const value = /^(?:VariableName|MemberExpression)$/.test(node.name) ? heldBy(module, node) : undefined;
    if (value?.node.name === "String") return [this.pattern(value.module.tree.string(value.node))];
    return node.name === "BinaryExpression" ? notFollowed() : undefined;
  }

  private pattern(text: string | undefined): string {
    const plain = (text ?? notFollowed())
      .replace(/\{?\/?\*\w*\}?$|\(\.\*\)/g, "/**")
      .replace(/(?<=\/):\w+/g, "{}");
    return /[()?+:]|(?<!\*)\*(?!\*)/.test(plain) ? notFollowed() : plain;
  }
}
