/** One way to say in code or in settings what is bound: the text before an address, and what it is without one. */
export interface Listener {
  readonly files: RegExp;
  readonly form: RegExp;
  /**
   * What the first text holds: host and port, one of them, numbers between brackets (Elixir's and Rust's octets), or a
   * URL; of a pair the second text is the port. A text with a name comes before them, and is what the form goes by.
   */
  readonly holds: "address" | "host" | "port" | "numbers" | "pair" | "url";
  /** The host, where the form itself says it. */
  readonly host?: string;
  /** What is bound where the form is there and names no address, and the variable that says otherwise. */
  readonly otherwise?: { readonly host: string; readonly variable: string; readonly unless: string };
}
