import { pageText } from "./pages";

/** One row of docs/configuration.md. */
export interface ConfigurationRow {
  /** What the key holds. */
  readonly holds: string;
  /** The last column: the default, or `required`. */
  readonly stated: string;
}

/** The rows of the page by the key's whole path, such as `service.port`. A row may name several keys. */
export function configurationRows(): ReadonlyMap<string, ConfigurationRow> {
  const sections = pageText("docs/configuration.md").split(/^## /m);
  return new Map(
    sections.flatMap((section) => {
      const [, of] = /^`portcullis:(\w+)`/.exec(section) ?? [];
      const found = section.matchAll(/^\| (`[^|]*) \|([^|]*)\|(?: ([^|\n]*) \|)?$/gm);
      return [...found].flatMap(([, keys = "", holds = "", stated = ""]) =>
        [...keys.matchAll(/`([^`]+)`/g)].map(([, key = ""]) => {
          const path = of === undefined ? key.replace("portcullis:", "") : `${of}.${key}`;
          return [path, { holds: holds.trim(), stated }] as const;
        }),
      );
    }),
  );
}

/** One of several services or databases has the rows of the only one; so has a `verify` inside a service. */
export const rowOf = (path: string): string =>
  path
    .replace(/^services\.KEY\b/, "service")
    .replace(/^databases\.KEY\.(?!url|password|adminPassword)/, "database.")
    .replace(/^service\.verify\./, "verify.");
