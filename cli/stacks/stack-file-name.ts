import path from "node:path";

/** A stack's name in its project: of `organization/project/stack` the last part, as for Pulumi. */
export const nameInProject = (stack: string): string => stack.split("/").at(-1) ?? stack;

/** The name of a stack's file. */
export function stackFileName(stack: string): string {
  return `Pulumi.${nameInProject(stack)}.yaml`;
}

/** Whether two names, each with or without an organization and a project, may be one stack's of a project. */
export function isSameStack(one: string, other: string): boolean {
  const [first, second] = [one.split("/"), other.split("/")];
  const whole = first.length > 1 && second.length > 1;
  return first.at(-1) === second.at(-1) && (!whole || first[0] === second[0]);
}

/** Its path in a project. */
export function stackFilePath(project: string, stack: string): string {
  return path.join(project, stackFileName(stack));
}

/** Whether it is the stack of a pull request's environment, `pr-N`, in an organization or none. */
export const isOfPullRequest = (stack: string): boolean => /(?:^|\/)pr-\d+$/.test(stack);
