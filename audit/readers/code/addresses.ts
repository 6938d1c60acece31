import type { Fact } from "../../../domain";
import type { SyntaxTree } from "./syntax-tree";

/** A text that is the address of a host of one label with its port, such as a private network has. */
const ADDRESS = /(["'`])(?:https?|wss?|grpc):\/\/([a-z][a-z0-9-]*):(\d{1,5})(?=[/?#"'`])/gi;

/** The variable in whose place a text counts: `process.env.X ?? "…"`, `os.getenv("X", "…")`. */
const IN_PLACE_OF =
  /(?:process\.env\.(\w+)|process\.env\[["'](\w+)["']\]|(?:environ\.get|getenv)\(\s*["'](\w+)["'](?:\s*\))?)\s*(?:\?\?|\|\||,|or)\s*$/;

/** The addresses of other services that code holds itself; what is in comments is none. */
export function addressesInCode(tree: Pick<SyntaxTree, "at" | "place">, text: string): readonly Fact[] {
  return [...text.matchAll(ADDRESS)].flatMap((match): readonly Fact[] => {
    const [, , host = "", port = ""] = match;
    const node = tree.at(match.index);
    if (!/String$/.test(node.name) || node.from !== match.index || host === "localhost") return [];
    const before = text.slice(Math.max(0, match.index - 120), match.index);
    const variable = IN_PLACE_OF.exec(before)
      ?.slice(1)
      .find((name) => name !== undefined);
    const place = tree.place(node);
    return [{ kind: "address", place, host, port, ...(variable !== undefined && { inPlaceOf: variable }) }];
  });
}

/** Whether a text may hold one: asked before it is parsed. */
export const MAY_HOLD_ADDRESS = /["'`](?:https?|wss?|grpc):\/\/[a-z][a-z0-9-]*:\d/i;
