import type { StartCommandFact } from "../../domain/fact";
import type { Violation } from "../../domain/rule";
import { insteadOf } from "../../domain/start-command/detached";
import { serverAt } from "../../domain/start-command/server-at";
import { simpleCommands } from "../../domain/start-command/shell";
import { shown } from "./unknown-start";

/** A command that ends, or that leaves what it starts in the background, where it has to go on. */
export function ofEnd(
  { place, command }: StartCommandFact,
  ends: string,
  endsBy: readonly string[] | undefined,
  ofServer: boolean,
  asked: "server" | "worker" = "server",
): Violation {
  const instead = insteadOf(endsBy ?? []);
  const detached = instead === undefined && (endsBy !== undefined || ofServer);
  const bySign = command.known && /(?<![&>])&(?![&>])/.test(command.value);
  const leavesIt = bySign
    ? `Remove the \`&\`, or what else sends the ${asked} into the background.`
    : `Remove the option that sends the ${asked} into the background, such as \`--daemon\`.`;
  return {
    place,
    what: "start command",
    expected: `a ${asked} in the foreground`,
    got: detached ? `a ${asked} in the background, and then the end` : `\`${shown(ends)}\`, which ends`,
    fix:
      instead ??
      withOperator(command, ends) ??
      (detached
        ? leavesIt
        : `Start the ${asked} at the end of the command, after what has to run before it.`),
  };
}

/** `alembic upgrade head uvicorn main:app`: the second command is among the words of the first. */
function withOperator(command: StartCommandFact["command"], ends: string): string | undefined {
  if (!command.known) return undefined;
  const words = simpleCommands(command.value).find((one) => one.words.join(" ") === ends)?.words ?? [];
  const at = words.findIndex(
    (word, index) => index > 0 && !word.includes("/") && serverAt(words, index) !== undefined,
  );
  return at < 0 || at === words.length - 1
    ? undefined
    : `Write \`&&\` before the command that starts \`${words[at]}\`.`;
}
