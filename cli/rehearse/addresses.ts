import { POOLER_HOST } from "../../databases";
import type { StackFile } from "../stacks/stack-file";
import {
  type DeclaredDatabase,
  declaredDatabases,
  type TypedUrl,
  typedUrlsOf,
} from "./database/declared-databases";

/** The ports of a rehearsed stack's databases on this machine. */
export interface Ports {
  readonly session: number;
  readonly transaction: number;
  /** Of its first database. */
  readonly direct: number;
  /** Of the database's own server. @default `direct` */
  readonly directOf?: (database: DeclaredDatabase | TypedUrl) => number;
}

/**
 * The database's host of a stack whose URL is a typed secret. A rehearsal cannot open the secret, so it gives the stack
 * a URL of its own, which differs from those of other stacks.
 */
export const unreadableHost = (stack: string): string =>
  `${stack.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}${OF_TYPED_URL}`;

const OF_TYPED_URL = ".database-of-a-typed-url.invalid";

/** Whether it is a host that is made up for a typed URL: no report shows it. */
export const isOfTypedUrl = (host: string): boolean => host.endsWith(OF_TYPED_URL);

// RFC 6666: nothing answers there. Render has no outbound IPv6, so a direct Supabase host is out of reach there too.
const UNREACHABLE = "[100::1]";
const DIRECT_HOST = /^db\.([a-z]{20})\.supabase\.co$/;

/** A project of Supabase's that a stack reaches through the pooler. */
export interface PooledProject {
  readonly projectRef: string;
  readonly poolerHost: string;
}

/** The pooled projects of a stack, declared or in a typed URL. */
export function pooledProjects(file: StackFile): readonly PooledProject[] {
  const declared = declaredDatabases(file).flatMap(({ supabase, host, role }) => {
    const { projectRef, poolerHost } = supabase ?? {};
    if (projectRef === undefined || poolerHost === undefined) return pooledBy(host, role);
    return [{ projectRef, poolerHost }];
  });
  return [...declared, ...typedUrlsOf(file).flatMap(({ host, user }) => pooledBy(host, user))];
}

/**
 * By what servers differ: a project of Supabase's, whichever host leads to it, else host and port. Empty where
 * only a typed secret says it.
 */
export function serverOf(database: DeclaredDatabase | TypedUrl): string {
  const { host, port = 5432 } = database;
  const role = "user" in database ? database.user : database.role;
  const { projectRef = DIRECT_HOST.exec(host ?? "")?.[1] } =
    "supabase" in database ? (database.supabase ?? {}) : {};
  const project = projectRef ?? pooledBy(host, role)[0]?.projectRef;
  return project ?? (host === undefined ? "" : `${host}:${port}`);
}

/** The project of a pooler's user: `role.PROJECT`. */
function pooledBy(host: string | undefined, user = ""): readonly PooledProject[] {
  const projectRef = /\.([a-z]{20})$/.exec(user)?.[1];
  if (projectRef === undefined || host === undefined || !POOLER_HOST.test(host)) return [];
  return [{ projectRef, poolerHost: host }];
}

/** `host:port` of the stack's configuration → `host:port` on this machine. */
export function addressesOf(file: StackFile, ports: Ports): Record<string, string> {
  return Object.fromEntries([
    [`${unreadableHost(file.stack)}:5432`, `127.0.0.1:${ports.direct}`],
    ...typedUrlsOf(file).map((url) => [
      `${url.host}:${url.port}`,
      DIRECT_HOST.test(url.host) ? `${UNREACHABLE}:${url.port}` : direct(url, ports),
    ]),
    ...declaredDatabases(file).flatMap((declared) => ofDeclared(declared, ports)),
    ...pooledProjects(file).flatMap((project) => ofPooled(project, ports)),
  ]) as Record<string, string>;
}

function direct(database: DeclaredDatabase | TypedUrl, ports: Ports): string {
  return `127.0.0.1:${ports.directOf?.(database) ?? ports.direct}`;
}

function ofDeclared(declared: DeclaredDatabase, ports: Ports): string[][] {
  const { host, port = 5432, supabase } = declared;
  if (host !== undefined) {
    if (POOLER_HOST.test(host)) return ofPooled({ poolerHost: host }, ports);
    return [[`${host}:${port}`, DIRECT_HOST.test(host) ? `${UNREACHABLE}:${port}` : direct(declared, ports)]];
  }
  if (supabase?.projectRef === undefined) return [];
  return ["5432", "6543"].map((each) => [
    `db.${supabase.projectRef}.supabase.co:${each}`,
    `${UNREACHABLE}:${each}`,
  ]);
}

function ofPooled(
  { poolerHost }: Pick<PooledProject, "poolerHost">,
  { session, transaction }: Ports,
): string[][] {
  return [
    [`${poolerHost}:5432`, `127.0.0.1:${session}`],
    [`${poolerHost}:6543`, `127.0.0.1:${transaction}`],
  ];
}
