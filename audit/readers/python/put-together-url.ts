import type { SyntaxNode } from "@lezer/common";
import { childrenOf } from "../code/syntax-tree";
import type { PythonModule } from "./module";

/** What stays open of a text: a value that is put in. No text of Python's source has it. */
const OPEN = "\u0000";

/** A PostgreSQL URL into which code puts values, with what is certain whatever they are. */
export interface PutTogetherUrl {
  readonly scheme: string;
  /** By key; undefined where the value is put in. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
  readonly module: PythonModule;
  /** The text that holds the parameters, else the whole. */
  readonly node: SyntaxNode;
}

/** The f-string that an expression is, also one of several lines: `f"postgresql+asyncpg://{user}:{password}@{host}/{name}?ssl=require"`. */
export function putTogetherUrl(module: PythonModule, node: SyntaxNode): PutTogetherUrl | undefined {
  const target = module.follow(node);
  if (target?.is !== "expression") return undefined;
  const pieces = target.node.name === "ContinuedString" ? childrenOf(target.node) : [target.node];
  if (!pieces.some(({ name }) => name === "FormatString")) return undefined;
  const texts = pieces.map((piece) => textOf(target.module, piece));
  if (!texts.every((text) => text !== undefined)) return undefined;
  const [, scheme, query = ""] =
    /^(postgres(?:ql)?(?:\+\w+)?):\/\/[^?#]*(?:\?([^#]*))?$/s.exec(texts.join("")) ?? [];
  if (scheme === undefined) return undefined;
  const pairs = query.split("&").map((item) => item.split("=", 2));
  const certain = pairs.flatMap(([key = "", value]) =>
    value === undefined || key === "" || key.includes(OPEN)
      ? []
      : [[key, value.includes(OPEN) ? undefined : value] as const],
  );
  const at = pieces[texts.findLastIndex((text) => text.includes("?"))] ?? target.node;
  return { scheme, parameters: Object.fromEntries(certain), module: target.module, node: at };
}

/** Undefined of a text with escapes, and of one with braces of its own. */
function textOf({ tree }: PythonModule, node: SyntaxNode): string | undefined {
  if (node.name === "String") return tree.string(node);
  if (node.name !== "FormatString") return undefined;
  let text = tree.text(node);
  for (const put of node.getChildren("FormatReplacement").toReversed())
    text = text.slice(0, put.from - node.from) + OPEN + text.slice(put.to - node.from);
  const inner = /^[fF]("""|'''|"|')([^\\{}]*)\1$/.exec(text)?.[2];
  return inner;
}
