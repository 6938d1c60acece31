/** Where a command takes its port from. */
export type CommandPort =
  | { readonly from: "literal"; readonly port: string }
  | { readonly from: "variable"; readonly variable: string; readonly fallback?: string }
  | { readonly from: "default"; readonly port: string }
  /** Something that only the running shell knows, such as `$((PORT + 1))`. */
  | { readonly from: "unreadable" };

/** One server's flags and variables, and what it binds without them, from its own documentation. */
export interface Server {
  readonly names: readonly string[];
  readonly hostFlags?: readonly string[];
  /** A form of an address that has its port with it. */
  readonly hostWithPort?: RegExp;
  readonly portFlags?: readonly string[];
  /** Flags whose value is `host:port`, or a URL of both. */
  readonly bindFlags?: readonly string[];
  /** The port where such a value names none. */
  readonly bindPort?: string;
  /** Whether its first plain argument is its port. */
  readonly positionalPort?: boolean;
  /** Its other flags that take a value, by its page of settings or its `--help`, as far as any reader asks for them. */
  readonly valuedFlags?: readonly string[];
  /** Whether it starts any program, which need not be a server. */
  readonly runsAnything?: boolean;
  /** A file by which it is known where a JavaScript runtime is given it. */
  readonly ownFile?: RegExp;
  /** Whether it is started only where its name comes first: other tools use the same word. */
  readonly leading?: boolean;
  /** Whether each bind is a socket of its own; else the last one counts. @default false */
  readonly severalBinds?: boolean;
  /** Flags whose value is a socket in the file system or a descriptor: no port is opened. */
  readonly socketFlags?: readonly string[];
  /** Words with which such a socket is one of HTTP. */
  readonly httpBy?: RegExp;
  /** Flags after which the socket is decided elsewhere: a configuration file, a socket's path. */
  readonly elsewhereFlags?: readonly string[];
  /** The value of such a flag with which no file is read. */
  readonly noFile?: string;
  /** Environment variables that it reads for host and port, the first that is set; a flag wins over them. */
  readonly hostVariables?: readonly string[];
  readonly portVariables?: readonly string[];
  /** An environment variable that holds more flags; those of the command line win over them. */
  readonly flagsVariables?: readonly string[];
  /** Its own options that send it into the background, beside `--daemon`, `--daemonize` and `--detach`. */
  readonly daemonFlags?: readonly string[];
  /** Options of other servers that it does not have, and ends at. */
  readonly refusedFlags?: readonly string[];
  /** A word of its command with which it is a developer's own and binds 127.0.0.1 by itself. */
  readonly developmentWord?: string;
  /** The words after its name where it serves, and does not build or check; empty for nothing, or a flag. */
  readonly servingWords?: readonly (string | RegExp)[];
  /** Options with a value that may precede those words. */
  readonly optionsBefore?: readonly string[];
  /** Of what holds `host:port` in the environment; a flag wins over it. */
  readonly bindVariables?: readonly string[];
  /** The option of the program's archive, behind which all is the program's: a property there is none of the server's. */
  readonly propertiesBefore?: string;
  /** Whether it fills in `${NAME:fallback}` of its flags by itself, where no shell has done so. */
  readonly fillsIn?: boolean;
  /** What it binds where its host flag has no value. */
  readonly bareHost?: string;
  /** The file of the project that may say another address than localhost, which it binds by itself. */
  readonly hostSettings?: string;
  /** Where it binds localhost in development: what says that it is. */
  readonly developmentIn?: { readonly flags: readonly string[]; readonly variables: readonly string[] };
  readonly host?: string;
  /** What it binds where nothing sets PORT; undefined where that makes no difference. */
  readonly hostWithoutPort?: string;
  readonly port?: CommandPort;
}
