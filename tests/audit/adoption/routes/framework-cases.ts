import type { Files } from "../../written-folder";

/** Written before the first run. `health` as `path file:line`; undefined where none is to be found. */
export interface FrameworkCase {
  readonly title: string;
  readonly files: Files;
  readonly health?: string;
}

export const lines = (...text: readonly string[]): string => `${text.join("\n")}\n`;
