import path from "node:path";
import type { Fact, Subject } from "../../../domain";
import { type Assignment, assignments, knowableOf } from "../../../domain/env-file";
import type { Reader } from "../../reader";
import { SECRET_NAME, SECRET_TEXT } from "../../secrets/secret-variable";
import { environmentInName } from "../facts/file-environment";
import { withoutPassword } from "../facts/without-password";

/** A schema of variables (`.env.schema`) is no file of any environment's values. */
const NAME = /^(?:\.env(?!\.schema$)(?:\.[\w.-]+)?|[\w.-]+\.env)$/;

/**
 * Environment files. Of a name that is assigned twice only the last assignment is stated: dotenv, python-dotenv
 * and compose all take that one. A value that these tools read differently is unknown, and the difference a fact.
 */
export const ENV_FILE: Reader = {
  name: "env-file",
  accepts: (file) => NAME.test(path.posix.basename(file)),
  read({ path: file, text }) {
    const environment = envFileEnvironment(file);
    const subject = environment === undefined ? {} : { environment };
    const last = new Map<string, Assignment>();
    const before = new Map<string, Assignment>();
    for (const one of assignments(text)) {
      const other = last.get(one.name);
      if (other !== undefined) before.set(one.name, other);
      last.set(one.name, one);
    }
    const facts = [...last.values()].flatMap((one) => {
      const replaced = before.get(one.name);
      return assignmentFacts(one, file, subject, replaced?.raw === one.raw ? undefined : replaced);
    });
    return { facts, problems: [] };
  },
};

/** What a file of this text assigns, by name. */
export function lastAssignments(text: string): ReadonlyMap<string, Assignment> {
  return new Map(assignments(text).map((assignment) => [assignment.name, assignment]));
}

/** What one assignment states of a service and an environment. */
export function assignmentFacts(
  assignment: Assignment,
  file: string,
  subject: Subject,
  replaced?: Assignment,
): readonly Fact[] {
  const { name, raw, differs } = assignment;
  const placeOf = ({ line, column }: Assignment) =>
    ({ source: "file", file, line, column, key: name }) as const;
  const stated = { place: placeOf(assignment), name, ...subject };
  const secret = SECRET_NAME.test(name) || SECRET_TEXT.test(raw);
  const replaces = replaced === undefined ? {} : { replaces: placeOf(replaced) };
  const variable: Fact = {
    kind: "variable",
    ...stated,
    value: knowableOf(assignment),
    ...(differs !== undefined && withoutPassword(raw)),
    secret,
    ...replaces,
  };
  if (differs === undefined) return [variable];
  return [variable, { kind: "reading-difference", ...stated, ...differs }];
}

/** Words by which a file says that it is for every environment, or that it is copied and filled in. */
const OF_ALL = /(?:^|[._-])(?:common|shared|base|all)(?:[._-]|$)/;
const EXAMPLE = /example|sample|template|tmpl|dist|defaults/;

/**
 * `.env.staging`, `staging.env` and `.env.staging.local` are of staging. Only words that are an environment's count:
 * `.env`, `.env.local`, `docker.env` and other files that name none belong to the machine that they are on, which is
 * called `local`, since no platform reads them by itself. Of an example and of `common.env` there is none. Where a
 * team's names say something else, an option says so (`AuditOptions`).
 */
export function envFileEnvironment(file: string): string | undefined {
  const name = path.posix.basename(file).toLowerCase();
  if (EXAMPLE.test(name)) return undefined;
  return environmentInName(name) ?? (OF_ALL.test(name) ? undefined : "local");
}
