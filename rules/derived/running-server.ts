import type { Listener, StartReading } from "../../domain/start-command";

/** The server that keeps a command from ending, where the command has work to do; undefined where it may end. */
export function runningServer(
  command: string,
  { serves, listeners }: Pick<StartReading, "serves" | "listeners">,
): Listener | undefined {
  // A limit in time ends a server too.
  if (!serves || /(?:^|[\s;&|(])timeout\s/.test(command)) return undefined;
  // What is known to run nothing but a program of the job's own, such as `java -jar job.jar`, may end.
  return listeners.findLast(({ doubtful }) => doubtful !== true);
}
