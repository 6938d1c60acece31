import { ENDS, long, POSTGRES, type Product, runs, VAULTWARDEN, words } from "./product-row";
import { hasCommand, type Row } from "./row";

const SHLINK: Product = { images: /(?:^|\/)shlink$/ };

const exactly = (names: RegExp, product: string, of?: Product): Row => ({
  names,
  refused: (value, beside) =>
    Buffer.byteLength(value) === 32 || (of !== undefined && !runs(of, beside))
      ? undefined
      : {
          expected: "32 characters",
          got: `another length, which ${product} refuses`,
          fix: "Write what `openssl rand -hex 16` prints.",
        },
});

/** Each by its page of settings or its code (read 2026-12-01). */
const WORDS: readonly Row[] = [
  // keycloak.org/server/all-config: proxy-headers
  words(/^KC_PROXY_HEADERS$/, /^(?:x?forwarded)$/, ["`xforwarded` or `forwarded`", ENDS]),
  // dani-garcia/vaultwarden: src/config.rs
  words(
    /^SMTP_SECURITY$/,
    /^(?:starttls|force_tls|off)$/,
    ["`starttls`, `force_tls` or `off`", ENDS],
    VAULTWARDEN,
  ),
  // docs.openwebui.com: environment configuration; more stores than these may come
  words(
    /^VECTOR_DB$/,
    /^(?!(?:postgres(?:ql)?|pg)$)/,
    ["`pgvector`, as Open WebUI calls it", "another word"],
    { images: /(?:^|\/)open-webui$/ },
  ),
  // gotify.net/docs/config
  words(/^GOTIFY_DATABASE_DIALECT$/, /^(?:sqlite3|mysql|postgres)$/, [POSTGRES, ENDS]),
  // linkding.link/options
  words(/^LD_DB_ENGINE$/, /^(?:sqlite|postgres)$/, [
    POSTGRES,
    "another word, with which it keeps its data in SQLite",
  ]),
  // shlink.io/documentation/environment-variables
  words(/^DB_DRIVER$/, /^(?:mysql|maria|postgres|mssql|sqlite)$/, [POSTGRES, ENDS], SHLINK),
  // typeorm.io: data source options, type
  words(
    /^TYPEORM_(?:CONNECTION|TYPE)$/,
    /^(?!(?:postgresql|pg|psql)$)/,
    ["`postgres`, as TypeORM calls it", "another word"],
    undefined,
    "the code may have another word for it",
  ),
];

/** Peewee, by which it migrates, knows no driver in a scheme (open-webui/open-webui, issues 14081 and 23939, read 2026-12-01). */
const OPEN_WEBUI_URL: Row = {
  names: /^DATABASE_URL$/,
  refused: (value, beside) =>
    /^postgres(?:ql)?\+(?!pool)\w+:/i.test(value) && runs({ images: /(?:^|\/)open-webui$/ }, beside)
      ? {
          expected: "`postgresql://`",
          got: "a scheme with a driver, at which Open WebUI's migration ends",
          fix: "Write `postgresql://`.",
          unless: "another version of it may take the scheme",
        }
      : undefined,
};

/** sequelize.org/docs: dialects, `The dialect … is not supported` (read 2026-12-01). */
const DIALECT: Row = {
  names: /^(?:DB|DATABASE|SEQUELIZE)_DIALECT$/,
  refused: (value, { runtime }) =>
    runtime === "node" && /^(?:postgresql|pg|psql)$/.test(value)
      ? {
          expected: "`postgres`, as Sequelize calls it",
          got: "another word",
          fix: "Write `postgres`.",
          unless: "the code may have another word for it",
        }
      : undefined,
};

/** typeorm.io: data source options, type; Nest's modules hand it on (read 2026-12-01). */
const TYPE: Row = {
  names: /^(?:DB|DATABASE)_TYPE$/,
  refused: (value, { runtime, image }) =>
    runtime === "node" && image === undefined && /^(?:postgresql|pg|psql)$/.test(value)
      ? {
          expected: "`postgres`, as TypeORM calls it",
          got: "another word",
          fix: "Write `postgres`.",
          unless: "the code may have another word for it",
        }
      : undefined,
};

/** docs.djangoproject.com: databases, built-in backends; `postgresql_psycopg2` ended with Django 3.0 (read 2026-12-01). */
const BACKEND: Row = {
  names: /^(?:\w+_)?(?:DB|DATABASE|SQL)_ENGINE$/,
  refused: (value) => {
    const backend = /^django\.db\.backends\.(\w+)$/.exec(value)?.[1];
    if (backend === undefined || /^(?:postgresql|mysql|sqlite3|oracle|dummy)$/.test(backend))
      return undefined;
    return {
      expected: "a backend that Django has, such as `django.db.backends.postgresql`",
      got: "a module that it has not",
      fix: "Write `django.db.backends.postgresql`.",
      ...(backend === "postgresql_psycopg2" && { unless: "versions before 3.0 have it" }),
    };
  },
};

/** docs.djangoproject.com: DATABASES, ENGINE is the name of a module (read 2026-12-01). */
const ENGINE: Row = {
  names: /^(?:DB|DATABASE|SQL)_ENGINE$/,
  refused: (value, beside) =>
    /^(?:postgres(?:ql)?|mysql|sqlite3?)$/i.test(value) &&
    (beside.look("DJANGO_SETTINGS_MODULE") !== undefined || hasCommand(beside, /\bmanage\.py\b|\.wsgi\b/))
      ? {
          expected: "a module, such as `django.db.backends.postgresql`",
          got: "its last word alone",
          fix: "Write `django.db.backends.` before it.",
          unless: "the settings may write what is before it",
        }
      : undefined,
};

/** pgadmin.org/docs: container deployment. */
const PGADMIN: Row = {
  names: /^PGADMIN_DEFAULT_EMAIL$/,
  refused: (value) =>
    /^[^@\s]+@[^@\s]+$/.test(value)
      ? undefined
      : {
          expected: "an address of mail",
          got: "another text, at which pgAdmin ends",
          fix: "Write an address with `@`.",
        },
};

export const KINDRED_VALUES: readonly Row[] = [
  ...WORDS,
  OPEN_WEBUI_URL,
  DIALECT,
  ENGINE,
  TYPE,
  BACKEND,
  PGADMIN,
  // min.io/docs: root credentials
  long(/^MINIO_ROOT_PASSWORD$/, 8, "MinIO"),
  long(/^MINIO_ROOT_USER$/, 3, "MinIO"),
  // zitadel.com/docs: masterkey; cal.com/docs: installation
  exactly(/^ZITADEL_MASTERKEY$/, "ZITADEL"),
  exactly(/^CALENDSO_ENCRYPTION_KEY$/, "Cal.com"),
  // docs.typebot.io: configuration
  exactly(/^ENCRYPTION_SECRET$/, "Typebot", { images: /(?:^|\/)typebot-(?:builder|viewer)$/ }),
];
