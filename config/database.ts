import { z } from "zod";
import { CONNECTIONS, POOLER_HOST, parseProjectRef, REFERENCE_FORM } from "../databases";
import { relationIssue } from "./relation-issue";
import { port, text } from "./text";

const supabase = z.strictObject({
  projectRef: z
    .string()
    .transform((written, context) => {
      const parsed = parseProjectRef(written);
      if (parsed === undefined) {
        context.addIssue({
          code: "custom",
          message: `expected ${REFERENCE_FORM}; copy it from the dashboard (Connect)`,
        });
      }
      return parsed ?? z.NEVER;
    })
    .describe("the project's reference, 20 lowercase letters"),
  poolerHost: z
    .string()
    .regex(POOLER_HOST, "expected aws-N-REGION.pooler.supabase.com; copy it from the dashboard (Connect)")
    .describe("`aws-N-REGION.pooler.supabase.com`, copied from the dashboard"),
  connection: z.enum(CONNECTIONS, "expected a connection").describe("how the service reaches it"),
});

const keys = {
  supabase: supabase.optional(),
  host: text.optional().describe("another PostgreSQL server"),
  port: port.optional().meta({ description: "its port", otherwise: "`5432`" }),
  name: text.default("postgres").describe("the database"),
  role: text
    .optional()
    .meta({ description: "the service's own login role", otherwise: "required with `supabase` or `host`" }),
  sslmode: z
    .enum(["disable", "allow", "prefer", "require", "verify-ca", "verify-full"])
    .optional()
    .meta({ description: "libpq's `sslmode`", otherwise: "`require` at Supabase; else the driver's" }),
  adminUser: text.default("postgres").describe("the login that creates the role and its privileges"),
  manageRole: z
    .boolean("expected true or false")
    .default(true)
    .describe("`false` where the role exists and is not changed"),
  importRole: z
    .boolean("expected true or false")
    .default(false)
    .describe("`true` where the role exists and the stack takes it over"),
  privileges: z
    .enum(["read-write", "read", "custom"], "expected read-write, read or custom")
    .optional()
    .meta({
      description: "what the role may do with all that is in `schemas`; `custom` gives none",
      otherwise: "`read-write`; with `manageRole: false` what it has",
    }),
  schemas: z
    .array(text)
    .min(1, "expected at least one schema")
    .default(["public"])
    .describe("the schemas that the role uses"),
  ownSchemas: z
    .boolean("expected true or false")
    .default(false)
    .describe("makes `schemas` with the role, and drops them and all that is in them with it"),
  owners: z
    .array(text)
    .default([])
    .describe(
      "roles besides `adminUser` that will make tables which the role is to use, such as the migrations' role",
    ),
  extensions: z
    .array(text)
    .default([])
    .describe(
      "extensions that `adminUser` makes, such as `vector`; they need the package `@pulumi/postgresql`",
    ),
  bypassRowLevelSecurity: z
    .boolean("expected true or false")
    .default(false)
    .describe("`true` where row level security shows the role every row"),
  previewBranch: z.boolean("expected true or false").optional().meta({
    description:
      "at Supabase: whether a [pull request's environment](preview-environment.md) gets a branch in place of a schema and role",
    otherwise: "`false`",
  }),
};

interface Declared {
  readonly supabase?: unknown;
  readonly host?: unknown;
  readonly role?: string | undefined;
  readonly name?: unknown;
  readonly adminUser?: string;
  readonly manageRole?: boolean;
  readonly importRole?: boolean;
  readonly schemas?: readonly string[];
  readonly ownSchemas?: boolean;
  readonly previewBranch?: unknown;
}

/** `portcullis:database`; its secrets are keys of their own (`databasePassword` and its like). */
export const database = z.strictObject(keys).check(({ value, issues }) => refuse(value, issues));

/** One of `portcullis:databases`, with its secrets beside what they are for. */
export const namedDatabase = z
  .strictObject({
    ...keys,
    url: text.optional().describe("a connection URL typed as it is, in place of a derived one"),
    password: text.optional().meta({
      description: "the password of the service's own login role",
      otherwise: "required, unless `url`",
    }),
    adminPassword: text.optional().meta({
      description: "the password of the login that creates the role",
      otherwise: "required, unless `url`, or `manageRole: false`",
    }),
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
  refuseRole(value, tell);
  if (value.previewBranch !== true) return;
  if (value.supabase === undefined) {
    tell("previewBranch", "expected `supabase` beside it: a branch is one of a Supabase project");
  } else if (value.name !== "postgres") {
    tell("previewBranch", "expected the database `postgres`, the only one that a branch has");
  }
}

/** What a pooler's user has behind the role: the URL has it by itself. */
const TENANT = /\.[a-z]{20}$/;

/** A role that cannot be made, or not so. */
function refuseRole(value: Declared, tell: (key: string, message: string) => void): void {
  const { role = "", adminUser, manageRole, importRole, schemas = [], ownSchemas } = value;
  if (value.supabase !== undefined && TENANT.test(role)) {
    tell("role", "expected the role alone: the project's reference is put behind it in the pooler's user");
  }
  if (manageRole === true && role !== "" && role === adminUser) {
    tell(
      "role",
      "expected a role of the service's own, got the administrator's: name another one, or set `manageRole` to false",
    );
  }
  if (manageRole === false && importRole === true) {
    tell("importRole", "expected `manageRole: false` or `importRole: true`, got both");
  }
  if (ownSchemas === true && schemas.includes("public")) {
    tell(
      "ownSchemas",
      "expected `schemas` of the role's own, got `public`: name others, which it makes and drops",
    );
  }
}
