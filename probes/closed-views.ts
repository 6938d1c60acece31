/** A view that a role may read, and what it shows that the role may not. */
export interface ClosedView {
  /** As SQL takes them, the schema in front. */
  readonly view: string;
  readonly behind: readonly string[];
}

/**
 * Views with `security_invoker`: PostgreSQL asks for what is behind such a view as the role that reads it, and for what is
 * behind another one as the view's owner (sql-createview). A schema needs no USAGE there. Of the schemas $1, for the role
 * $2. Each column that the view names has to be readable, and where it names none, any (`count(*)`). Another rule than the
 * view's own query is its owner's.
 */
export const CLOSED_VIEWS = `
WITH RECURSIVE invoking AS (
  SELECT c.oid FROM pg_class c WHERE c.relkind = 'v' AND EXISTS (SELECT FROM pg_options_to_table(c.reloptions) o
    WHERE o.option_name = 'security_invoker' AND o.option_value::boolean)
), behind AS (
  SELECT i.oid AS view, d.refobjid AS relation, d.refobjsubid AS col FROM invoking i
  JOIN pg_rewrite r ON r.ev_class = i.oid AND r.ev_type = '1'
  JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
    AND d.refobjid <> i.oid
), reached AS (
  SELECT view, relation, col FROM behind
  UNION SELECT u.view, b.relation, b.col FROM reached u JOIN behind b ON b.view = u.relation
), closed AS (
  SELECT u.view, format('%I.%I', tn.nspname, t.relname) || CASE WHEN has_any_column_privilege($2::name, t.oid, 'SELECT')
    THEN ' (' || string_agg(DISTINCT quote_ident(a.attname), ', ') || ')' ELSE '' END AS name
  FROM reached u JOIN pg_class t ON t.oid = u.relation AND t.relkind IN ('r', 'p', 'v', 'm', 'f')
  JOIN pg_namespace tn ON tn.oid = t.relnamespace LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = u.col AND u.col > 0
  WHERE CASE WHEN u.col > 0 THEN NOT has_column_privilege($2::name, t.oid, u.col::int2, 'SELECT')
    ELSE NOT has_any_column_privilege($2::name, t.oid, 'SELECT') END
  GROUP BY u.view, tn.nspname, t.relname, t.oid
)
SELECT format('%I.%I', vn.nspname, v.relname) AS view, array_agg(DISTINCT u.name) AS behind
FROM closed u JOIN pg_class v ON v.oid = u.view JOIN pg_namespace vn ON vn.oid = v.relnamespace
WHERE vn.nspname = ANY($1) AND has_table_privilege($2::name, v.oid, 'SELECT')
GROUP BY 1 ORDER BY 1`;

export const viewWords = ({ view, behind }: ClosedView): string => `${view} (of ${behind.join(", ")})`;

/** What is no fault of the role, which may have no use for the view; empty where there is nothing. */
export function closedViewsWords(role: string, views: readonly ClosedView[]): string {
  if (views.length === 0) return "";
  const shown = views.slice(0, 3).map(viewWords).join(", ");
  const more = views.length > 3 ? ` and ${views.length - 3} more` : "";
  return `the view ${shown}${more} asks as who reads it, and ${role} may not read that`;
}
