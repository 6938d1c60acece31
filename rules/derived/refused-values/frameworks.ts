import { type Beside, hasCommand, type Row } from "./row";

const isLaravel = (beside: Beside): boolean =>
  beside.runtime !== "node" &&
  (hasCommand(beside, /\bartisan\b/) ||
    ["LOG_CHANNEL", "APP_CIPHER", "BROADCAST_DRIVER", "FILESYSTEM_DISK"].some(
      (name) => beside.look(name) !== undefined,
    ));

const isPhoenix = (beside: Beside): boolean =>
  beside.runtime === "elixir" ||
  ["PHX_SERVER", "PHX_HOST"].some((name) => beside.look(name) !== undefined) ||
  hasCommand(beside, /\bmix phx\./);

/** A key of AES-128-GCM in hexadecimal digits (rails/rails: activesupport, EncryptedFile, read 2026-11-30). */
const MASTER_KEY: Row = {
  names: /^RAILS_MASTER_KEY$/,
  refused: (value) =>
    /^[0-9a-f]{32}$/i.test(value)
      ? undefined
      : {
          expected: "the 32 hexadecimal digits of config/master.key",
          got: "another text, with which Rails decrypts nothing",
          fix: "Copy the whole of config/master.key.",
        },
};

/** `Unsupported cipher or incorrect key length` (laravel/framework: Illuminate/Encryption/Encrypter, read 2026-11-30). */
const APP_KEY: Row = {
  names: /^APP_KEY$/,
  refused: (value, beside) => {
    if (!isLaravel(beside)) return undefined;
    const [, coded] = /^base64:(.*)$/.exec(value) ?? [];
    const length = coded === undefined ? Buffer.byteLength(value) : decodedByPhp(coded);
    const cipher = beside.look("APP_CIPHER");
    const wanted = cipher !== undefined && /128/.test(cipher) ? 16 : 32;
    if (length === wanted) return undefined;
    return {
      expected: `a key of ${wanted} bytes, as \`php artisan key:generate --show\` writes one`,
      got: "one of another length, which Laravel refuses",
      fix: "Copy what `php artisan key:generate --show` prints, with `base64:`.",
      ...(length === 16 && { unless: "config/app.php may name an older cipher" }),
    };
  },
};

/** `base64_decode` skips what is no character of base64, padding in the middle too (php.net: base64_decode, strict). */
const decodedByPhp = (coded: string): number =>
  Math.floor((coded.replace(/[^A-Za-z0-9+/]/g, "").length * 6) / 8);

/** Laravel's own connections are called sqlite, mysql, mariadb, pgsql and sqlsrv (config/database.php). */
const CONNECTION: Row = {
  names: /^DB_CONNECTION$/,
  refused: (value, beside) =>
    isLaravel(beside) && /^(?:postgres|postgresql|pg|psql)$/i.test(value)
      ? {
          expected: "`pgsql`, as Laravel calls it",
          got: "a name that its configuration has not",
          fix: "Write `pgsql`.",
          unless: "config/database.php may have a connection of that name",
        }
      : undefined,
};

/** Plug.Session's cookies ask for 64 bytes (hexdocs.pm/plug: Plug.Session.COOKIE). */
const KEY_BASE: Row = {
  names: /^SECRET_KEY_BASE$/,
  refused: (value, beside) =>
    isPhoenix(beside) && Buffer.byteLength(value) < 64
      ? {
          expected: "64 bytes or more, as `mix phx.gen.secret` writes them",
          got: "fewer, with which no session is kept",
          fix: "Write what `mix phx.gen.secret` prints.",
          unless: "the service may keep no sessions",
        }
      : undefined,
};

const PHX_HOST: Row = {
  names: /^PHX_HOST$/,
  refused: (value) =>
    /:\/\/|[/:]/.test(value)
      ? {
          expected: "a host alone",
          got: "more than a host, with which no origin of a WebSocket agrees",
          fix: "Write the host alone, without scheme, port and path.",
          unless: "config/runtime.exs may take the host out of it",
        }
      : undefined,
};

const MIX_ENV: Row = {
  names: /^MIX_ENV$/,
  refused: (value) =>
    value === "production"
      ? {
          expected: "`prod`, as Mix calls it",
          got: "`production`, of which no configuration is usual",
          fix: "Write `prod`.",
          unless: "the project may have a config/production.exs",
        }
      : undefined,
};

/** keycloak.org/server/all-config: db and db-url (read 2026-11-30). */
const KEYCLOAK: readonly Row[] = [
  {
    names: /^KC_DB_URL$/,
    refused: (value) =>
      /^(?:postgres(?:ql)?|mysql|mariadb):\/\//i.test(value)
        ? {
            expected: "a URL of JDBC",
            got: "one of another form",
            fix: "Write `jdbc:postgresql://host:port/database`.",
          }
        : undefined,
  },
  {
    names: /^KC_DB$/,
    refused: (value) =>
      /^(?:postgresql|pgsql|pg|psql)$/i.test(value)
        ? { expected: "`postgres`", got: "a name that Keycloak refuses", fix: "Write `postgres`." }
        : undefined,
  },
];

/** `gin mode unknown` ends the program (gin-gonic/gin: mode.go, read 2026-11-30). */
const GIN: Row = {
  names: /^GIN_MODE$/,
  refused: (value) =>
    /^(?:debug|release|test)$/.test(value)
      ? undefined
      : {
          expected: "release, debug or test",
          got: "another word, at which gin ends",
          fix: "Write `release`.",
        },
};

export const FRAMEWORK_VALUES: readonly Row[] = [
  MASTER_KEY,
  APP_KEY,
  CONNECTION,
  KEY_BASE,
  PHX_HOST,
  MIX_ENV,
  ...KEYCLOAK,
  GIN,
];
