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
  variables: z
    .record(z.string(), plainText)
    .default({})
    .describe("variables of the service in a rehearsal alone, before its own"),
  sql: z
    .union([z.string(), z.record(key, z.string())], "expected SQL as text, or a mapping of databases to SQL")
    .optional()
    .describe(
      "SQL that a rehearsal runs in its empty database, after `supabase/`; of several databases the first, or a mapping of their names to SQL",
    ),
  migrations: text.optional().meta({
    description: "of several databases, the one that the files of `supabase/` are for",
    otherwise: "the first",
  }),
});

/** One stack's whole configuration: every key of `portcullis:` that a stack file may have. */
export const stackSchema = z.strictObject({
  /** The short form for one service. */
  service: serviceSchema(text).optional(),
  services: z.record(key, serviceSchema(text.optional())).optional(),
  environment: variables.describe("variables that every service gets; its own win"),
  secrets: secretNames.describe("names of those of them that a person has to type as secrets"),
  /** For every service that declares a `driver`. */
  database: database.optional(),
  databases: z.record(key, namedDatabase).optional(),
  /** With `service`: how the deployment is proven healthy after each deploy. */
  verify: verifySchema(verifyKeys).optional(),
  standardPort: port.default(STANDARD_PORT).describe("the port that every service uses"),
  otherEnvironments: z
    .array(text)
    .default([])
    .describe("stacks whose database must not be this one's; each is read by a StackReference"),
  promotion: promotion.optional(),
  previewEnvironment: previewEnvironment.optional(),
  rehearsal: rehearsal.prefault({}),
  addresses: z
    .record(z.string(), z.string())
    .default({})
    .describe("set by a rehearsal only: where an address is found on this machine"),
});

/** Keys whose value is a secret, with what each is for. They are never part of an error. */
export const SECRET_KEYS = {
  databasePassword: "the password of the service's own login role",
  databaseAdminPassword: "the password of the login that creates the role",
  databaseUrl: "a connection URL typed as it is, instead of a declared connection",
} as const;
