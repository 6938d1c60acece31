import type { StackService } from "../../config/stack-service";
import { commitThere } from "./commit-there";
import type { PromotedService } from "./promoted-services";

/**
 * Services that get what was typed, refused where their repository does not have it. Of an image's digest no registry
 * is asked.
 *
 * @param declared the stack's services, in the same order
 */
export function withTypedCommits(
  services: readonly PromotedService[],
  declared: readonly StackService[],
  revision: string,
  signal: AbortSignal,
): Promise<readonly PromotedService[]> {
  return Promise.all(
    services.map(async (service, at) => {
      const repository = declared[at]?.repository;
      if (service.revision !== revision || repository === undefined) return service;
      const answer = await commitThere(repository, revision, signal);
      if (answer.is === "there") return service;
      if (answer.is === "unknown") {
        return { ...service, note: `not known whether ${repository} has it: ${answer.why}` };
      }
      const { revision: _, ...known } = service;
      return { ...known, refused: `${repository} has no commit ${revision}; is it pushed?` };
    }),
  );
}
