import type { StackFile } from "./stack-file";

const OTHER_ENVIRONMENTS = "portcullis:otherEnvironments";

/** Keys by which a program reads another stack's outputs. */
const READ_OTHERS = new Set(["portcullis:promotion", OTHER_ENVIRONMENTS]);

/** A stack's configuration without what reads another stack: a private state has this one alone. */
export const withoutOthers = (config: StackFile["config"]): StackFile["config"] =>
  Object.fromEntries(Object.entries(config).filter(([key]) => !READ_OTHERS.has(key)));

/** The stacks with whose databases this one's are to be compared, as its file names them. */
export function comparedStacks({ config }: Pick<StackFile, "config">): readonly string[] {
  const named = config[OTHER_ENVIRONMENTS];
  return Array.isArray(named) ? named.map(String) : [];
}
