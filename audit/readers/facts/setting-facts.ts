import { type Fact, known, type Subject } from "../../../domain";
import { SECRET_NAME, SECRET_TEXT } from "../../secrets/secret-variable";
import type { Tree } from "../syntax/tree";

/** The entries of a mapping of names to literal values, as a manifest keeps its variables or build arguments. */
export function settingFacts(
  tree: Tree,
  node: unknown,
  kind: "variable" | "build-argument",
  subject: Subject,
): readonly Fact[] {
  return tree.entries(node).flatMap(({ key: name, value }): readonly Fact[] => {
    const text = tree.text(value);
    if (text === undefined) return [];
    const secret = SECRET_NAME.test(name) || SECRET_TEXT.test(text);
    return [{ kind, ...subject, place: tree.place(value, name), name, value: known(text), secret }];
  });
}
