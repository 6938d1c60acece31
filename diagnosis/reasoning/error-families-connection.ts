import type { ErrorFamily } from "./error-family";

/** Words of a database and of its drivers. */
const DATABASE =
  "(?:database|postgres\\w*|\\bpg\\b|psql|mysql|maria ?db|mongo\\w*|sqlstate|\\bsql\\b|jdbc|hikari|datasource|data source|ecto|:5432|:6543|:3306|:27017|:1433|sqlserver|mssql|cockroach|\\brepo\\b)";
/** Both in one text, in whichever order, and one within the other too: "failed to obtain JDBC connection". */
const around = (words: string): RegExp => new RegExp(`^(?=.*${DATABASE}).*(?:${words})`, "i");

const REFUSED =
  "cannot assign requested address|connection (?:was )?refused|econnrefused|connect(?:ion)?(?: attempt)? (?:has )?failed|(?:could not|cannot|can't|unable to|failed to) (?:open |establish |get |obtain )?(?:a |the )?(?:\\w+ )?connect(?:ion)?\\b|no connection could be made|connection to \\S+ failed|error (?:connecting|communicating) (?:to|with)|not (?:reachable|available)|unreachable|unavailable|no route to host";
const NAME =
  "name or service not known|(?<!host)name resolution|no such host|unknown host|unknownhost|getaddrinfo|\\benotfound|eai_again|nxdomain|non-existing domain|(?:could not|cannot|can't|failed to|unable to) (?:resolve|translate) (?:the )?(?:host|name|address|\\S+\\.\\S+)|does not resolve|nodename nor servname";
const TIMEOUT = "timed? ?out|etimedout|deadline exceeded|no response within";
/** A client's own pool, whose connections are a database's. */
const POOL =
  "(?:acquisition|acquire|connection pool)\\w* time(?:d )?out|time(?:d )?out (?:while )?(?:waiting|acquiring|exceeded when trying)\\b.{0,60}\\bconnection|(?:no|waiting for an?) (?:available|free|idle) connections?\\b|connection pool (?:is |was )?(?:exhausted|full|at its limit)|QueuePool limit";
const LOGIN =
  "(?:password )?authentication (?:has )?failed|access denied for user|invalid (?:password|credentials|username)|wrong password|login failed|not authorized|unauthorized|incorrect password|bad credentials|permission denied for (?:user|role|database)|no password supplied";
/** The same by the names that servers and drivers give it. */
const LOGIN_NAMES =
  "\\bpassword authentication failed\\b|\\baccess denied for user\\b|\\bER_ACCESS_DENIED\\w*|\\binvalid_?password\\w*|\\b28P01\\b|\\bInvalidAuthorizationSpecification\\w*|\\blogin failed for user\\b";
const LOST =
  "connection (?:was |is |has been )?(?:closed|reset|lost|terminated|aborted|dropped)|econnreset|broken pipe|epipe|server closed the connection|gone away|unexpected eof";
const SCHEMA =
  "(?:relation|table|column|view|schema|type|function|collection|index)s? [\"'`\\w.]*\\s*(?:does not|doesn't) exist|no such (?:table|column)|undefined ?(?:table|column)|unknown column|table .* (?:not found|doesn't exist)|invalid object name";

