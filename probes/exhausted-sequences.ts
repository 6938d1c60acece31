import type { Client } from "pg";

// Of one that the role may not read there is no last value (view-pg-sequences).
const EXHAUSTED = `
SELECT format('%s.%s', schemaname, sequencename) AS name FROM pg_sequences WHERE schemaname = ANY($1) AND NOT cycle
  AND CASE WHEN increment_by > 0 THEN last_value > max_value - increment_by ELSE last_value < min_value - increment_by END
ORDER BY 1`;

/** The sequences of the schemas that have no number left: an INSERT that takes one is an error. */
export async function exhaustedSequences(
  client: Client,
  schemas: readonly string[],
): Promise<readonly string[]> {
  return (await client.query<{ name: string }>(EXHAUSTED, [schemas])).rows.map(({ name }) => name);
}

/** What is no fault of a deploy; empty where there is none. */
export function exhaustedWords([first, ...more]: readonly string[]): string {
  if (first === undefined) return "";
  const others = more.length > 0 ? ` and ${more.length} more have` : " has";
  return `the sequence ${first}${others} no number left: an INSERT that takes one is an error`;
}
