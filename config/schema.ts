import { z } from "zod";
import { CONNECTIONS, POOLER_HOST, parseProjectRef } from "../databases";
import { DRIVER_NAMES, type DriverName, parsePort, STANDARD_PORT } from "../domain";
import { text } from "./text";
import { verify } from "./verify";

const port = z.unknown().transform((value, context) => {
  const parsed = parsePort(value);
  if (parsed === undefined) context.addIssue({ code: "custom", message: "expected a port, 1 to 65535" });
  return parsed ?? z.NEVER;
});

/** Variables and settings are text for their readers; YAML may have read a number or a flag. */
const plainText = z
  .union([z.string(), z.number(), z.boolean()], "expected text, a number, or true or false")
  .transform(String);

/** A driver's setting may be none at all: psycopg's `prepare_threshold: null` prepares nothing. */
const settingText = z
  .union([z.string(), z.number(), z.boolean(), z.null()], "expected text, a number, true, false or null")
  .transform(String);

const service = z.strictObject({
  name: text,
  repository: text,
  branch: text.default("main"),
  // Lists of Render's that grow: `blueprint/unknown-value` advises of a name that is not in ours.
  runtime: text,
  region: text,
  plan: text.default("starter"),
  build: text.optional(),
  start: text,
  port: port.default(STANDARD_PORT),
  healthCheckPath: z.string().default("/health"),
  rootDirectory: text.optional(),
  driver: z.enum(DRIVER_NAMES as [DriverName, ...DriverName[]], "expected a driver that Portcullis knows"),
  /** Settings of the driver outside the URL, by its own names, as the service's code has them. */
  driverSettings: z.record(z.string(), settingText).default({}),
  environment: z.record(z.string(), plainText).default({}),
});

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

const database = z
  .strictObject({
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
  })
  .check(({ value, issues }) => {
    if (value.supabase !== undefined && value.host !== undefined) {
      issues.push({
        code: "custom",
        params: { relation: true },
        input: undefined,
        path: ["host"],
        message: "expected `supabase` or `host`, got both",
      });
    }
    if ((value.supabase ?? value.host) !== undefined && value.role === undefined) {
      issues.push({
        code: "custom",
        params: { relation: true },
        input: undefined,
        path: ["role"],
        message: "expected the name of the service's login role",
      });
    }
  });

/** What a rehearsal alone gets, read from the file by `portcullis rehearse`; a deployment never sees it. */
const rehearsal = z.strictObject({
  /** Variables of the service's processes, in place of the stack's own of the same name. */
  variables: z.record(z.string(), plainText).default({}),
  /** Run in the empty database after the migrations of supabase/. */
  sql: z.string("expected SQL as text").optional(),
});

/** One stack's whole configuration: every key of `portcullis:` that a stack file may have. */
export const stackSchema = z.strictObject({
  service,
  database,
  /** How the deployment is proven healthy after each deploy; without endpoints: deploy, port, database, health. */
  verify: verify.prefault({}),
  standardPort: port.default(STANDARD_PORT),
  /** Names of stacks whose database must not be this one's; each is read by a StackReference. */
  otherEnvironments: z.array(text).default([]),
  rehearsal: rehearsal.prefault({}),
  /** Set by a rehearsal alone: where an address is found on this machine. */
  addresses: z.record(z.string(), z.string()).default({}),
});

/** Keys whose value is a secret, with what each is for. They are never part of an error. */
export const SECRET_KEYS = {
  databasePassword: "the password of the service's own login role",
  databaseAdminPassword: "the password of the login that creates the role",
  databaseUrl: "a connection URL typed as it is, instead of a declared connection",
} as const;
