import { CommandError } from "../exit-code";
import { configurationOf } from "./stack-configuration";
import type { StackFile } from "./stack-file";

/**
 * Reads the stack files as a program does, before anything is fetched, built or previewed. A project whose own program
 * reads other keys is judged by that alone.
 *
 * @throws CommandError with every problem of every file
 */
export function assertConfigured(files: readonly StackFile[]): void {
  const problems = files.filter(declaresServices).flatMap((file) => {
    try {
      configurationOf(file);
      return [];
    } catch (cause) {
      if (!(cause instanceof CommandError)) throw cause;
      return [cause.message];
    }
  });
  if (problems.length > 0) throw new CommandError(problems.join("\n"));
}

const declaresServices = ({ config }: StackFile): boolean =>
  ["portcullis:service", "portcullis:services"].some((key) => Object.hasOwn(config, key));
