import { MALFORMED } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { asyncApi, django, goApi, nest, prismaApi } from "./posted-connections-form";
import { broken, CANARY, POOL, pooled, REF, REFUSED, SESSION, sound, USER } from "./posted-services-form";

const PASS = `${POOL}:5432:postgres:${USER}:${CANARY}`;
const AUTH = `https://${REF}.supabase.co`;
const by = (name: string, value: string, more = {}) => ({ ...nest, variables: { [name]: value }, ...more });
const MARKED = `${REFUSED}|${MALFORMED}`;

/**
 * URLs and lines that were copied with something of where they were, or without a piece of theirs. Before they were read 8 of
 * 20 were rejected, and none of 19 sound ones.
 */
export const PASTED_URLS_BROKEN: readonly ExplainedCase[] = [
  broken(MALFORMED, "one slash", by("DB_CONNECTION_STRING", SESSION.replace("://", ":/"))),
  broken(MALFORMED, "no slash", by("DATABASE_URL", SESSION.replace("://", ":"), django)),
  broken(
    MALFORMED,
    "one slash behind the short scheme",
    by("PG_URL", pooled("5432/postgres", "postgres").replace("://", ":/"), goApi),
  ),
  broken(
    MALFORMED,
    "one slash behind a driver's scheme",
    by("ASYNC_URL", pooled("5432/postgres", "postgresql+asyncpg").replace("://", ":/"), asyncApi),
  ),
  broken(MALFORMED, "one slash, in JDBC's form", {
    variables: { APP_JDBC: `jdbc:postgresql:/${POOL}:5432/postgres?user=${USER}` },
    driver: "pgjdbc",
    command: "java -jar target/shop.jar --server.port=$PORT",
  }),
  broken(MARKED, "one slash of an address", by("SUPABASE_URL", AUTH.replace("://", ":/"))),
  broken(MARKED, "no slash of an address", by("API_BASE_URL", "https:api.example.org")),
  broken(MARKED, "no colon of an address", by("FRONTEND_URL", "https//shop.example.org", django)),
  broken(
    MARKED,
    "one slash of a store's",
    by("REDIS_URL", `rediss:/default:${CANARY}@eu1-plum.upstash.io:6379`),
  ),
  broken(MALFORMED, "angle brackets around it", by("DATABASE_URL", `<${SESSION}>`, prismaApi)),
  broken(MALFORMED, "a link of Markdown's", by("DATABASE_URL", `[${SESSION}](${SESSION})`, django)),
  broken(
    MALFORMED,
    "the pooler's host is a link of Markdown's",
    by("DATABASE_URL", `postgresql://${USER}:${CANARY}@[${POOL}](http://${POOL}):5432/postgres`, goApi),
  ),
  broken(
    MALFORMED,
    "the user and the host are a link of mail",
    by("DIRECT_DB", `postgres://${USER}:[${CANARY}@${POOL}](mailto:${CANARY}@${POOL}):5432/postgres`),
  ),
  broken(MARKED, "a link of Markdown's", by("SUPABASE_URL", `[${AUTH}](${AUTH})`)),
  broken(MARKED, "angle brackets around an address", by("NEXT_PUBLIC_API_URL", "<https://api.example.org>")),
  broken(
    MARKED,
    "a link of Markdown's with a text",
    by("WEBHOOK_URL", "[our hook](https://hooks.example.org/in)"),
  ),
  broken(MALFORMED, "a line of pgpass in the URL's place", by("DATABASE_URL", PASS, django)),
  broken(MALFORMED, "four parts of a line of pgpass", by("DATABASE_URL", `${POOL}:5432:postgres:${USER}`)),
  broken(REFUSED, "the secret file's line has no port", {
    ...django,
    variables: { PGPASSFILE: "/etc/secrets/.pgpass", PGHOST: POOL, PGUSER: USER },
    secretFiles: { ".pgpass": `${POOL}:postgres:${USER}:${CANARY}` },
  }),
  broken(REFUSED, "the secret file holds a URL", {
    ...django,
    variables: { PGPASSFILE: "/etc/secrets/pgpass", PGHOST: POOL, PGUSER: USER },
    secretFiles: { pgpass: SESSION },
  }),
];

export const PASTED_URLS_SOUND: readonly ExplainedCase[] = [
  sound("a scheme that has no slashes", by("CONTACT_URL", "mailto:team@example.org")),
  sound("VAPID's subject", by("VAPID_SUBJECT", "mailto:team@example.org")),
  sound("a file's address", by("CACHE_URL", "file:/var/data/cache.db")),
  sound(
    "SQLite's file",
    by("ANALYTICS_DATABASE_URL", "sqlite:///./analytics.db", {
      ...django,
      variables: { DATABASE_URL: SESSION, ANALYTICS_DATABASE_URL: "sqlite:///./analytics.db" },
    }),
  ),
  sound("data in a URL", by("LOGO_URL", "data:image/png;base64,iVBORw0KGgo=")),
  sound("a word and a colon", by("REDIS_KEY_PREFIX", "https:")),
  sound("names of PostgreSQL before a colon", by("DB_LABEL", "postgres:16")),
  sound("an image and its tag", by("BASE_IMAGE", "postgresql:16-alpine")),
  sound(
    "a name in brackets of an address with IPv6",
    by("TRACE_URL", "http://[fd12:3456:789a::1]:4318/v1/traces"),
  ),
  sound(
    "a text with a link of Markdown's",
    by("BANNER_TEXT", "Read [our page](https://shop.example.org/news) for more"),
  ),
  sound("a template of a message", by("SLACK_MESSAGE", "<https://shop.example.org|The shop> is up")),
  sound("a sender with its address in brackets", by("MAIL_FROM", "Shop <shop@example.org>")),
  sound("an address of mail in brackets alone", by("DEFAULT_FROM_EMAIL", "<shop@example.org>")),
  sound("a list in brackets", by("ALLOWED_ORIGINS", '["https://shop.example.org"]')),
  sound("a pattern of addresses", by("ORIGIN_PATTERN", "^https:\\/\\/(.*)\\.example\\.org$")),
  sound("a host, a port and three names", by("KAFKA_ACL", "broker:9092:shop:orders:read")),
  sound("pgpass with a star in each part but one", {
    ...django,
    variables: { PGPASSFILE: "/etc/secrets/.pgpass", PGHOST: POOL, PGUSER: USER },
    secretFiles: { ".pgpass": `*:*:*:*:${CANARY}` },
  }),
  sound("pgpass with a colon in the password", {
    ...django,
    variables: { PGPASSFILE: "/etc/secrets/.pgpass", PGHOST: POOL, PGUSER: USER },
    secretFiles: { ".pgpass": `# of the pooler\n${POOL}:5432:postgres:${USER}:Wd5\\:plum\n` },
  }),
  sound(
    "a password that has the signs of a link, encoded",
    by("DATABASE_URL", `postgresql://${USER}:%5BWd5%5D%28plum%29@${POOL}:5432/postgres`),
  ),
];
