import { type Document, isMap, isScalar, type Node, visit, type YAMLMap } from "yaml";
import { CommandError } from "../exit-code";

/** `{ secure: … }`, as Pulumi writes a value that is encrypted. */
export function isSecure(node: unknown): node is YAMLMap {
  return isMap(node) && node.items.length === 1 && isScalar(node.items[0]?.key) && node.has("secure");
}

/**
 * Writes each alias of what is encrypted, or has such a value in it, as the thing itself: at its own place it is a secret
 * of its own.
 *
 * @throws CommandError for an alias without an anchor, of what it is in, or of more than can be meant
 */
export function expandSecretAliases(document: Document, name: string): void {
  const refused = (what: string): CommandError => new CommandError(`${name}: not valid YAML. ${what}.`);
  try {
    // The library counts how much the aliases make of the file.
    document.toJS();
  } catch (cause) {
    // Its sentence ends with the alias.
    throw cause instanceof ReferenceError ? refused(cause.message.replace(/: .*$/s, "")) : cause;
  }
  visit(document, {
    Alias(_, alias, ancestors) {
      const node = alias.resolve(document);
      if (node === undefined || !holdsSecret(node)) return undefined;
      if (ancestors.includes(node)) throw refused("An alias is of what it is in");
      return withoutAnchors(node);
    },
  });
}

function holdsSecret(node: Node): boolean {
  let found = false;
  visit(node, {
    Map(_, map) {
      found ||= isSecure(map);
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

/** Its anchors stay where they are written: a later alias is of the last one before it. */
function withoutAnchors(node: Node): Node {
  const copy = node.clone() as Node;
  visit(copy, {
    Value(_, each) {
      delete each.anchor;
    },
  });
  return copy;
}
