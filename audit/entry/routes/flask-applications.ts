import type { SyntaxNode } from "@lezer/common";
import { ancestorsOf, isSameNode } from "../../readers/code/syntax-tree";
import type { PythonModule } from "../../readers/python/module";
import { pythonValue } from "../../readers/python/values";
import { newRouter, notFollowed, type Router } from "./routers";

/** A name that holds an application or a blueprint: of a module, or of one function. */
export interface Held {
  readonly module: PythonModule;
  readonly name: string;
  readonly scope: SyntaxNode | undefined;
  readonly router: Router;
}

interface Made extends Held {
  readonly is: "Flask" | "Blueprint";
  readonly call: SyntaxNode;
}

const MAKES = /(?:^|\.)(Flask|Blueprint)$/;
/** Arguments of either that change what is answered, or may. */
const OPEN = /^(?:subdomain|host_matching|static_url_path|\*.*)$/;

const functionAround = (node: SyntaxNode): SyntaxNode | undefined =>
  ancestorsOf(node).find(({ name }) => name === "FunctionDefinition");

/** What makes applications and blueprints in some modules, and the names that hold them. */
export class FlaskApplications {
  readonly all: readonly Made[];
  /** The only application. */
  readonly app: Made | undefined;

  constructor(private readonly modules: readonly PythonModule[]) {
    this.all = modules.flatMap((module) =>
      module.tree.nodes("CallExpression").flatMap((call): readonly Made[] => {
        const is = MAKES.exec(module.tree.dotted(call.firstChild) ?? "")?.[1];
        return is === "Flask" || is === "Blueprint" ? [made(module, call, is)] : [];
      }),
    );
    const [app, ...others] = this.all.filter(({ is }) => is === "Flask");
    this.app = others.length === 0 ? app : undefined;
  }

  /** Whether what the server loads is the application itself, or a function that makes it. */
  isLoaded(module: PythonModule, attribute: string | undefined): boolean {
    const { app } = this;
    if (app === undefined) return false;
    if (attribute === undefined) return true;
    const held = module.named(attribute);
    if (held === undefined) return false;
    const isIt = isSameNode(app.call, held.node) && held.module === app.module;
    const made =
      held.is === "expression" && held.node.name === "CallExpression" && held.node.firstChild !== null
        ? held.module.follow(held.node.firstChild)
        : held;
    const isMaker =
      made?.is === "function" &&
      made.module === app.module &&
      app.scope !== undefined &&
      isSameNode(made.node, app.scope);
    return isIt || isMaker;
  }

  /** The router that an expression holds. */
  routerOf(module: PythonModule, node: SyntaxNode): Router | undefined {
    const local = node.name === "VariableName" ? this.localOf(module, node) : undefined;
    if (local !== undefined) return local.router;
    const held = module.follow(node);
    if (held?.is !== "expression") return undefined;
    return this.all.find((one) => one.module === held.module && isSameNode(one.call, held.node))?.router;
  }

  private localOf(module: PythonModule, node: SyntaxNode): Made | undefined {
    const name = module.tree.text(node);
    const around = ancestorsOf(node);
    return this.all.find(
      ({ scope, ...one }) =>
        scope !== undefined &&
        one.module === module &&
        one.name === name &&
        around.some((outer) => isSameNode(outer, scope)),
    );
  }

  /** Where a name is used: in its function, or in whatever module finds it. */
  usesOf({ module, name, scope, router }: Held): readonly { module: PythonModule; node: SyntaxNode }[] {
    if (scope !== undefined)
      return module.tree
        .nodes("VariableName")
        .filter((node) => node.from > scope.from && node.to <= scope.to && module.tree.text(node) === name)
        .filter(({ parent }) => parent?.name !== "ParamList")
        .map((node) => ({ module, node }));
    return this.modules.flatMap((one) => {
      const names = one.tree.nodes("VariableName", "MemberExpression");
      return names.filter((node) => this.isUse(one, node, router)).map((node) => ({ module: one, node }));
    });
  }

  private isUse(module: PythonModule, node: SyntaxNode, router: Router): boolean {
    if (node.parent?.name === "MemberExpression" && !isSameNode(node.parent.firstChild, node)) return false;
    // A module's own member is followed as a whole: `routes.api`.
    if (node.name === "MemberExpression") {
      const first = node.firstChild === null ? undefined : module.follow(node.firstChild);
      if (first?.is !== "module") return false;
    }
    return this.routerOf(module, node) === router;
  }
}

function made(module: PythonModule, call: SyntaxNode, is: "Flask" | "Blueprint"): Made {
  const { tree } = module;
  const { parent } = call;
  const target = parent?.name === "AssignStatement" ? parent.firstChild : null;
  // One without a name of its own may be given anywhere.
  if (target?.name !== "VariableName") return notFollowed();
  const scope = functionAround(call);
  if (scope === undefined && parent?.parent?.name !== "Script") notFollowed();
  const args = tree.arguments(call);
  if (args.some(({ name, node }) => OPEN.test(name ?? tree.text(node)))) notFollowed();
  const prefix = args.find(({ name }) => name === "url_prefix")?.node;
  const value = prefix === undefined ? undefined : pythonValue(module, prefix);
  const text = value === undefined ? "" : value.is === "literal" ? value.text : notFollowed();
  return { module, name: tree.text(target), scope, router: newRouter(text), is, call };
}
