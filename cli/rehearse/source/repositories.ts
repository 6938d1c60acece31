import type { StackFile } from "../../stacks/stack-file";
import { writtenServices } from "../../stacks/written-services";

/** The repositories that the stacks name, each with the stacks that name it. */
export function repositoriesOf(files: readonly StackFile[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const file of files) {
    for (const { repository } of writtenServices(file.config)) {
      if (typeof repository !== "string" || repository === "") continue;
      const stacks = found.get(repository) ?? [];
      if (!stacks.includes(file.stack)) stacks.push(file.stack);
      found.set(repository, stacks);
    }
  }
  return found;
}
