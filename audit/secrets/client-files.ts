import path from "node:path";
import { type CredentialFact, isLoopback } from "../../domain";
import { writtenSecret } from "../../domain/written-secret";
import type { SourceFile } from "../walk/source-file";

/** Where the password of a client is in its own file, and the host that it is for. */
interface ClientFile {
  readonly name: RegExp;
  readonly what: string;
  /** One line with a password, and the host where the line has it. */
  readonly line: RegExp;
}

const CLIENT_FILES: readonly ClientFile[] = [
  {
    // postgresql.org/docs/current/libpq-pgpass: host:port:database:user:password
    name: /^\.?pgpass(?:\.conf)?$/,
    what: "a password of libpq's password file",
    line: /^(?<host>(?:[^:\\#]|\\.)+):(?:[^:\\]|\\.)+:(?:[^:\\]|\\.)+:(?:[^:\\]|\\.)+:(?<password>\S+)$/,
  },
  {
    // postgresql.org/docs/current/libpq-pgservice
    name: /^\.?pg_service\.conf$/,
    what: "a password of libpq's service file",
    line: /^\s*password\s*=\s*(?<password>\S+)\s*$/,
  },
  {
    // gnu.org/software/inetutils: .netrc
    name: /^[._]netrc$/,
    what: "a password of .netrc",
    line: /^(?=.*\bmachine\s+(?<host>\S+))?.*\bpassword\s+(?<password>\S+)/,
  },
  {
    // dev.mysql.com/doc/refman: option files
    name: /^\.my(?:login)?\.cnf$/,
    what: "a password of MySQL's option file",
    line: /^\s*password\s*=\s*["']?(?<password>[^\s"']+)["']?\s*$/,
  },
];

/** The passwords in files that database clients read from a home folder, where such a file is committed. */
export function secretsOfClientFile({ path: file, text }: SourceFile): readonly CredentialFact[] {
  const row = CLIENT_FILES.find(({ name }) => name.test(path.posix.basename(file)));
  if (row === undefined) return [];
  return text.split(/\r?\n/).flatMap((line, index): readonly CredentialFact[] => {
    const { host = "", password = "" } = row.line.exec(line)?.groups ?? {};
    const of = { name: "PASSWORD", value: { known: true, value: password } as const, secret: true };
    const at = { source: "file", file, line: index + 1, column: line.lastIndexOf(password) + 1 } as const;
    if (password === "" || isLoopback(host) || writtenSecret({ ...of, place: at }) === undefined) return [];
    return [
      {
        kind: "credential",
        place: at,
        what: row.what,
        tracked: true,
        endColumn: at.column + password.length,
      },
    ];
  });
}
