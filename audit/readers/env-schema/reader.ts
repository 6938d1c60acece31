import path from "node:path";
import { type Fact, known, unknown } from "../../../domain";
import { assignments } from "../../../domain/env-file";
import type { Reader } from "../../reader";
import { assignmentFacts } from "../env-file/reader";

/** varlock's schema of environment variables, in the @env-spec language (npmjs.com/package/@env-spec/parser). */
export const isEnvSchema = (file: string): boolean => path.posix.basename(file) === ".env.schema";

/** A value that varlock computes when it loads: `op(op://vault/item)`, `forEnv(production)`. */
const COMPUTED = /^[A-Za-z]\w*\(/;

/**
 * `.env.schema` says which variables a service needs. An item with a value has it in every environment; of one without,
 * `@required` and `@optional` in the comment above it decide, and `@defaultRequired` of the header.
 */
export const ENV_SCHEMA: Reader = {
  name: "env-schema",
  accepts: isEnvSchema,
  read({ path: file, text }) {
    const lines = text.split(/\r?\n/);
    const defaults = decorator(headerOf(lines), "defaultRequired");
    const facts = assignments(text).flatMap((one): readonly Fact[] => {
      const { name, line, column, raw } = one;
      const place = { source: "file", file, line, column, key: name } as const;
      if (raw.trim() !== "" && raw !== '""' && raw !== "''") {
        return assignmentFacts(one, file, {}).map((fact) =>
          fact.kind === "variable" && COMPUTED.test(raw)
            ? { ...fact, value: unknown("varlock computes it when it loads") }
            : fact,
        );
      }
      return [
        { kind: "wanted-variable", name, place, required: requiredBy(commentAbove(lines, line), defaults) },
      ];
    });
    return { facts, problems: [] };
  },
};

function requiredBy(comment: string, defaults: string | undefined) {
  const required = decorator(comment, "required");
  const optional = decorator(comment, "optional");
  if (required === "true" || optional === "false") return known(true);
  if (required === "false" || optional === "true") return known(false);
  if (required !== undefined || optional !== undefined)
    return unknown<boolean>("its decorator depends on the environment");
  // Without a word of either kind an item that has no value may be left out.
  return known(defaults === "true");
}

/** The value of `@name`, which is `true` where it has none; undefined where the comment does not have it. */
function decorator(comment: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)@${name}(?:=(\\S+))?(?=\\s|$)`).exec(comment);
  return found === null ? undefined : (found[1] ?? "true");
}

/** The comment at the beginning, as far as the line of dashes that ends it. */
function headerOf(lines: readonly string[]): string {
  const end = lines.findIndex((line) => /^#\s*-{3,}\s*$/.test(line));
  const before = lines.slice(0, Math.max(0, end));
  return before.every((line) => /^\s*(?:#|$)/.test(line)) ? before.map(commented).join("\n") : "";
}

/** The comment right above a line, and that at its end; lines are counted from 1. */
function commentAbove(lines: readonly string[], line: number): string {
  const above: string[] = [];
  for (let at = line - 2; at >= 0; at -= 1) {
    const text = lines[at] ?? "";
    if (!/^\s*#/.test(text) || /^#\s*-{3,}\s*$/.test(text)) break;
    above.unshift(commented(text));
  }
  const own = /\s#(?<comment>.*)$/.exec(lines[line - 1] ?? "")?.groups?.comment ?? "";
  return [...above, own].join("\n");
}

const commented = (line: string): string => line.replace(/^\s*#\s?/, "");
