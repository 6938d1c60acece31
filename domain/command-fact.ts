import type { Knowable } from "./knowable";
import type { Stated } from "./stated";

/** A command beside the start command that the platform runs of the repository: to build, or before each deploy. */
export interface PlatformCommandFact extends Stated {
  readonly kind: "platform-command";
  readonly by: "build command" | "pre-deploy command";
  readonly command: Knowable<string>;
}

/** A script that one of the platform's commands runs, and that the package has not. */
export interface MissingScriptFact extends Stated {
  readonly kind: "missing-script";
  readonly script: string;
  /** The package.json that is asked. */
  readonly file: string;
  /** A script of it whose name is near. */
  readonly near: string | undefined;
  /** Why it may be there all the same. */
  readonly unsure?: string;
  readonly by: PlatformCommandFact["by"] | "start command" | "Dockerfile";
}

/** A file that a command of a deploy cannot do without, and that is not there when it runs. */
export interface MissingFileFact extends Stated {
  readonly kind: "missing-file";
  readonly file: string;
  /** The command, as far as it needs the file. */
  readonly command: string;
  /** Where the repository has one of the name, which the command does not see. */
  readonly elsewhere: string | undefined;
  /** What writes it, where a tool does. */
  readonly writtenBy?: string;
  /** Whether it holds variables; another rule's. */
  readonly isEnvFile?: true;
  /** Whether the build makes it, under the name of `elsewhere`. */
  readonly isBuilt?: true;
  /** Where an image copies it from. */
  readonly context?: BuildContext;
  /** Whether it is the path of an image that starts it. */
  readonly inImage?: true;
  /** The folder that the build goes to and that has it, and the command as it would find it from where it runs. */
  readonly inFolder?: { readonly folder: string; readonly from: string };
  /** Why it may be there all the same. */
  readonly unsure?: string;
  /** The variable that names another file, where it is set. */
  readonly unlessSet?: string;
  /** Whether it may be made on the machine that needs it, though no ignore list names it. */
  readonly isMadeElsewhere?: true;
  readonly by: MissingScriptFact["by"] | "manifest" | "compose file";
}

/** The folder that an image is built from. */
export interface BuildContext {
  /** From the audited folder; empty for that one itself. */
  readonly folder: string;
  /** The line of a list that keeps the file out of the context, and the list. */
  readonly leftOutBy?: { readonly line: string; readonly file: string };
}
