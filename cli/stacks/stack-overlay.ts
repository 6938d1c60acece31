/** What is changed in a stack before it is opened, as somebody would have changed it in its file. */
export interface StackOverlay {
  readonly config?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, string>>;
}
