/** The service's database role: one resource that makes it, and one that closes its earlier logins. */
export { PRIVILEGES, type Privileges } from "./inputs";
export { type AdministratorArgs, ClosedLogins, DatabaseRole } from "./resource";
