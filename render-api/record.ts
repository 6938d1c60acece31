/** Whether a value is an object with named fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether an answer is an object that says which one it is. */
export function hasId(value: unknown): boolean {
  return isRecord(value) && typeof value.id === "string" && value.id !== "";
}
