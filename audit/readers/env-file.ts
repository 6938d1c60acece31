import path from "node:path";
import type { Fact, Knowable } from "../../domain";
import { known, unknown } from "../../domain";
import type { Reader } from "../reader";
import { SECRET_NAME, URL_WITH_PASSWORD } from "../secret-variable";
import { type Assignment, assignments } from "./env-file-assignments";

const NAME = /^(?:\.env(?:\.[\w.-]+)?|[\w.-]+\.env)$/;

/**
 * Environment files. Of a name that is assigned twice only the last assignment is stated: dotenv, python-dotenv
 * and compose all take that one. A value that these tools read differently is unknown, and the difference a fact.
 */
export const ENV_FILE: Reader = {
  name: "env-file",
  accepts: (file) => NAME.test(path.posix.basename(file)),
  read({ path: file, text }) {
    const last = new Map(assignments(text).map((assignment) => [assignment.name, assignment]));
    return { facts: [...last.values()].flatMap((assignment) => factsFor(assignment, file)), problems: [] };
  },
};

function factsFor({ name, line, column, raw, value, differs }: Assignment, file: string): readonly Fact[] {
  const place = { source: "file", file, line, column, key: name } as const;
  const environment = environmentOf(file);
  const stated = { place, name, ...(environment === undefined ? {} : { environment }) };
  const secret = SECRET_NAME.test(name) || URL_WITH_PASSWORD.test(raw);
  const variable: Fact = { kind: "variable", ...stated, value: knowableOf(value, differs), secret };
  if (differs === undefined) return [variable];
  return [variable, { kind: "reading-difference", ...stated, ...differs }];
}

function knowableOf(value: string | undefined, differs: Assignment["differs"]): Knowable<string> {
  if (value !== undefined) return known(value);
  return unknown(differs === undefined ? "the quoted value does not end as one" : differs.because);
}

/**
 * `.env.staging`, `staging.env` and `.env.staging.local` are of staging. `.env`, `.env.local` and a name of no
 * environment at all are of the machine that they lie on: no platform reads them by itself. Of an example, none.
 */
function environmentOf(file: string): string | undefined {
  const words = path.posix.basename(file).toLowerCase().split(".");
  const named = words.filter((word) => word !== "" && word !== "env" && word !== "local");
  if (named.some((word) => /example|sample|template|tmpl|dist|defaults/.test(word))) return undefined;
  return named[0] ?? "local";
}
