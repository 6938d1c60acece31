import type { Context } from "hono";
import type { z } from "zod";
import { refused } from "./failure";

/** One line per problem, with the path of its field. Values are left out, because they may be secrets. */
function problems(error: z.ZodError): string {
  return error.issues
    .map((issue) => {
      const place = issue.path.length === 0 ? "body" : issue.path.join(".");
      if (issue.code === "unrecognized_keys") return `${place}: unknown field ${issue.keys.join(", ")}`;
      return `${place}: ${issue.message}`;
    })
    .join("; ");
}

/** The request's JSON body, as the schema has it. @throws ApiFailure 400 naming every problem. */
export async function readBody<T extends z.ZodType>(c: Context, schema: T): Promise<z.output<T>> {
  const text = await c.req.text();
  let value: unknown;
  try {
    value = text.trim() === "" ? {} : JSON.parse(text);
  } catch {
    throw refused("invalid JSON");
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw refused(problems(parsed.error));
  return parsed.data;
}
