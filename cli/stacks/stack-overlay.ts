/** Changes in a stack's configuration before it is opened. */
export interface StackOverlay {
  readonly config?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, string>>;
}
