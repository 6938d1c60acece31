import type { Knowable } from "./knowable";
import type { Stated } from "./stated";

/** The driver of a service's code, for the URLs in its variables. */
export interface DriverFact extends Stated {
  readonly kind: "driver";
  /** The only variable that it reads, where it is declared for one. @default all that no other fact is for */
  readonly variable?: string;
  readonly driver: Knowable<string>;
  /** Whether `postgresql:` alone leads to this driver: to SQLAlchemy 2.1 it means psycopg 3, and code may replace it. */
  readonly takesPlain?: true;
  readonly driverSettings: Knowable<Readonly<Record<string, string>>>;
  /** Of a driver that takes no URL: whether code takes one apart for it. Absent where the code is not read. */
  readonly urlsTakenApart?: boolean;
}

/** An argument that code gives to the driver where it connects, beside the URL. */
export interface DriverArgumentFact extends Stated {
  readonly kind: "driver-argument";
  readonly driver: Knowable<string>;
  readonly argument: string;
}
