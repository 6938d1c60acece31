import type { SyntaxNode } from "@lezer/common";
import type { Fact, Place } from "../../../domain";
import type { SyntaxTree } from "./syntax-tree";

/** The texts of a language into which values are put, and how its programs read a URL. */
interface Interpolating {
  /** The nodes of such texts, and of what is put in. */
  readonly text: string;
  readonly part: string;
  readonly reader: "libpq" | "sqlalchemy" | "whatwg";
}

/**
 * The variables whose values a text puts into a PostgreSQL URL as its password, just as they are: `f"postgresql://…"`,
 * a template literal. What a function encodes is no variable's value any more.
 *
 * @param variable the environment variable that an expression is
 */
export function rawPasswords(
  tree: Pick<SyntaxTree, "nodes" | "text"> & { place(node: SyntaxNode, key?: string): Place },
  { text, part, reader }: Interpolating,
  variable: (node: SyntaxNode) => string | undefined,
): readonly Fact[] {
  return tree.nodes(text).flatMap((node): readonly Fact[] => {
    const whole = tree.text(node);
    if (!/^(?:[fF]?["']{1,3}|`)postgres(?:ql)?(?:\+\w+)?:\/\//.test(whole)) return [];
    return node.getChildren(part).flatMap((put): readonly Fact[] => {
      const before = whole.slice(0, put.from - node.from);
      const isPassword = /:\/\/[^/]*:$/.test(before) && whole[put.to - node.from] === "@";
      const inner = put.firstChild?.nextSibling ?? null;
      const name = isPassword && inner !== null ? variable(inner) : undefined;
      if (name === undefined) return [];
      return [{ kind: "raw-password", place: tree.place(put, name), variable: name, reader }];
    });
  });
}
