import {
  type Fact,
  type Knowable,
  known,
  looksLikeConnectionUrl,
  type Place,
  unknown,
} from "../../../domain";
import type { Reader } from "../../reader";

/** A Prisma schema: the variables that its data source asks for, and that Prisma connects. */
export const PRISMA_SCHEMA: Reader = {
  name: "prisma-schema",
  accepts: (path) => /\.prisma$/.test(path),
  read: ({ path, text }) => ({
    facts: dataSources(text).flatMap((fields) => factsOf(fields, path)),
    problems: [],
  }),
};

interface Field {
  readonly name: string;
  readonly value: string;
  readonly line: number;
  readonly column: number;
}

/** The fields of each `datasource` block; a block's braces are at a line's end and on a line of their own. */
function dataSources(text: string): readonly (readonly Field[])[] {
  const found: Field[][] = [];
  let open: Field[] | undefined;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (open === undefined) {
      if (!/^\s*datasource\s+\w+\s*\{/.test(line)) continue;
      open = [];
      found.push(open);
      continue;
    }
    const [, before = "", name, value] = /^(\s*(\w+)\s*=\s*)(\S.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) {
      open.push({ name, value, line: index + 1, column: before.length + 1 });
    } else if (/^\s*\}/.test(line)) open = undefined;
  }
  return found;
}

/** The providers that speak PostgreSQL (prisma.io/docs/orm/reference/prisma-schema-reference, datasource). */
const POSTGRESQL = /^"(?:postgresql|postgres|cockroachdb)"/;

/** Whether a deployment needs them; `shadowDatabaseUrl` is for a developer's machine alone. */
const REQUIRED: ReadonlyMap<string, Knowable<boolean>> = new Map([
  ["url", known(true)],
  ["directUrl", unknown("Prisma connects by it for migrations alone")],
]);

function factsOf(fields: readonly Field[], file: string): readonly Fact[] {
  const driver = known("prisma");
  const driverSettings = known({});
  const provider = fields.find(({ name, value }) => name === "provider" && POSTGRESQL.test(value));
  const facts = fields.flatMap((field): readonly Fact[] => {
    const required = REQUIRED.get(field.name);
    if (required === undefined) return [];
    const place = placeOf(field, file);
    const variable = /^env\(\s*"([^"]+)"\s*\)/.exec(field.value)?.[1];
    if (variable !== undefined) {
      return [{ kind: "wanted-variable", place, name: variable, required }];
    }
    const literal = /^"((?:[^"\\]|\\.)*)"/.exec(field.value)?.[1];
    if (literal === undefined || !looksLikeConnectionUrl(literal)) return [];
    return [{ kind: "url", place, url: known(literal), driver, driverSettings }];
  });
  // Since version 7 a data source names no URL, and an adapter connects in code (prisma.io: upgrade guide).
  if (provider === undefined || !fields.some(({ name }) => name === "url")) return facts;
  return [{ kind: "driver", place: placeOf(provider, file), driver, driverSettings }, ...facts];
}

function placeOf({ name, line, column }: Field, file: string): Place {
  return { source: "file", file, line, column, key: name };
}
