import type { SyntaxNode } from "@lezer/common";
import { MAX_DEPTH } from "../code/module";
import { childrenOf } from "../code/syntax-tree";
import type { PythonModule, PythonReferent } from "./module";
import { NOTHING, type PythonValue, UNKNOWN, type ValueOf } from "./value";

/** One field of a class: its name, its annotation and its default, as they are written. */
interface Field {
  readonly name: SyntaxNode;
  readonly type: SyntaxNode | null;
  readonly value: SyntaxNode | undefined;
}

/** A class with more bases is no settings class that could be followed. */
const MAX_BASES = 3;

/** A class's text, read once: each attribute that is asked for would else read the whole of it. */
interface ClassText {
  readonly fields: ReadonlyMap<string, Field>;
  /** Attributes that a method sets. */
  readonly set: ReadonlySet<string>;
  /** pydantic-settings' `env_prefix`, empty by default; undefined where it is computed. */
  readonly prefix: string | undefined;
  readonly caseSensitive: boolean;
}

const textsOfModule = new WeakMap<PythonModule, Map<number, ClassText>>();

function classText(module: PythonModule, definition: SyntaxNode): ClassText {
  const classes = textsOfModule.get(module) ?? new Map<number, ClassText>();
  textsOfModule.set(module, classes);
  const known = classes.get(definition.from);
  if (known !== undefined) return known;
  const text = module.tree.text(definition);
  const prefixed = /\benv_prefix["']?\s{0,9}[=:]\s{0,9}(["'])(\w{0,100})\1/.exec(text);
  const read: ClassText = {
    fields: fieldsOf(module, definition),
    set: new Set([...text.matchAll(/\.(\w{1,200})\s{0,9}=(?!=)/g)].map(([, name = ""]) => name)),
    prefix: text.includes("env_prefix") ? prefixed?.[2] : "",
    caseSensitive: /case_sensitive["']?\s{0,9}[=:]\s{0,9}True/.test(text),
  };
  classes.set(definition.from, read);
  return read;
}

/** The fields of a class, in their order. */
export function fieldsOf(module: PythonModule, definition: SyntaxNode): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const statement of childrenOf(definition.getChild("Body"))) {
    const [name] = childrenOf(statement);
    if (statement.name !== "AssignStatement" || name?.name !== "VariableName") continue;
    const value = statement.getChild("AssignOp") === null ? undefined : (statement.lastChild ?? undefined);
    fields.set(module.tree.text(name), { name, type: statement.getChild("TypeDef"), value });
  }
  return fields;
}

/** Whether a class is one of pydantic-settings, by itself or by a base in the repository. */
export function isSettings(module: PythonModule, definition: SyntaxNode, depth = 0): boolean {
  const bases = basesOf(module, definition);
  if (bases.some((base) => /^(?:pydantic(?:_settings)?\.)?BaseSettings$/.test(module.tree.text(base))))
    return true;
  if (depth > MAX_DEPTH) return false;
  return bases.some((base) => {
    const target = module.follow(base, depth + 1);
    return target?.is === "class" && isSettings(target.module, target.node, depth + 5);
  });
}

function basesOf({ tree }: PythonModule, definition: SyntaxNode): readonly SyntaxNode[] {
  const list = childrenOf(definition.getChild("ArgList"));
  return list.filter((base) => tree.dotted(base) !== undefined).slice(0, MAX_BASES);
}

/** What an attribute of a class, or of an object that is made without arguments, is. */
export function settingsValue(
  owner: PythonReferent,
  name: string,
  valueIn: ValueOf,
  depth: number,
): PythonValue {
  if (depth > MAX_DEPTH) return UNKNOWN;
  const { module, node } = owner;
  const { fields, set } = classText(module, node);
  const field = fields.get(name);
  if (field === undefined) {
    for (const base of basesOf(module, node)) {
      const target = module.follow(base, depth + 1);
      const value =
        target?.is === "class"
          ? settingsValue({ ...target, is: owner.is }, name, valueIn, depth + 5)
          : UNKNOWN;
      if (value.is !== "unknown") return value;
    }
    return UNKNOWN;
  }
  if (isSettings(module, node, depth)) {
    return owner.is === "instance" ? fieldValue(module, node, name, field, valueIn, depth) : UNKNOWN;
  }
  return field.value === undefined || set.has(name) ? UNKNOWN : valueIn(module, field.value, depth + 1);
}

/** pydantic-settings reads a field from the variable of its name, with the class's `env_prefix` before it. */
export function fieldValue(
  module: PythonModule,
  definition: SyntaxNode,
  name: string,
  field: Field,
  valueIn: ValueOf,
  depth = 0,
): PythonValue {
  const { tree } = module;
  const { prefix, caseSensitive } = classText(module, definition);
  if (prefix === undefined) return UNKNOWN;
  const variable = (written: string, fallback: PythonValue): PythonValue => {
    const named = caseSensitive ? written : written.toUpperCase();
    return { is: "variable", name: named, fallback, indexed: true };
  };
  const annotated = field.type !== null && /Annotated/.test(tree.text(field.type));
  // An annotation may carry a default of its own.
  if (field.value === undefined) return variable(`${prefix}${name}`, annotated ? UNKNOWN : NOTHING);
  const callee = field.value.name === "CallExpression" ? tree.dotted(field.value.firstChild) : undefined;
  if (callee === undefined || !/^(?:pydantic\.)?Field$/.test(callee)) {
    return variable(`${prefix}${name}`, absent(valueIn(module, field.value, depth + 1)));
  }
  return fromField(
    module,
    field.value,
    (alias, fallback) => variable(alias ?? `${prefix}${name}`, fallback),
    valueIn,
    depth,
  );
}

/** A default is there, whatever it is. */
function absent(value: PythonValue): PythonValue {
  return value.is === "nothing" ? UNKNOWN : value;
}

/** `Field(8000)`, `Field(default=8000, alias="APP_PORT")`, `Field(...)`: an alias takes the place of prefix and name. */
function fromField(
  module: PythonModule,
  call: SyntaxNode,
  variable: (alias: string | undefined, fallback: PythonValue) => PythonValue,
  valueIn: ValueOf,
  depth: number,
): PythonValue {
  const { tree } = module;
  const given = tree.arguments(call);
  const argument = (name: string): SyntaxNode | undefined => given.find((one) => one.name === name)?.node;
  const first = given.find(({ name }) => name === undefined)?.node;
  const standsFor = argument("default") ?? first;
  const written = standsFor === undefined || tree.text(standsFor) === "..." ? undefined : standsFor;
  const otherwise = argument("default_factory") === undefined ? NOTHING : UNKNOWN;
  const fallback = written === undefined ? otherwise : absent(valueIn(module, written, depth + 1));
  const alias = argument("validation_alias") ?? argument("alias");
  if (alias === undefined) return variable(undefined, fallback);
  const names = alias.name === "CallExpression" ? tree.arguments(alias).map(({ node }) => node) : [alias];
  const texts = names.map((name) => tree.string(name));
  if (texts.length === 0 || texts.some((text) => text === undefined)) return UNKNOWN;
  // The first alias that is set counts (`AliasChoices`), so each is a fallback of the one before it.
  return texts.reduceRight<PythonValue>((value, text) => variable(text, value), fallback);
}
