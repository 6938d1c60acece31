import { addressed, ENDS, long, POSTGRES, type Product, VAULTWARDEN, words } from "./product-row";
import type { Row } from "./row";

const N8N: Product = { images: /(?:^|\/)n8n$/, commands: /(?:^|\s)n8n(?:\s|$)/ };
const FLOWISE: Product = { images: /(?:^|\/)flowise$/, commands: /\bflowise start\b/ };
const WIKI: Product = { images: /^(?:ghcr\.io\/)?requarks\/wiki$/ };
const GHOST: Product = { images: /(?:^|\/)ghost$/ };
const PLAUSIBLE: Product = { images: /(?:^|\/)plausible\/(?:analytics|community-edition)$/ };
const OUTLINE: Product = { images: /^(?:docker\.getoutline\.com\/)?outlinewiki\/outline$/ };

const AT_SQLITE = "another word, with which it keeps its data in SQLite";

/** What each product calls its databases, and how it switches (read 2026-12-01). */
const WORDS: readonly Row[] = [
  // docs.n8n.io: environment variables, database
  words(
    /^DB_TYPE$/,
    /^(?:sqlite|postgresdb|mysqldb|mariadb)$/,
    ["`postgresdb`, as n8n calls it", AT_SQLITE],
    N8N,
  ),
  // docs.n8n.io: environment variables, executions
  words(/^EXECUTIONS_MODE$/, /^(?:regular|queue)$/, ["`regular` or `queue`", "another word"], N8N),
  // metabase/metabase: metabase.db.data-source
  words(/^MB_DB_TYPE$/, /^(?:postgres|mysql|h2)$/i, [POSTGRES, ENDS]),
  // grafana/grafana: pkg/services/sqlstore, `unknown database type`
  words(/^GF_DATABASE_TYPE$/, /^(?:postgres|mysql|sqlite3)$/, [POSTGRES, ENDS]),
  // go-gitea/gitea: modules/setting/database.go
  words(/^(?:GITEA|FORGEJO)__DATABASE__DB_TYPE$/i, /^(?:postgres|mysql|mssql|sqlite3)$/, [POSTGRES, ENDS]),
  // mattermost/mattermost: model/config.go
  words(/^MM_SQLSETTINGS_DRIVERNAME$/, /^(?:postgres|mysql)$/, [POSTGRES, ENDS]),
  // docs.flowiseai.com: databases
  words(/^DATABASE_TYPE$/, /^(?:postgres|mysql|mariadb|sqlite)$/, [POSTGRES, AT_SQLITE], FLOWISE),
  // requarks/wiki: server/core/db.js, `Invalid DB Type`
  words(/^DB_TYPE$/, /^(?:postgres|mysql|mariadb|mssql|sqlite)$/i, [POSTGRES, ENDS], WIKI),
  // docs.strapi.io: database configuration
  words(
    /^DATABASE_CLIENT$/,
    /^(?:postgres|mysql2?|sqlite|better-sqlite3)$/,
    ["`postgres`, as Strapi calls it", "another word"],
    { images: /^$/, commands: /\bstrapi\b/ },
    "config/database may have a connection of that name",
  ),
  // docs.ghost.org/config: supported databases
  words(
    /^database__client$/,
    /^(?:mysql2?|sqlite3|better-sqlite3)$/,
    ["`mysql` or `sqlite3`, which Ghost takes alone", "another database"],
    GHOST,
  ),
  // hasura/graphql-engine: Hasura.Server.Init, `Not a valid boolean text`
  words(
    /^HASURA_GRAPHQL_(?:ENABLE_(?:CONSOLE|TELEMETRY|ALLOWLIST|REMOTE_SCHEMA_PERMISSIONS)|DEV_MODE|STRINGIFY_NUMERIC_TYPES|ADMIN_INTERNAL_ERRORS)$/,
    /^(?:true|t|yes|y|false|f|no|n)$/i,
    ["`true` or `false`", ENDS],
  ),
];

/** docs.imgproxy.net: keys and salts are hexadecimal, several with commas. */
const HEXADECIMAL: Row = {
  names: /^IMGPROXY_(?:KEY|SALT)$/,
  refused: (value) =>
    value.split(",").every((one) => /^(?:[0-9a-f]{2})+$/i.test(one.trim()))
      ? undefined
      : {
          expected: "hexadecimal digits",
          got: "another text, at which imgproxy ends",
          fix: "Write what `openssl rand -hex 32` prints.",
        },
};

export const PRODUCT_VALUES: readonly Row[] = [
  ...WORDS,
  addressed(/^BASE_URL$/, "Plausible", PLAUSIBLE),
  addressed(/^DOMAIN$/, "Vaultwarden", VAULTWARDEN),
  addressed(/^NTFY_BASE_URL$/, "ntfy"),
  long(/^SECRET_KEY_BASE$/, 32, "Plausible", PLAUSIBLE),
  long(/^SECRET_KEY$/, 32, "Outline", OUTLINE),
  long(/^MB_ENCRYPTION_SECRET_KEY$/, 16, "Metabase"),
  HEXADECIMAL,
];