/** What is on the other end of a connection. */
export const CONNECTION_FAMILIES: readonly ErrorFamily[] = [
  {
    id: "port-in-use",
    mode: "port/in-use",
    pattern:
      /address (?:is )?already in use|EADDRINUSE|:eaddrinuse|port \d+ (?:is )?(?:already|in use)|bind.*in use|already listens? on|another .{1,30} (?:is )?(?:already )?(?:running|listen)|port :?\d+ is already|port is already allocated|\bport already in use\b|ports are not available|driver failed programming external connectivity/i,
    means: "another process has the port",
    correctiveAction: "Start one server only, or give each its own port.",
    example: "listen tcp :8080: bind: address already in use",
  },
  {
    id: "cut-off",
    mode: "database/refused",
    pattern: /connection to server (?:at|on) "[^"]{1,200}"(?: \([^)]*\))?, port \d+ fail?(?:e|ed)?:?\s*$/,
    means: "a connection to the database failed, and the log's line ends before it says why",
    correctiveAction: "Copy that line to its end: the words after `failed:` say why.",
    example: 'connection to server at "db.example.com" (10.0.0.1), port 5432 fail',
  },
  {
    id: "own-check",
    mode: "health-check/failed",
    pattern:
      /\b(?:curl: \(\d+\)|wget: |Health ?check|http\w* check).*(?:localhost|127\.0\.0\.1|0\.0\.0\.0|::1).*(?:refused|failed to connect|can't connect|timed? ?out)|\b(?:curl: \(7\)|wget: ).*(?:refused|can't connect).*(?:localhost|127\.0\.0\.1)/i,
    means: "the health check within the container gets no answer: nothing listens on that port (yet)",
    correctiveAction:
      "Read the service's own log for why it did not start, and let it listen on the port that the check asks for.",
    example: "curl: (7) Failed to connect to localhost port 3000: Connection refused",
  },
  {
    id: "driver",
    mode: "database/driver-mismatch",
    pattern:
      /\bno (?:suitable )?(?:database )?driver (?:found|available|registered|for)\b|\bunknown driver ["'`]|\bhas no supporting driver\b|(?:unsupported|unknown|no driver for) (?:database|url|dsn|connection) (?:scheme|dialect|protocol|driver|type)\b/i,
    inBuildToo: true,
    means: "no driver is there for the scheme of the database's URL",
    correctiveAction:
      "Install the driver that the scheme names (or its feature), or correct the scheme of the URL.",
    example: 'error with configuration: no driver found for URL scheme "postgresql"',
  },
  {
    id: "schema",
    mode: "database/schema-missing",
    pattern: new RegExp(SCHEMA, "i"),
    inBuildToo: true,
    means: "the database lacks a table or column",
    correctiveAction: "Run the migrations on this database before the service starts.",
    example: 'ERROR: relation "users" does not exist',
  },
  {
    id: "migration",
    mode: "migration/failed",
    pattern:
      /migrations?\b.*(?:failed|error|could not|cannot|mismatch|invalid|pending|not (?:been )?applied|out of order|conflict|missing|locked|dirty)|(?:failed|error|could not|cannot|unable to) .{0,40}\bmigrat|(?:starting|running|initiali[sz]ing) (?:the )?(?:liquibase|flyway|alembic)|changelog|changeset.*(?:failed|checksum)|validation failed.*checksum|\bdirty database version\b|\bcorrupted migrations\b|\bpreviously executed migration\b|\bnon-?empty schema\b|\bmetadata table\b|\bmore than one migration\b|\b(?:change ?log|migration|schema) lock\b|\bmultiple head revisions\b|\b(?:can't|cannot) locate revision\b|\bneed to initiali[sz]e the database\b|\bdatabase needs (?:to be )?(?:bootstrapp|migrat|upgrad|initiali[sz])\w+|\bout[- ]of[- ]date database schema\b|\bdatabase schema is (?:out of date|outdated|older)\b|\bmetadata storage is not (?:up to date|initialized)/i,
    not: /npm|github|docs?\//i,
    inBuildToo: true,
    means: "a migration of the database failed",
    correctiveAction: "Correct the migration that is named, or the state of the database, and run it again.",
    example: "failed to run migration 20240101: dirty database version 3",
  },
  {
    id: "database-login",
    mode: "database/credentials",
    pattern: new RegExp(`${around(LOGIN).source}|${LOGIN_NAMES}`, "i"),
    inBuildToo: true,
    means: "the database refuses the login",
    correctiveAction: "Correct user and password of the connection URL.",
    example: "MongoServerError: Authentication failed (mongo)",
  },
  {
    id: "database-name",
    mode: "database/dns",
    pattern: around(NAME),
    inBuildToo: true,
    means: "the database's host name does not resolve",
    correctiveAction: "Correct the host of the connection URL in that environment.",
    example: "dial postgres: lookup db.example.com: no such host",
  },
  {
    id: "database-lost",
    mode: "database/connection-lost",
    pattern: around(LOST),
    inBuildToo: true,
    means: "the connection to the database was ended by the other side",
    correctiveAction: "Let the pool test its connections before use, and look at the database's own log.",
    example: "mysql: server has gone away",
  },
  {
    id: "database-timeout",
    mode: "database/timeout",
    pattern: new RegExp(`${around(TIMEOUT).source}|${POOL}`, "i"),
    inBuildToo: true,
    means: "the database, or a free connection of the pool, did not come in time",
    correctiveAction:
      "Look whether the database answers, and whether connections are given back to the pool.",
    example: "sql: connection pool timed out waiting for a database connection",
  },
  {
    id: "database-refused",
    mode: "database/refused",
    pattern: around(REFUSED),
    inBuildToo: true,
    means: "the database does not answer",
    correctiveAction: "Correct its address in that environment, or start it before the service.",
    example: "failed to connect to database: connection refused",
  },
  {
    id: "service-login",
    mode: "configuration/invalid",
    pattern:
      /(?:login|access) (?:was )?refused|ACCESS_REFUSED|\bNOAUTH\b|\bWRONGPASS\b|\b(?:authentication|login|logon) (?:has )?(?:failed|failure|error|is required|required)\b|(?:failed|unable|could not|cannot) to (?:authenticate|log ?in|sign in)|(?:invalid|incorrect|wrong|bad) (?:user(?:name)?(?: (?:or|and|\/) password)?|password|credentials|login)\b|status(?: code)?:? ?(?:401|403)\b|\b401 Unauthorized|\b403 Forbidden|(?:improper|privileged|disallowed) (?:token|intents?)/i,
    not: /csrf|session|user \w+ logged|npm|pypi|registry|github|docker|https?:\/\/\S+\.(?:tgz|zip|whl)/i,
    means: "a service that is needed refuses the login",
    correctiveAction:
      "Correct the user, password, token or key for that service in that environment, and look whether it may come from there.",
    example: "PLAIN login refused: user 'root' can only connect via localhost",
  },
  {
    id: "name",
    mode: "broker/refused",
    pattern: new RegExp(NAME, "i"),
    means: "the host name of a service that is needed does not resolve",
    correctiveAction: "Correct its address in that environment; the network's name server has to know it.",
    example: "lookup queue.internal on 10.0.0.2:53: no such host",
  },
  {
    id: "refused",
    mode: "broker/refused",
    pattern: new RegExp(
      `${REFUSED}|(?:connect|dial|request|fetch)\\w*\\b.{0,60}(?:${TIMEOUT})|network failure`,
      "i",
    ),
    not: /module|package|command|image|docker|plugin|file|version|class\b/i,
    means: "a service that is needed does not answer",
    correctiveAction: "Correct its address in that environment, or start what listens there.",
    example: "dial tcp 10.0.0.5:9092: connect: connection refused",
  },
];
