import { z } from "zod";
import { CONNECTIONS, POOLER_HOST, parseProjectRef } from "../databases";
import { relationIssue } from "./relation-issue";
import { port, text } from "./text";

const supabase = z.strictObject({
  projectRef: z.string().transform((written, context) => {
    const parsed = parseProjectRef(written);
    if (parsed === undefined) {
      context.addIssue({
        code: "custom",
        message: "expected 20 lowercase letters; copy it from the dashboard (Connect)",
      });
    }
    return parsed ?? z.NEVER;
  }),
  poolerHost: z
    .string()
    .regex(POOLER_HOST, "expected aws-N-REGION.pooler.supabase.com; copy it from the dashboard (Connect)"),
  connection: z.enum(CONNECTIONS, "expected a connection"),
});

const keys = {
  supabase: supabase.optional(),
  host: text.optional(),
  port: port.optional(),
  name: text.default("postgres"),
  role: text.optional(),
  sslmode: z.enum(["disable", "allow", "prefer", "require", "verify-ca", "verify-full"]).optional(),
  /** The login that creates the role and its privileges. */
  adminUser: text.default("postgres"),
  /** False where the role exists already and is not Portcullis's to change. */
  manageRole: z.boolean("expected true or false").default(true),
  /** True where the role exists already, and is taken over. */
  importRole: z.boolean("expected true or false").default(false),
  /** What the role may do with all that is in `schemas`. */
  privileges: z
    .enum(["read-write", "read", "custom"], "expected read-write, read or custom")
    .default("read-write"),
  schemas: z.array(text).min(1, "expected at least one schema").default(["public"]),
  /** Whether `schemas` are made with the role, and dropped with it and all that is in them. */
  ownSchemas: z.boolean("expected true or false").default(false),
  /** Roles besides `adminUser` whose tables to come the role may use. */
  owners: z.array(text).default([]),
  /** Extensions that the administrator makes, such as `vector`. */
  extensions: z.array(text).default([]),
  bypassRowLevelSecurity: z.boolean("expected true or false").default(false),
  /** Whether a pull request's environment gets a Supabase branch in place of a schema and role in this database. */
  previewBranch: z.boolean("expected true or false").optional(),
};

interface Declared {
  readonly supabase?: unknown;
  readonly host?: unknown;
  readonly role?: unknown;
  readonly name?: unknown;
  readonly previewBranch?: unknown;
}

/** `portcullis:database`; its secrets are keys of their own (`databasePassword` and its like). */
export const database = z.strictObject(keys).check(({ value, issues }) => refuse(value, issues));

/** One of `portcullis:databases`, with its secrets beside what they are for. */
export const namedDatabase = z
  .strictObject({
    ...keys,
    /** A connection URL typed as it is, in place of a declared connection. */
    url: text.optional(),
    password: text.optional(),
    adminPassword: text.optional(),
  })
  .check(({ value, issues }) => refuse(value, issues));

function refuse(value: Declared, issues: z.core.$ZodRawIssue[]): void {
  const tell = (key: string, message: string) => issues.push(relationIssue(key, message));
  if (value.supabase !== undefined && value.host !== undefined) {
    tell("host", "expected `supabase` or `host`, got both");
  }
  if ((value.supabase ?? value.host) !== undefined && value.role === undefined) {
    tell("role", "expected the name of the service's login role");
  }
  if (value.previewBranch !== true) return;
  if (value.supabase === undefined) {
    tell("previewBranch", "expected `supabase` beside it: a branch is one of a Supabase project");
  } else if (value.name !== "postgres") {
    tell("previewBranch", "expected the database `postgres`, the only one that a branch has");
  }
}
