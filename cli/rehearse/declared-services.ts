import { CommandError } from "../exit-code";
import { ownCommand } from "../own-command";
import type { StackFile } from "../stacks/stack-file";
import { stackFileName } from "../stacks/stack-file-name";
import { writtenServices } from "../stacks/written-services";

/**
 * A rehearsal makes the servers that the stack files declare, and changes addresses by them. A program that declares all by
 * itself would log in at its real database.
 *
 * @throws CommandError with each stack whose file declares no service
 */
export function assertDeclaresServices(files: readonly StackFile[]): void {
  const problems = files
    .filter(({ config }) => writtenServices(config).length === 0)
    .map(
      ({ stack }) =>
        `${stackFileName(stack)}: expected \`portcullis:service\` or \`portcullis:services\`, got none. A rehearsal runs what ` +
        "the stack file declares, and knows no other server: what the program declares by itself would be asked for at its " +
        `real address. \`${ownCommand(`review ${stack}`)}\` previews it; docs/library.md has a program for both.`,
    );
  if (problems.length > 0) throw new CommandError(problems.join("\n"));
}
