import type { Knowable } from "./knowable";
import type { Stated } from "./stated";

/**
 * Code that does not run wherever its file is loaded, but only where the file itself is started (`python main.py`),
 * where its function is called, or where a server loads the file as its configuration. `program`
 * is what runs wherever it is loaded, and is loaded by no server that a start command names.
 */
export interface Started {
  readonly started?: "file" | "function" | "configuration" | "program";
  readonly where?: OnlyWhere;
  /** Where the value is that of a flag of the program: what its command gives counts, else `otherwise`, host and port. */
  readonly flag?: FlagValue;
}

/** What a program's flag gives: an address, or the part of one that the fact states. */
export interface FlagValue {
  readonly name: string;
  /** What the program takes without it. */
  readonly otherwise: string;
  readonly isPart?: true;
}

/** Where a variable decides whether code or settings count: a framework's environment, or its profiles. */
export interface OnlyWhere {
  /** Whose value names what is active, apart by commas; the first that is set counts. */
  readonly variables: readonly string[];
  /** A condition of these names: `dev | local`, `!production`. */
  readonly holds: string;
  /** What is active where none of them is set; absent where that is not known. */
  readonly without?: string;
}

/** Where a value of code comes from a variable that may be absent: then `otherwise` counts. */
export interface FromVariable {
  readonly variable: string;
  readonly otherwise: string;
  /** Where the variable holds host and port as one text, what follows the host of `otherwise`: `:8080`. */
  readonly portText?: string;
}

/** The address the process binds, where a source other than the start command states it. */
export interface BindFact extends Stated, Started {
  readonly kind: "bind";
  readonly host: Knowable<string>;
  /** Without what counts where the variable is not set, that is not known. */
  readonly from?: Omit<FromVariable, "otherwise"> & Partial<Pick<FromVariable, "otherwise">>;
  /** What has to be added in the code, where it writes no address and its framework takes one by itself. */
  readonly adds?: string;
  /** How the code writes a loopback address in words of its language, and how it would write all interfaces. */
  readonly spelling?: { readonly is: string; readonly all: string };
}

/** A variable that code or a manifest reads; `required` where it has no default. */
export interface WantedVariableFact extends Stated {
  readonly kind: "wanted-variable";
  readonly name: string;
  readonly required: Knowable<boolean>;
  /** Whether the place is where the code listens on what the variable says. */
  readonly opens?: true;
}

/** An env file that the code loads over the variables it was started with. */
export interface OverridingFileFact extends Stated {
  readonly kind: "overriding-file";
  /** As the code names it, from the folder in which it runs. */
  readonly file: string;
}

/** Another service's host and port, as code holds them itself. */
export interface AddressFact extends Stated {
  readonly kind: "address";
  readonly host: string;
  readonly port: string;
  /** Whether it is asked by https. */
  readonly byHttps?: true;
  /** The variable that counts where it is set. */
  readonly inPlaceOf?: string;
}

/** A port beside the service's own, at which its framework answers about itself, such as Spring's management port. */
export interface SidePortFact extends Stated {
  readonly kind: "side-port";
  readonly port: Knowable<string>;
}

/** The application that a server's command loads: `main:app`. */
export interface ApplicationFact extends Stated {
  readonly kind: "application";
  readonly module: string;
  readonly attribute: string;
  /** What of it the repository does not have. */
  readonly missing: Knowable<"nothing" | "module" | "attribute">;
  /** Whether something else than a server's command names it: a worker, an interpreter, a variable, code. */
  readonly by?: "name";
  /** The path that the image has the module at, from the folder in which the command runs, where that is another. */
  readonly inImage?: string;
  /** A file of the module's name in another folder than those in which it is looked for, from where the command runs. */
  readonly elsewhere?: string;
  /** The form that the application has for certain, where its server calls it in the other one. */
  readonly otherForm?: { readonly program: string; readonly form: ApplicationForm };
}

/** How a server calls a Python application (asgi.readthedocs.io; PEP 3333). */
export type ApplicationForm = "asgi" | "wsgi";

/** The package of the server that a start command starts, and whether it is among those that are installed. */
export interface RequirementFact extends Stated {
  readonly kind: "requirement";
  readonly program: string;
  /** What the program is to the server. @default the program itself */
  readonly role?: "worker class" | "module";
  readonly package: string;
  /** The file that lists what is installed. */
  readonly file: string;
  readonly listed: Knowable<boolean>;
  /** The tool that has it in its lock file for development alone. */
  readonly tool?: "poetry" | "uv" | "bundler";
  /** What adds it, where the file is a lock that a tool writes. */
  readonly adds?: string;
  /** Whether the program loads it, and it is among what is installed for development alone. */
  readonly isLoaded?: true;
}
