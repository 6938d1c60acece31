import type { StackDatabase } from "../../config/stack";
import { type DeployedRole, deployedRoleOf } from "./deployed-role";

/** What is known of a database beside the stack's file. What cannot or shall not be read is left out. */
export interface DatabaseSecrets {
  readonly url?: string;
  readonly password?: string;
  readonly adminPassword?: string;
}

/** A stack's secrets by its databases' names, and the roles that its newest update has made. */
export interface StackSecretsRead {
  readonly secrets: Readonly<Record<string, DatabaseSecrets>>;
  /** Undefined where the state was not read. */
  readonly roles?: readonly DeployedRole[];
}

/** As whom a database is asked. */
export interface LoginAs {
  readonly role: string;
  readonly password?: string | undefined;
  /** Whose tables the role is to read. @default those of the service */
  readonly schemas: readonly string[];
  /** Why it is not the declared role with the declared password. */
  readonly note?: string;
  /** What a refused login is likely to mean. */
  readonly whenRefused?: string;
}

/**
 * The service's login, as the newest update has left it; before the first one, which makes the role, the administrator's.
 * A role that is not there yet would be refused, and poolers count what they refuse.
 */
export function loginAs(
  { stack, database, key }: { readonly stack: string; readonly database: string; readonly key: string },
  declared: StackDatabase,
  { secrets, roles }: StackSecretsRead,
): LoginAs {
  const { role = "", schemas, adminUser, manageRole, importRole } = declared;
  const { password, adminPassword } = secrets[database] ?? {};
  const up = `\`pulumi up -s ${stack}\``;
  const byFile = { role, password, schemas };
  if (roles === undefined) {
    const whenRefused = `The first ${up} makes the role ${role}: before that it is refused with every password.`;
    return manageRole && !importRole && password !== undefined ? { ...byFile, whenRefused } : byFile;
  }
  const deployed = deployedRoleOf(roles, database, role);
  if (deployed !== undefined) {
    const { login, password: kept = password } = deployed;
    const known = { role: login, password: kept, schemas };
    if (kept === password) return known;
    const note = `The password in the stack's file is newer than its last update: asked with the one before, which ${login} has until ${up}`;
    return { ...known, note };
  }
  if (!manageRole || importRole) return byFile;
  const first = `No update of ${stack} has made the role ${role} yet (${up} does)`;
  const note =
    adminPassword === undefined
      ? `${first}, and its administrator's password is not set (${adminKey(key)}): nothing logs in`
      : `${first}: asked as its administrator, ${adminUser}`;
  return { role: adminUser, password: adminPassword, schemas: [], note };
}

const adminKey = (key: string): string =>
  key === "portcullis:database" ? "portcullis:databaseAdminPassword" : `${key}.adminPassword`;
