import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { timestamp } from "../../identifiers";
import type { Deploy, Service } from "../../store";
import { type RuntimeContext, sourceOf } from "../context";

/** The message of a deploy that has no commit. */
export const NO_COMMIT = "not under version control: this identifies the deploy alone";
const GIT_LIMIT_MS = 5000;

/** The directory's commit by git; undefined where it is not a git checkout, or git is not installed. */
function fromGit(folder: string): Deploy["commit"] | undefined {
  try {
    const asked = execFileSync("git", ["-C", folder, "log", "-1", "--format=%H%n%cI%n%s"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: GIT_LIMIT_MS,
    });
    const [id, createdAt, message = ""] = asked.split("\n");
    return id && createdAt ? { id, createdAt, message } : undefined;
  } catch {
    return undefined;
  }
}

/** The commit of a deploy. A directory without git gets an identifier of its own, and the message says so. */
export function commitOf(context: RuntimeContext, service: Service): Deploy["commit"] {
  const source = sourceOf(context.options, service.repo);
  const found = typeof source === "string" ? fromGit(source) : source?.commit;
  if (found !== undefined) return found;
  const createdAt = timestamp();
  const id = createHash("sha1").update(`${service.repo} ${createdAt}`).digest("hex");
  return { id, createdAt, message: NO_COMMIT };
}
