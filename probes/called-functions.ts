import type { Ask } from "./ask";
import type { NamedCall } from "./function-text";

/** Where a text is looked at: the function's own `search_path`, or null for the session's. */
export interface Placed {
  readonly path: string | null;
}

/** What a function calls that the role may not. */
export interface ClosedCall {
  readonly kind: NamedCall["kind"];
  /** As SQL takes it, the schema in front; of a function with its types. */
  readonly object: string;
  readonly schema: string;
  readonly reached: boolean;
}

/** A function that the role may call, whose text is to be read as who calls it. */
export interface CalledFunction extends Placed {
  readonly oid: string;
  readonly body: string;
  readonly language: string;
  /** Whether it may write at all (xfunc-volatility). */
  readonly writes: boolean;
}

/** What one of the calls comes to. */
export type Called<Of> =
  | { readonly of: Of; readonly closed: ClosedCall }
  | { readonly of: Of; readonly follows: CalledFunction }
  /** It is called for what it does, and there is no such function. */
  | { readonly of: Of; readonly unknown: true };

interface Candidate extends CalledFunction, Omit<ClosedCall, "kind"> {
  readonly at: number;
  readonly may: boolean;
  /** Whether its text says what runs as who calls it. */
  readonly follows: boolean;
}

// Of functions of one name any may be meant. PostgreSQL's own come first of those without a schema (runtime-config-client).
// One in C is an extension's: it writes no table of a user.
const FUNCTIONS = `
SELECT w.i::int - 1 AS at, p.oid::text AS oid, format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) AS object,
  n.nspname::text AS schema, has_schema_privilege(n.oid, 'USAGE') AS reached, has_function_privilege(p.oid, 'EXECUTE') AS may,
  p.prosrc AS body, l.lanname AS language, (SELECT substr(s, 13) FROM unnest(p.proconfig) s WHERE s LIKE 'search_path=%') AS path,
  p.provolatile = 'v' AS writes, n.nspname <> 'pg_catalog' AND NOT p.prosecdef AND l.lanname NOT IN ('c', 'internal') AND p.provolatile <> 'i' AS follows
FROM ROWS FROM (jsonb_to_recordset($1) AS (places text[], name text)) WITH ORDINALITY AS w(places, name, i)
JOIN pg_proc p ON p.proname = w.name JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
WHERE n.nspname::text = ANY(coalesce(w.places, current_schemas(true)::text[]))
ORDER BY 1, 3 LIMIT 2000`;

const SEQUENCES = `
SELECT w.i::int - 1 AS at, f.object, f.schema, f.reached
FROM ROWS FROM (jsonb_to_recordset($1) AS (places text[], name text)) WITH ORDINALITY AS w(places, name, i)
JOIN LATERAL (SELECT format('%I.%I', n.nspname, c.relname) AS object, n.nspname::text AS schema,
    has_schema_privilege(n.oid, 'USAGE') AS reached, has_sequence_privilege(c.oid, 'USAGE, UPDATE') AS may
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'S' AND c.relname = w.name AND n.nspname::text = ANY(coalesce(w.places, current_schemas(true)::text[]))
  ORDER BY array_position(coalesce(w.places, current_schemas(true)::text[]), n.nspname::text) LIMIT 1
) f ON NOT (f.reached AND f.may)`;

interface CallOf<Of extends Placed> {
  readonly of: Of;
  readonly call: NamedCall;
}

/** What the role that is logged in may not call, and what it may and is to be followed. */
export async function readCalls<Of extends Placed>(
  ask: Ask,
  calls: readonly CallOf<Of>[],
): Promise<readonly Called<Of>[]> {
  const functions = calls.filter(({ call }) => call.kind === "function");
  const sequences = calls.filter(({ call }) => call.kind === "sequence");
  const candidates = await asked<Candidate>(ask, FUNCTIONS, functions);
  const closed = await asked<ClosedCall & { readonly at: number }>(ask, SEQUENCES, sequences);
  return [
    ...functions.flatMap((one, at) =>
      judged(
        one,
        candidates.filter((each) => each.at === at),
      ),
    ),
    ...closed.flatMap(({ at, object, schema, reached }): Called<Of>[] => {
      const of = sequences[at]?.of;
      return of === undefined ? [] : [{ of, closed: { kind: "sequence", object, schema, reached } }];
    }),
  ];
}

function judged<Of extends Placed>(
  { of, call }: CallOf<Of>,
  candidates: readonly Candidate[],
): readonly Called<Of>[] {
  const [first, ...more] = candidates;
  if (first === undefined) return call.does ? [{ of, unknown: true }] : [];
  if (candidates.some(({ schema }) => schema === "pg_catalog")) return [];
  if (!candidates.some(({ may, reached }) => may && reached)) {
    const { object, schema, reached } = first;
    return [{ of, closed: { kind: "function", object, schema, reached } }];
  }
  return more.length > 0 || !first.follows ? [] : [{ of, follows: first }];
}

function asked<Row extends object>(
  ask: Ask,
  question: string,
  calls: readonly CallOf<Placed>[],
): Promise<readonly Row[]> | readonly Row[] {
  if (calls.length === 0) return [];
  const rows = calls.map(({ of: { path }, call: { schema, name } }) => {
    const places = placesOf(path, schema);
    return { places: places === null || schema !== undefined ? places : ["pg_catalog", ...places], name };
  });
  return ask<Row>(question, [JSON.stringify(rows)]);
}

/** The schema that a name has, or those of a `search_path`; null for the session's own. */
export function placesOf(path: string | null, schema: string | undefined): readonly string[] | null {
  if (schema !== undefined) return [schema];
  return path === null ? null : path.split(",").map((each) => each.trim().replaceAll('"', ""));
}
