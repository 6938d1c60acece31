import type { SyntaxNode } from "@lezer/common";
import type { SourceFile } from "../../walk/source-file";
import { CodeModule, MAX_DEPTH } from "../code/module";
import { childrenOf } from "../code/syntax-tree";
import { type JavaScriptBinding, type JavaScriptNames, javaScriptNames } from "./names";
import { JavaScriptTree } from "./syntax";

/** What an expression is in the end, with the module in which that is written. */
export type JavaScriptReferent =
  | { readonly is: "expression"; readonly module: JavaScriptModule; readonly node: SyntaxNode }
  | { readonly is: "module"; readonly module: JavaScriptModule }
  | {
      readonly is: "variable";
      readonly name: string;
      readonly fallback: boolean;
      /** The literal that counts where the variable is not set, as far as it is one. */
      readonly otherwise?: string;
    };

const ENVIRONMENT = /^(?:process|Bun)\.env$/;

/** A JavaScript or TypeScript file whose names can be followed, into the files that it imports too. */
export class JavaScriptModule extends CodeModule<JavaScriptNames, JavaScriptTree, string, JavaScriptModule> {
  static of(file: SourceFile, find: (wanted: string) => JavaScriptModule | undefined): JavaScriptModule {
    return new JavaScriptModule(file, new JavaScriptTree(file), find, javaScriptNames);
  }

  /** Follows an expression through names, brackets, assertions of types and properties of objects. */
  follow(node: SyntaxNode, depth = 0): JavaScriptReferent | undefined {
    if (depth > MAX_DEPTH) return undefined;
    const parts = (): readonly SyntaxNode[] => childrenOf(node);
    switch (node.name) {
      case "VariableName":
      case "PropertyDefinition":
        return this.named(this.tree.text(node), depth + 1);
      case "MemberExpression":
        return this.member(node, depth + 1);
      case "ParenthesizedExpression":
        return this.inner(parts()[1], depth);
      case "PostfixExpression":
        return this.tree.text(node).endsWith("!") ? this.inner(parts()[0], depth) : undefined;
      case "BinaryExpression": {
        const [left, operator] = parts();
        const asserts = operator?.name === "as" || operator?.name === "satisfies";
        return asserts ? this.inner(left, depth) : { is: "expression", module: this, node };
      }
      default:
        return { is: "expression", module: this, node };
    }
  }

  private inner(node: SyntaxNode | undefined, depth: number): JavaScriptReferent | undefined {
    return node && this.follow(node, depth + 1);
  }

  /** What the file of `require("./routes")` exports; undefined of any other expression. */
  required(node: SyntaxNode, depth = 0): JavaScriptReferent | undefined {
    const from = this.requiredFrom(node);
    return from === undefined ? undefined : this.find(from)?.exported("default", depth + 1);
  }

  /** The module that an import or a `require` names, as far as it is in the repository. */
  from(wanted: string): JavaScriptModule | undefined {
    return this.find(wanted);
  }

  requiredFrom(node: SyntaxNode): string | undefined {
    const callee = node.name === "CallExpression" ? node.firstChild : null;
    return callee !== null && this.tree.text(callee) === "require"
      ? this.tree.string(this.tree.arguments(node)[0])
      : undefined;
  }

  private named(name: string, depth: number): JavaScriptReferent | undefined {
    const binding = this.names.of.get(name);
    return binding && this.bound(binding, depth + 1);
  }

  /** What this file exports under a name, `*` for all of it. */
  exported(name: string, depth: number): JavaScriptReferent | undefined {
    if (depth > MAX_DEPTH) return undefined;
    if (name === "*") return { is: "module", module: this };
    const binding = this.names.exported.get(name);
    if (binding !== undefined) return this.bound(binding, depth + 1);
    // `module.exports = { port }` exports what the object holds.
    const whole = this.names.exported.get("default");
    const { everythingOf } = this.names;
    if (everythingOf !== undefined) return this.find(everythingOf)?.exported(name, depth + 1);
    return whole?.is === "expression" && name !== "default"
      ? this.property(whole.node, name, depth + 1)
      : undefined;
  }

  private bound(binding: JavaScriptBinding, depth: number): JavaScriptReferent | undefined {
    if (depth > MAX_DEPTH) return undefined;
    if (binding.is === "expression") return this.follow(binding.node, depth + 1);
    if (binding.is === "import") return this.find(binding.from)?.exported(binding.name, depth + 1);
    const held = this.property(binding.of, binding.key, depth + 1);
    return held?.is === "variable" && binding.otherwise ? { ...held, fallback: true } : held;
  }

