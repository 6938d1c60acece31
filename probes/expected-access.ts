/** What a role is to be able to do with what is in its schemas. */
export interface ExpectedAccess {
  /** Undefined where nothing is declared: then a role that can read nothing at all is wrong, and no other. */
  readonly privileges?: "read-write" | "read" | "custom" | undefined;
  /** @default ["public"] */
  readonly schemas?: readonly string[] | undefined;
}

/** Whether it is declared that the role reads, or reads and writes. */
export const isDeclared = (privileges: ExpectedAccess["privileges"]): privileges is "read" | "read-write" =>
  privileges === "read" || privileges === "read-write";
