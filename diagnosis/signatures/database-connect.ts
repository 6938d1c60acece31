import type { Signature } from "../signature";

const row = { stage: "root", certainty: "possible", decisive: false } as const;

/** What drivers and their pools say when no connection comes about, and the server says nothing. */
export const DATABASE_CONNECT_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "sqlalchemy/pool-exhausted",
    mode: "database/too-many-connections",
    meaning: "no connection of SQLAlchemy's own pool became free in time",
    pattern: /QueuePool limit of size \d+ overflow -?\d+ reached, connection timed out/,
    harmsLive: true,
    competing: [
      { mode: "database/refused", cause: "the database does not answer, and each connection waits for it" },
    ],
    cause: "all connections of the program's own pool are taken: sessions are not closed, or it is too small",
    correctiveAction:
      "Close each session (a `with` block, or FastAPI's `yield`); then raise `pool_size` as far as the pooler's limit allows.",
    source: "sqlalche.me/e/20/3o7r",
    example:
      "sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00 (Background on this error at: https://sqlalche.me/e/20/3o7r)",
    nearMiss: "QueuePool of size 5 was made",
  },
  {
    ...row,
    id: "postgres.js/timeout",
    mode: "database/timeout",
    meaning: "the database's address gave no answer in time",
    pattern: /\bwrite CONNECT_TIMEOUT (?<host>\S+?:\d+)/,
    competing: [
      { mode: "database/ipv6-unreachable", cause: "the host has an IPv6 address only" },
      {
        mode: "database/refused",
        cause: "the host or port is not the database's, or a network rule drops the connection",
      },
    ],
    cause: "the database at {host} did not answer in time",
    correctiveAction:
      "Correct host and port; from Render take Supabase's pooler, since the direct host has IPv6 only.",
    source: "porsager/postgres: src/errors.js",
    example: "Error: write CONNECT_TIMEOUT db.example.com:5432",
    nearMiss: "the connect timeout is 30 seconds",
  },
  {
    ...row,
    id: "postgres.js/closed",
    mode: "database/refused",
    meaning: "nothing answers at the database's address, or the connection is closed",
    pattern: /\bwrite CONNECTION_CLOSED /,
    competing: [
      { mode: "database/ipv6-unreachable", cause: "the host has an IPv6 address only" },
      { mode: "database/too-many-connections", cause: "the pooler's connections are all taken" },
    ],
    cause: "the database does not answer at the host and port of the connection",
    correctiveAction:
      "Correct host and port; from Render take Supabase's pooler, since the direct host has IPv6 only.",
    source: "porsager/postgres: src/errors.js",
    example: "Error: write CONNECTION_CLOSED db.example.com:5432",
    nearMiss: "the connection was closed by the user",
  },
  {
    ...row,
    id: "client/server-has-no-tls",
    certainty: "certain",
    decisive: true,
    mode: "configuration/invalid",
    meaning: "the client asks for TLS, and the server speaks none",
    pattern:
      /server does not support SSL(?:, but SSL was required| connections)|server refused TLS connection|rejected SSL upgrade/i,
    cause: "the server at that host and port speaks no TLS: it is another one than was meant, or a local one",
    correctiveAction:
      "Correct host and port in the connection URL; only for a database on your own machine take out what asks for TLS.",
    source:
      "postgres/postgres: src/interfaces/libpq/fe-connect.c; brianc/node-postgres; MagicStack/asyncpg; jackc/pgx",
    example: "Error: The server does not support SSL connections",
    examples: [
      'connection to server at "127.0.0.1", port 5432 failed: server does not support SSL, but SSL was required',
      "failed to connect to `user=app database=app`: 127.0.0.1:5432 (localhost): tls error: server refused TLS connection",
      'ConnectionError: PostgreSQL server at "127.0.0.1:5432" rejected SSL upgrade',
    ],
    nearMiss: "the server supports SSL connections",
  },
];
