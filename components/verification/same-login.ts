import { providerOf } from "../../databases";
import { parseConnectionUrl } from "../../domain";
import type { DatabaseQuestion } from "../../probes";

/** Who logs in where, as one of a service's URLs has it. */
interface Login {
  /** A secret. */
  readonly password: string;
  readonly role: string;
  readonly database: string;
  readonly project: string | undefined;
  readonly address: string;
  readonly countsRefusals: boolean;
}

function loginOf({ url: written, dialect }: DatabaseQuestion): Login | undefined {
  const { url, problems = [] } = parseConnectionUrl(written.trim(), dialect) ?? {};
  if (url?.password === undefined || problems.length > 0) return undefined;
  const { host, port, user, password, database } = url;
  const provider = providerOf(host);
  return {
    ...{ password, database, role: provider.roleOf(url), project: provider.projectOf(url) },
    address: `${host}:${port ?? 5432} as ${user}`,
    countsRefusals: provider.refusedLogins?.(host) !== undefined,
  };
}

/** Whether two URLs log in to one database as one role with one password, at two addresses. */
export function isSameLogin(one: DatabaseQuestion, other: DatabaseQuestion): boolean {
  const [first, second] = [loginOf(one), loginOf(other)];
  return (
    first !== undefined &&
    second !== undefined &&
    first.address !== second.address &&
    (["password", "database", "role", "project"] as const).every((key) => first[key] === second[key])
  );
}

/** Whether a login may be tried again where it was refused: a pooler counts what it refuses. */
export const mayRepeat = (question: DatabaseQuestion): boolean => loginOf(question)?.countsRefusals === false;
