import type { Signature } from "../signature";

/** What clients say of a database that does not answer at the address they were given. */
export const DATABASE_HOSTS_SIGNATURES: readonly Signature[] = [
  {
    id: "libpq/host",
    mode: "database/refused",
    meaning: "no database answers at that address",
    pattern: /Is the server running on (?:that )?host "(?<host>[^"]+)"/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "no database answers at {host}; in a container, localhost and 127.0.0.1 are the container itself",
    correctiveAction:
      "Correct host and port of the connection URL in that environment, or let the service wait for the database.",
    source: "postgres/postgres: src/interfaces/libpq/fe-connect.c",
    example: 'Is the server running on host "127.0.0.1" and accepting',
    nearMiss: "the server is running on host db",
  },
  {
    id: "mysql/socket",
    mode: "database/refused",
    meaning: "the client looks for MySQL at a local socket",
    pattern: /SQLSTATE\[HY000\] \[2002\] No such file or directory/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "the host is localhost, so MySQL's client looks for a local socket, which is not there",
    correctiveAction:
      "Set DB_HOST to the database's own host (in compose its service), or to 127.0.0.1 where it runs on this machine.",
    source: "dev.mysql.com/doc/refman/en/can-not-connect-to-server.html",
    example: "SQLSTATE[HY000] [2002] No such file or directory (SQL: select 1)",
    nearMiss: "SQLSTATE[00000] ok",
  },
  {
    id: "mysql/host-not-allowed",
    mode: "database/auth-blocked",
    meaning: "MySQL refuses the client's address",
    pattern: /Host '(?<host>[^']+)' is not allowed to connect to this (?:MySQL|MariaDB) server/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "MySQL has no user that may connect from {host} (error 1130)",
    correctiveAction:
      "Grant the user for that host (`'app'@'%'`), or make the volume anew where the image made the users.",
    source: "dev.mysql.com/doc/mysql-errors/en/server-error-reference.html#error_er_host_not_privileged",
    example: "SQLSTATE[HY000] [1130] Host 'web.net' is not allowed to connect to this MySQL server",
    nearMiss: "Host 'web.net' is connected",
  },
  {
    id: "mongo/no-name",
    mode: "database/dns",
    meaning: "the host name of MongoDB does not resolve",
    pattern:
      /Mongo\w*Error\b.{0,200}getaddrinfo (?:EAI_AGAIN|ENOTFOUND) (?<name>[\w.-]+)|Mongo\w*Error: query\w+ (?:ENOTFOUND|EREFUSED|ETIMEOUT) (?<name2>\S+)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "the host name of MongoDB does not resolve: {name}",
    correctiveAction:
      "Correct the host of the connection URL in that environment; between containers it is the service's name in one network, and that service has to run.",
    source: "mongodb.com/docs/drivers/node: connection troubleshooting; nodejs.org/api/dns.html",
    example: "MongoServerSelectionError: getaddrinfo EAI_AGAIN mongo",
    nearMiss: "MongoDB connected to mongo",
  },
  {
    id: "mongo/selection",
    mode: "database/refused",
    meaning: "MongoDB does not answer",
    pattern:
      /(?:Mongoose|Mongo)ServerSelectionError: (?<text>.{1,160})|MongoNetworkError: (?<text2>.{1,160})|(?<text3>Could not connect to any servers in your MongoDB Atlas cluster)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "MongoDB's client finds no server: {text}",
    correctiveAction: "Correct the connection's host, and allow this address in the cluster's access list.",
    source: "mongodb.com/docs/drivers/node: connection troubleshooting",
    example: "MongooseServerSelectionError: Could not connect to any servers in your MongoDB Atlas cluster.",
    nearMiss: "MongoDB connected",
  },
  {
    id: "database/waited-for",
    mode: "database/timeout",
    meaning: "a script waited for the database in vain",
    pattern:
      /wait-for(?:-it)?(?:\.sh)?: timeout occurred after waiting \d+ seconds for (?<host>\S+:(?:5432|3306|27017|1433|1521))|waiting on dependencies to become available: \[?\w+:\/\/(?<host2>[\w.-]+:(?:5432|3306|27017|1433|1521))/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [
      { mode: "database/refused", cause: "the database did not start, or the name is another container's" },
    ],
    cause: "the script waited for the database at {host}, which did not answer in that time",
    correctiveAction:
      "Look at the database's own log, correct the host, or wait longer: a first start of a database may take a minute.",
    source: "vishnubob/wait-for-it; jwilder/dockerize",
    example: "wait-for-it.sh: timeout occurred after waiting 15 seconds for db:5432",
    nearMiss: "wait-for-it.sh: waiting 15 seconds for db:5432",
  },
];
