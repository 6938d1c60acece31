/** An address that a web server's settings name, as it is written there. */
export interface WrittenAddress {
  /** Undefined for all interfaces. */
  readonly host?: string;
  /** A number, or a reference such as `${PORT}`. */
  readonly port: string;
  /** Its index in the text, and that of the host where another line says it. */
  readonly at: number;
  readonly hostAt?: number;
}

/** What one file of settings says: the addresses that it opens, other files that it reads, and why that is not all. */
export interface SettingsReading {
  readonly addresses: readonly WrittenAddress[];
  readonly includes: readonly { readonly pattern: string; readonly at: number }[];
  readonly open?: { readonly why: string; readonly at: number };
}

export type Read = (text: string) => SettingsReading;

/** The text with its comments as blanks, so that every index stays. */
export const withoutComments = (text: string): string =>
  text.replaceAll(
    /(^|[\s;{}])#[^\n]*/g,
    (comment, before: string) => before + " ".repeat(comment.length - before.length),
  );
