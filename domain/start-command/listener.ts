import type { CommandPort } from "./server";

/** A socket that a start command opens. */
export interface Listener {
  readonly program: string;
  /** The address it binds; undefined where the program decides by itself and nothing here says how. */
  readonly host: string | undefined;
  /** Whether an address is written that only the running shell knows. */
  readonly hostUnreadable?: boolean;
  /** The file of the project that may say another address than localhost. */
  readonly hostSettings?: string;
  /** What it binds instead where nothing sets PORT. */
  readonly hostWithoutPort?: string;
  readonly port: CommandPort | undefined;
  /** Whether the program may as well be none that listens: `java -jar job.jar`. */
  readonly doubtful?: boolean;
}

/** The value of one of the service's environment variables; undefined where it is not set or not known. */
export type VariableLookup = (name: string) => string | undefined;
