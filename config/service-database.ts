import type { Connection } from "../databases";
import type { DriverName } from "../domain";

/** A database as one variable of a service has it. */
export interface ServiceDatabase {
  /** Its name in the stack. */
  readonly database: string;
  readonly driver: DriverName;
  readonly driverSettings: Readonly<Record<string, string>>;
  /** How this variable's URL reaches it at Supabase; undefined where the database says it. */
  readonly connection?: Connection;
}
