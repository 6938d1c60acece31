import type { parseAllDocuments } from "yaml";

/** Files of settings, by the end of their names, and how each is read. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  json: JSON.parse,
  yaml: yamlValues,
  yml: yamlValues,
  toml: tomlValues,
  properties: pairsByDots,
  ini: sections,
  cfg: sections,
  conf: sections,
};

/** The values in a file of settings, as objects; undefined where it is none, or does not parse. */
export function settingsIn(file: string, text: string): unknown {
  const read = READERS[/^[\w.-]+\.(\w+)$/.exec(file)?.[1] ?? ""];
  try {
    return read?.(text);
  } catch {
    return undefined;
  }
}

/** Several documents as a list; Spring's, which are for one profile each, under the name of that. */
function yamlValues(text: string): unknown {
  const { parseAllDocuments: parse } = require("yaml") as { parseAllDocuments: typeof parseAllDocuments };
  const documents = parse(text, { logLevel: "silent" });
  if (!Array.isArray(documents)) return undefined;
  return documents.map((document): unknown => {
    if (document.errors.length > 0) return undefined;
    const value = document.toJS({ maxAliasCount: 100 }) as unknown;
    const profile = document.getIn(["spring", "config", "activate", "on-profile"]);
    return typeof profile === "string" ? { [profile]: value } : value;
  });
}

function tomlValues(text: string): unknown {
  const { parse } = require("smol-toml") as { parse: (text: string) => unknown };
  return parse(text);
}

type Nested = { [key: string]: string | Nested };

/** `spring.datasource.url=…`, where the dots of a name are levels. */
function pairsByDots(text: string): Nested {
  const found = Object.create(null) as Nested;
  for (const [name, value] of pairs(text)) {
    const keys = name.split(".");
    const last = keys.pop() ?? "";
    let level = found;
    for (const key of keys) {
      const next = level[key];
      const below = typeof next === "object" ? next : (Object.create(null) as Nested);
      level[key] = below;
      level = below;
    }
    level[last] = value;
  }
  return found;
}

/** `[section]` and `name = value`, as alembic.ini and PostgreSQL's service files have them. */
function sections(text: string): Nested {
  const parts = text.split(/^[ \t]*\[([^\]\n]+)\][ \t]*$/m);
  // A section may be called as a property of every object is.
  const found = Object.assign(Object.create(null), Object.fromEntries(pairs(parts[0] ?? ""))) as Nested;
  for (let index = 1; index < parts.length; index += 2)
    found[parts[index] ?? ""] = Object.fromEntries(pairs(parts[index + 1] ?? ""));
  return found;
}

function pairs(text: string): readonly (readonly [string, string])[] {
  return text.split("\n").flatMap((line) => {
    const [, name, value = ""] = /^\s*([^\s#;!=:[][^\s=:]*)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value] as const];
  });
}
