/**
 * The value at a small path: names separated by dots, indexes or quoted names in brackets (`items[0].id`,
 * `["a.b"].c`, with or without a leading `$`). Undefined where there is none; a path that cannot be read has none.
 */
export function valueAtPath(value: unknown, path: string): unknown {
  return segmentsOf(path)?.reduce<unknown>((current, segment) => {
    if (typeof current !== "object" || current === null) return undefined;
    return Object.hasOwn(current, segment) ? (current as Record<string, unknown>)[segment] : undefined;
  }, value);
}

/** What is wrong with a path, or undefined where it can be read. */
export function jsonPathProblem(path: string): string | undefined {
  return segmentsOf(path) === undefined ? "expected names and indexes, such as items[0].id" : undefined;
}

/** The path's names and indexes; undefined where it cannot be read. */
export function segmentsOf(path: string): string[] | undefined {
  const token = /\.?([A-Za-z_$][\w$-]*)|\[(\d+)\]|\[(?:"([^"\]]*)"|'([^'\]]*)')\]/y;
  const found: string[] = [];
  let at = path.startsWith("$") ? 1 : 0;
  while (at < path.length) {
    token.lastIndex = at;
    const match = token.exec(path);
    if (match === null) return undefined;
    found.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? "");
    at = token.lastIndex;
  }
  return found;
}
