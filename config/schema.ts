import { z } from "zod";
import { STANDARD_PORT } from "../domain";
import { database, namedDatabase } from "./database";
import { previewEnvironment } from "./preview-environment";
import { promotion } from "./promotion";
import { secretNames, serviceSchema, variables } from "./service";
import { plainText, port, text } from "./text";
import { verifyKeys, verifySchema } from "./verify";

/** A key of `portcullis:services` or `portcullis:databases`: it becomes part of resource names. */
const key = z
  .string()
  .regex(/^[A-Za-z][\w-]*$/, "expected a key of letters, digits, _ and -, a letter first");

/** What a rehearsal alone gets, read from the file by `portcullis rehearse`; a deployment never sees it. */
const rehearsal = z.strictObject({
  /** Variables of the service's processes, in place of the stack's own of the same name. */
  variables: z.record(z.string(), plainText).default({}),
  /** Run in the empty database after the migrations of supabase/; by the databases' names where it is a mapping. */
  sql: z
    .union([z.string(), z.record(key, z.string())], "expected SQL as text, or a mapping of databases to SQL")
    .optional(),
  /** The database that the files of supabase/ are applied to. @default the first */
  migrations: text.optional(),
});

/** One stack's whole configuration: every key of `portcullis:` that a stack file may have. */
export const stackSchema = z.strictObject({
  /** The short form for one service. */
  service: serviceSchema(text).optional(),
  services: z.record(key, serviceSchema(text.optional())).optional(),
  /** Variables that every service gets; its own win. */
  environment: variables,
  /** Names of those of them whose values are typed as secrets. */
  secrets: secretNames,
  /** For every service that declares a `driver`. */
  database: database.optional(),
  databases: z.record(key, namedDatabase).optional(),
  /** With `service`: how the deployment is proven healthy after each deploy. */
  verify: verifySchema(verifyKeys).optional(),
  standardPort: port.default(STANDARD_PORT),
  /** Names of stacks whose database must not be this one's; each is read by a StackReference. */
  otherEnvironments: z.array(text).default([]),
  promotion: promotion.optional(),
  previewEnvironment: previewEnvironment.optional(),
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
