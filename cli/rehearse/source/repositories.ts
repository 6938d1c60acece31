import type { StackFile } from "../../stacks/stack-file";

/** A service as a stack file writes it; every value may be missing or of another kind. */
export interface WrittenService {
  readonly name?: unknown;
  readonly repository?: unknown;
  readonly port?: unknown;
  readonly runtime?: unknown;
  readonly verify?: unknown;
}

/** Every service that a stack declares, the short form for one and the mapping of several alike. */
export function servicesOf({ config }: Pick<StackFile, "config">): readonly WrittenService[] {
  const several = config["portcullis:services"];
  const written = [config["portcullis:service"], ...Object.values(isMapping(several) ? several : {})];
  return written.filter(isMapping);
}

/** The repositories that the stacks name, each with the stacks that name it. */
export function repositoriesOf(files: readonly StackFile[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const file of files) {
    for (const { repository } of servicesOf(file)) {
      if (typeof repository !== "string" || repository === "") continue;
      const stacks = found.get(repository) ?? [];
      if (!stacks.includes(file.stack)) stacks.push(file.stack);
      found.set(repository, stacks);
    }
  }
  return found;
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
