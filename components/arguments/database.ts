import { z } from "zod";
import { CONNECTIONS, parseProjectRef, REFERENCE_FORM } from "../../databases";
import { DRIVER_NAMES, type DriverName } from "../../domain";
import type { DatabaseConnectionArgs, SupabaseArgs } from "../database-args";
import { PRIVILEGES } from "../role/inputs";
import { anyText, anything, byName, flag, host, input, list, mapping, port, refuse, text } from "./kinds";
import { texts } from "./service";

export const connection = z.enum(CONNECTIONS, "expected a connection");
export const privileges = z.enum(PRIVILEGES, "expected what the role may do");
export const driver = z.enum(
  DRIVER_NAMES as [DriverName, ...DriverName[]],
  "expected a driver that Portcullis knows",
);

const projectRef = text.refine(
  (written) => parseProjectRef(written) !== undefined,
  `expected ${REFERENCE_FORM}; copy it from the dashboard (Connect)`,
);

const supabase = mapping<SupabaseArgs>({
  projectRef: input(projectRef),
  poolerHost: input(host),
  connection: input(connection),
});

/** What a database has, alone and in an environment. */
export const DATABASE = {
  url: input(anyText).optional(),
  supabase: supabase.optional(),
  host: input(host).optional(),
  port: input(port).optional(),
  name: input(text).optional(),
  extensions: list(text).optional(),
  sslmode: input(text).optional(),
  role: input(text).optional(),
  password: input(text).optional(),
  manageRole: flag.optional(),
  importRole: input(flag).optional(),
  privileges: input(privileges).optional(),
  schemas: input(list(input(text))).optional(),
  ownSchemas: flag.optional(),
  owners: input(list(input(text))).optional(),
  bypassRowLevelSecurity: input(flag).optional(),
  adminUser: input(text).optional(),
  adminPassword: input(anyText).optional(),
};

type Issues = Parameters<typeof refuse>[0];

/** What says where a database is, and who logs in. */
export function placeOf(args: Readonly<Record<string, unknown>>, issues: Issues): void {
  if (args.url !== undefined) return;
  if (args.supabase === undefined && args.host === undefined) {
    refuse(issues, [], "expected `url`, `supabase` or `host`, got none", true);
  }
  if (args.role === undefined && args.login === undefined) {
    refuse(issues, ["role"], "expected text, the name of the service's login role");
  }
  if (args.password === undefined) refuse(issues, ["password"], "expected text, the password of the role");
}

export const databaseConnection = mapping<DatabaseConnectionArgs>(
  {
    ...DATABASE,
    driver: input(driver),
    driverSettings: texts.optional(),
    login: input(anyText).optional(),
    otherEnvironments: byName(anything).optional(),
    variables: list(text).optional(),
    addresses: byName(anyText).optional(),
  },
  placeOf,
);
