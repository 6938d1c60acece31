import { isOfPullRequest } from "../stacks/stack-file-name";
import type { Doing } from "./doing";
import { down } from "./down";
import { expiryOf } from "./newest-update";
import { stacksAt } from "./own-stack";
import type { ExpireReport } from "./report";

interface Request extends Doing {
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Removes each pull request's environment whose time is over. */
export async function expire({ project, pulumi, report, signal, now }: Request): Promise<ExpireReport> {
  const environments: ExpireReport["environments"][number][] = [];
  for (const stack of await stacksAt(pulumi)) {
    if (!isOfPullRequest(stack)) continue;
    const expires = await expiryOf(pulumi, stack);
    if (expires === undefined) {
      const detail = `no update says until when it is to be there: type \`portcullis preview-environment down --pr ${stack.split("-").at(-1)}\`.`;
      environments.push({ stack, result: "not-decided", detail });
    } else if (Date.parse(expires) > now) {
      environments.push({ stack, result: "kept", detail: "", expires });
    } else {
      const { result, detail } = await down({ stack, project, pulumi, report, signal });
      environments.push({ stack, result, detail, expires });
    }
  }
  return { version: 1, environments };
}