  /** `config.port`, `process.env.PORT`, `process.env["PORT"]` */
  private member(node: SyntaxNode, depth: number): JavaScriptReferent | undefined {
    const [object, dot, property] = childrenOf(node);
    if (object === undefined || property === undefined) return undefined;
    const name = dot?.name === "[" ? this.tree.string(property) : this.tree.text(property);
    return name === undefined || !/^\w{1,200}$/.test(name) ? undefined : this.property(object, name, depth);
  }

  private property(of: SyntaxNode, name: string, depth: number): JavaScriptReferent | undefined {
    if (of.to - of.from < 20 && ENVIRONMENT.test(this.tree.text(of)))
      return { is: "variable", name, fallback: false };
    const owner = this.follow(of, depth + 1);
    if (owner?.is === "module") return owner.module.exported(name, depth + 1);
    if (owner?.is !== "expression") return undefined;
    const { module, node } = owner;
    if (node.name === "MemberExpression" && ENVIRONMENT.test(module.tree.text(node)))
      return { is: "variable", name, fallback: false };
    if (node.name === "CallExpression") return module.parsed(node, name, depth + 1);
    const value = module.tree.properties(node)?.get(name);
    return value && module.follow(value, depth + 1);
  }

  /** A property of what a schema made of the environment, or of what `require` answers. */
  private parsed(call: SyntaxNode, name: string, depth: number): JavaScriptReferent | undefined {
    const from = this.requiredFrom(call);
    if (from !== undefined) return this.find(from)?.exported(name, depth + 1);
    const field = this.environmentSchema(call, depth)?.get(name);
    return field && { is: "variable", name, fallback: hasDefault(field) };
  }

  /** The fields of the schema that a call holds against the environment: zod's `parse`, t3's `createEnv`, envalid's. */
  environmentSchema(call: SyntaxNode, depth = 0): ReadonlyMap<string, SchemaField> | undefined {
    const { tree } = this;
    const callee = call.firstChild;
    const given = tree.arguments(call);
    const isEnvironment = (node: SyntaxNode | undefined): boolean =>
      node?.name === "MemberExpression" && ENVIRONMENT.test(tree.text(node));
    const isOwn = (node: SyntaxNode | undefined, name: string): boolean =>
      node !== undefined && tree.text(node) === `process.env.${name}`;
    if (callee === null) return undefined;
    if (callee.name === "MemberExpression" && callee.lastChild?.name === "PropertyName") {
      if (tree.text(callee.lastChild) !== "parse" || !isEnvironment(given[0])) return undefined;
      return this.schemaFields(callee.firstChild, depth + 1);
    }
    const options = tree.properties(given[0]);
    if (tree.text(callee) === "createEnv") {
      // Next.js fills in variables of a page one by one, so that T3 is given them written out (env.t3.gg/docs/nextjs).
      const runtime = ["runtimeEnv", "runtimeEnvStrict"].map((name) => options?.get(name)).find(Boolean);
      if (isEnvironment(runtime) || options?.has("experimental__runtimeEnv") === true)
        return this.fields(options?.get("server"));
      const written = tree.properties(runtime);
      const all = written && this.fields(options?.get("server"));
      return all && new Map([...all].filter(([name]) => isOwn(written.get(name), name)));
    }
    return tree.text(callee) === "cleanEnv" && isEnvironment(given[0]) ? this.fields(given[1]) : undefined;
  }

  /** The fields of `z.object({ … })`, written there or bound to a name. */
  private schemaFields(node: SyntaxNode | null, depth: number): ReadonlyMap<string, SchemaField> | undefined {
    const target = node === null ? undefined : this.follow(node, depth + 1);
    if (target?.is !== "expression" || target.node.name !== "CallExpression") return undefined;
    const { module, node: call } = target;
    const callee = call.firstChild === null ? "" : module.tree.text(call.firstChild);
    return /^z\.(?:object|strictObject|looseObject)$/.test(callee)
      ? module.fields(module.tree.arguments(call)[0])
      : undefined;
  }

  private fields(node: SyntaxNode | undefined): ReadonlyMap<string, SchemaField> | undefined {
    const properties = this.tree.properties(node);
    return (
      properties && new Map([...properties].map(([name, field]) => [name, { module: this, node: field }]))
    );
  }
}

/** One field of a schema, with the module in which it is written. */
export interface SchemaField {
  readonly module: JavaScriptModule;
  readonly node: SyntaxNode;
}

/** Whether the variable of a schema's field has a default, or may be absent. */
export function hasDefault({ module, node }: SchemaField): boolean {
  return /\.(?:default|optional|nullish|catch|prefault)\(|\b(?:devD|d)efault:/.test(module.tree.text(node));
}
