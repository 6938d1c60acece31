import type { FromVariable } from "./code-fact";
import type { MissingFileFact, MissingScriptFact, PlatformCommandFact } from "./command-fact";
import type { InputFact } from "./input-fact";
import type { Knowable } from "./knowable";
import type { OriginFact } from "./origin-fact";
import type { Place } from "./place";
import type { Stated } from "./stated";
import type { UnmetNeedFact } from "./unmet-need";

/** A language's version that the platform or the image gives, and what the repository asks for. */
export interface RuntimeFact extends Stated {
  readonly kind: "runtime";
  readonly language: "python" | "node" | "go" | "ruby" | "rust" | "java" | "dotnet" | "php";
  /** What is given, as far as it is written: `3.13` may be any 3.13.x. */
  readonly given: string;
  /** The versions that are asked for, in the notation of npm's ranges. */
  readonly asked: string;
  /** The same as it is written, and who asks. */
  readonly written: string;
  readonly askedBy: string;
  readonly askedAt: Place;
  /** Whether what installs the project refuses another version, where the language's own tools go on. */
  readonly isRefused?: true;
  readonly unsure?: string;
}

/** One migration of a chain, and those that it comes after. */
export interface MigrationFact extends Stated {
  readonly kind: "migration";
  /** The folder of the chain. */
  readonly chain: string;
  readonly revision: string;
  readonly parents: readonly string[];
  /** Whose migration it is. @default Alembic's */
  readonly tool?: "django";
  /** Whether it is there only as a part of one that replaces it. */
  readonly squashed?: true;
  /** Whether its chain has several heads by intention: all of them are upgraded. */
  readonly branches?: true;
  /** Whether the tool is known to load its chain, and each file of the chain is read. */
  readonly loaded?: true;
}

/** A setting that a framework reads from code, such as Django's DEBUG. */
export interface CodeSettingFact extends Stated {
  readonly kind: "code-setting";
  readonly name: "DEBUG" | "ALLOWED_HOSTS" | "allowedHosts" | "config.hosts";
  /** A switch as `true` or `false`, a list with commas. */
  readonly value: Knowable<string>;
  /** The variable that says it where it is set, and what counts otherwise. */
  readonly from?: FromVariable;
  /** Whether each request's host is compared with the list, before anything else may answer. */
  readonly checksHost?: true;
}

/** An import whose letters differ from those of its file: it is found on some machines' file systems only. */
export interface MisspeltImportFact extends Stated {
  readonly kind: "misspelt-import";
  readonly wanted: string;
  readonly file: string;
  readonly unsure?: string;
}

/** A dependency that its manifest asks for and the lock file does not have so, where the build installs by the lock alone. */
export interface LockDriftFact extends Stated {
  readonly kind: "lock-drift";
  readonly package: string;
  readonly wanted: string;
  /** The version in the lock file; undefined where the package is not in it. */
  readonly locked: string | undefined;
  readonly file: string;
  /** What writes the lock file again. @default npm install */
  readonly type?: string;
  /** Why it may not be so in what is built. */
  readonly unsure?: string;
}

/** A variable's URL that is given to a reader of ini files, which takes each `%` for a reference. */
export interface InterpolatedUrlFact extends Stated {
  readonly kind: "interpolated-url";
  readonly variable: string;
}

/** A URL that is given on as a text in which stars are in place of its password. */
export interface HiddenPasswordFact extends Stated {
  readonly kind: "hidden-password";
}

/** A variable whose value code puts into a URL as the password, as it is. */
export interface RawPasswordFact extends Stated {
  readonly kind: "raw-password";
  readonly variable: string;
  /** By whose rules the URL is read then. */
  readonly reader: "libpq" | "sqlalchemy" | "whatwg";
}

/** The parameters of a URL into which code puts host or user: they are certain whatever those are. */
export interface PutTogetherUrlFact extends Stated {
  readonly kind: "put-together-url";
  readonly driver: Knowable<string>;
  /** By key; undefined where the value is put in. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
}

/** A step of an image's build that changes a database's schema. */
export interface BuildMigrationFact extends Stated {
  readonly kind: "build-migration";
  /** As it is written there. */
  readonly command: string;
}

/** The files that the platform lays into a service's folder of secrets, those of its env groups included. */
export interface SecretFilesFact extends Stated {
  readonly kind: "secret-files";
  readonly names: Knowable<readonly string[]>;
}

/** A variable whose text the tools that load the file read differently. Never holds a value. */
export interface ReadingDifferenceFact extends Stated {
  readonly kind: "reading-difference";
  readonly name: string;
  /** Who reads it otherwise than whom, and what in the text makes them differ. */
  readonly between: readonly string[];
  readonly because: string;
}

/** The paths that an application's routes answer: stated only where each of them is followed, and none is computed. */
export interface RoutesFact extends Stated {
  readonly kind: "routes";
  /** In the notation of `domain/route-path.ts`. */
  readonly paths: readonly string[];
}

export type RepositoryFact =
  | RoutesFact
  | ReadingDifferenceFact
  | InputFact
  | UnmetNeedFact
  | SecretFilesFact
  | OriginFact
  | RuntimeFact
  | MigrationFact
  | CodeSettingFact
  | MisspeltImportFact
  | LockDriftFact
  | InterpolatedUrlFact
  | HiddenPasswordFact
  | BuildMigrationFact
  | RawPasswordFact
  | PutTogetherUrlFact
  | PlatformCommandFact
  | MissingScriptFact
  | MissingFileFact;
