import type { Reader } from "../../../audit";
import type { Repository } from "../../../audit/reader";
import { ONE_FILE } from "./one-file";

/** One line for each fact: where, its kind, and what it says; an unknown value as a question mark. */
export function factLines(
  reader: Reader,
  path: string,
  text: string,
  repository: Repository = ONE_FILE,
): readonly string[] {
  return reader.read({ path, text }, repository).facts.map(({ place, kind, ...rest }) => {
    const at = place.source === "file" ? `${place.line}:${place.column}` : "?";
    // What holds wherever the program runs is the ordinary case, and is left out; so are the words of a fix.
    const said = Object.entries(rest)
      .filter(([key, part]) => part !== "program" && key !== "adds")
      .map(([, part]) => {
        if (typeof part !== "object") return String(part);
        const value = part as { readonly known: boolean; readonly value?: unknown };
        return value.known ? JSON.stringify(value.value) : "?";
      });
    return [at, kind, ...said].join(" ");
  });
}
