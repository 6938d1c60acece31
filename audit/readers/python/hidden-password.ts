import type { SyntaxNode } from "@lezer/common";
import { childrenOf } from "../code/syntax-tree";
import type { PythonModule, PythonReferent } from "./module";

/** Calls whose result is a URL of SQLAlchemy's, or an engine that has one. */
const MAKES_URL = /^(?:(?:sqlalchemy|sa)\.)?(?:engine\.)?(?:url\.)?(?:make_url|URL\.create|URL)$/;
const MAKES_ENGINE =
  /^(?:(?:sqlalchemy|sa)\.)?(?:ext\.asyncio\.)?(?:create_(?:async_)?engine|(?:async_)?engine_from_config)$/;

/**
 * Whether an expression is a URL of SQLAlchemy's as a text with `***` in place of its password: `str(url)`, `f"{url}"`
 * and `url.render_as_string()` write it so from 1.4 on (docs.sqlalchemy.org: core/engines, URL.render_as_string).
 */
export function hidesPassword(module: PythonModule, node: SyntaxNode): boolean {
  const referent = node.name === "VariableName" ? module.follow(node) : undefined;
  if (referent?.is === "expression" && referent.node !== node)
    return hidesPassword(referent.module, referent.node);
  const url = writtenAsText(module, node);
  return url !== undefined && isUrl(module, url);
}

/** The one object that a text is made of. */
function writtenAsText({ tree }: PythonModule, node: SyntaxNode): SyntaxNode | undefined {
  if (node.name === "FormatString") {
    const [only, ...others] = node.getChildren("FormatReplacement");
    const isWhole =
      only !== undefined && /^[fF]["']{1,3}$/.test(tree.text(node).slice(0, only.from - node.from));
    return isWhole && others.length === 0 ? (only.firstChild?.nextSibling ?? undefined) : undefined;
  }
  if (node.name !== "CallExpression" || node.firstChild === null) return undefined;
  const given = tree.arguments(node);
  if (tree.dotted(node.firstChild) === "str") return given.length === 1 ? given[0]?.node : undefined;
  const [object, , method] = childrenOf(node.firstChild);
  if (method === undefined || tree.text(method) !== "render_as_string") return undefined;
  const shows = given.some((one) => tree.text(one.node) !== "True");
  return shows ? undefined : object;
}

function isUrl(module: PythonModule, node: SyntaxNode): boolean {
  const found: PythonReferent | undefined = module.follow(node);
  const [at, written] = found?.is === "expression" ? [found.module, found.node] : [module, node];
  const { tree } = at;
  if (!/\bsqlalchemy\b/.test(at.text)) return false;
  if (written.name === "CallExpression") {
    if (!MAKES_URL.test(tree.dotted(written.firstChild) ?? "")) return false;
    const [first] = tree.arguments(written);
    const text = first?.name === undefined && first !== undefined ? tree.string(first.node) : undefined;
    // A file has no password, nor has a URL without one.
    return (
      text === undefined || /:\/\/[^/@]*:[^/@]+@/.test(text) || /\bpassword\s*=/.test(tree.text(written))
    );
  }
  const [object, dot, property] = childrenOf(written);
  if (object === undefined || dot?.name !== "." || property === undefined) return false;
  if (tree.text(property) !== "url") return false;
  const engine = at.follow(object);
  return (
    engine?.is === "expression" &&
    engine.node.name === "CallExpression" &&
    MAKES_ENGINE.test(engine.module.tree.dotted(engine.node.firstChild) ?? "") &&
    !/sqlite/.test(engine.module.tree.text(engine.node))
  );
}
