import { IPV6, LOCAL, MODE, PLACEHOLDER, TENANT, TLS } from "../batch";
import type { SealedCase } from "../sealed";
import { bare, DIRECT, IMAGE, POOL, REF, url } from "../written";

type Variables = Readonly<Record<string, string>>;
const image = { ...bare, command: null, properties: IMAGE } as const;
const of = (rule: string | undefined, ...all: readonly Variables[]): readonly SealedCase[] =>
  all.map((variables) => ({ ...(rule !== undefined && { rule }), ...image, variables }));
const alone = (rule: string | undefined, ...all: readonly Variables[]): readonly SealedCase[] =>
  all.map((variables) => ({ ...(rule !== undefined && { rule }), ...bare, variables }));
const DIRECT_URL = url("postgres", `${DIRECT}:5432/postgres`);
const NO_TENANT = url("postgres", `${POOL}:5432/postgres`);
const TENANTS = url(`app.${REF}`, `${POOL}:5432/postgres`);
const SIX = url(`app.${REF}`, `${POOL}:6543/postgres`);
const HERE = "postgresql://app:k3JqL9vX@localhost:5432/app";
const ANY = `${LOCAL}|${PLACEHOLDER}`;
const PAIRS = (host: string, user: string) =>
  `host=${host} port=5432 user=${user} password=k3JqL9vX dbname=postgres`;
const jdbc = (host: string, rest = "") => `jdbc:postgresql://${host}:5432/postgres${rest}`;

/**
 * Databases and services in the variables that products, frameworks and tools have for them, each by its own page of
 * settings. Written on 30 November 2026 with the verdict, before it was judged for the first time: 66 of 79 were stopped, 13
 * silent; of 38 sound ones none was rejected.
 */
export const TEAMS_PRODUCTS_BROKEN: readonly SealedCase[] = [
  ...of(
    IPV6,
    { GITEA__database__DB_TYPE: "postgres", GITEA__database__HOST: `${DIRECT}:5432` },
    { KC_DB: "postgres", KC_DB_URL: jdbc(DIRECT) },
    { DB_TYPE: "postgresdb", DB_POSTGRESDB_HOST: DIRECT, DB_POSTGRESDB_USER: "postgres" },
    { AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: DIRECT_URL.replace("postgresql:", "postgresql+psycopg2:") },
    { AUTHENTIK_POSTGRESQL__HOST: DIRECT, AUTHENTIK_POSTGRESQL__USER: "postgres" },
    { MM_SQLSETTINGS_DRIVERNAME: "postgres", MM_SQLSETTINGS_DATASOURCE: `${DIRECT_URL}?sslmode=require` },
    { LISTMONK_db__host: DIRECT, LISTMONK_db__user: "postgres" },
    { DB_CLIENT: "pg", DB_HOST: DIRECT, DB_USER: "postgres" },
    { DATABASE_CLIENT: "postgres", DATABASE_HOST: DIRECT, DATABASE_USERNAME: "postgres" },
    { PGRST_DB_URI: DIRECT_URL },
    { HASURA_GRAPHQL_METADATA_DATABASE_URL: DIRECT_URL },
    { MB_DB_TYPE: "postgres", MB_DB_CONNECTION_URI: jdbc(DIRECT) },
    { GF_DATABASE_URL: DIRECT_URL.replace("postgresql:", "postgres:") },
    { PAPERLESS_DBHOST: DIRECT, PAPERLESS_DBUSER: "postgres" },
    { ZITADEL_DATABASE_POSTGRES_HOST: DIRECT },
    { VIKUNJA_DATABASE_TYPE: "postgres", VIKUNJA_DATABASE_HOST: DIRECT },
    { UNLEASH_DATABASE_URL: DIRECT_URL },
    { POSTGRES_SEEDS: DIRECT, POSTGRES_USER: "postgres" },
    { DATABASE_TYPE: "postgres", DATABASE_HOST: DIRECT, DATABASE_PORT: "5432" },
    { MIGRATIONS_DATABASE_URL: DIRECT_URL },
    { REPLICA_URLS: `${DIRECT_URL},${DIRECT_URL}` },
    { FLYWAY_URL: jdbc(DIRECT) },
    { LIQUIBASE_COMMAND_URL: jdbc(DIRECT) },
    { ConnectionStrings__Default: `Host=${DIRECT};Username=postgres;Password=k3JqL9vX;Database=postgres` },
    { GOOSE_DRIVER: "postgres", GOOSE_DBSTRING: PAIRS(DIRECT, "postgres") },
    { QUARKUS_DATASOURCE_JDBC_URL: jdbc(DIRECT) },
    { QUARKUS_DATASOURCE_REACTIVE_URL: `postgresql://${DIRECT}:5432/postgres` },
    { SPRING_DATASOURCE_HIKARI_JDBC_URL: jdbc(DIRECT) },
    { DJANGO_DATABASE_URL: DIRECT_URL.replace("postgresql:", "psql:") },
    { DATABASE_URL: DIRECT_URL.replace("postgresql:", "postgis:") },
  ),
  ...of(
    TENANT,
    { KC_DB: "postgres", KC_DB_URL: jdbc(POOL), KC_DB_USERNAME: "postgres" },
    { DB_TYPE: "postgresdb", DB_POSTGRESDB_HOST: POOL, DB_POSTGRESDB_USER: "postgres" },
    { AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: NO_TENANT.replace("postgresql:", "postgresql+psycopg2:") },
    { AUTHENTIK_POSTGRESQL__HOST: POOL, AUTHENTIK_POSTGRESQL__USER: "authentik" },
    { LISTMONK_db__host: POOL, LISTMONK_db__user: "listmonk" },
    { DB_CLIENT: "pg", DB_HOST: POOL, DB_USER: "directus" },
    { PGRST_DB_URI: url("authenticator", `${POOL}:5432/postgres`) },
    { GOOSE_DRIVER: "postgres", GOOSE_DBSTRING: PAIRS(POOL, "postgres") },
    { GITEA__database__HOST: `${POOL}:5432`, GITEA__database__USER: "gitea" },
    { QUARKUS_DATASOURCE_JDBC_URL: jdbc(POOL), QUARKUS_DATASOURCE_USERNAME: "quarkus" },
    { FLYWAY_URL: jdbc(POOL), FLYWAY_USER: "postgres" },
    { LARAVEL_DATABASE_URL: NO_TENANT.replace("postgresql:", "pgsql:") },
  ),
  ...alone(
    LOCAL,
    { GITEA__database__DB_TYPE: "postgres", GITEA__database__HOST: "localhost:5432" },
    { KC_DB: "postgres", KC_DB_URL: "jdbc:postgresql://localhost:5432/keycloak" },
    { AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: HERE.replace("postgresql:", "postgresql+psycopg2:") },
    { AUTHENTIK_POSTGRESQL__HOST: "localhost" },
    { AUTHENTIK_REDIS__HOST: "localhost" },
    { LISTMONK_db__host: "localhost" },
    { MM_SQLSETTINGS_DATASOURCE: HERE },
    { PGRST_DB_URI: HERE },
    { HASURA_GRAPHQL_METADATA_DATABASE_URL: HERE },
    { MB_DB_TYPE: "postgres", MB_DB_HOST: "localhost" },
    { DATABASE_CLIENT: "postgres", DATABASE_HOST: "127.0.0.1" },
    { database__client: "mysql", database__connection__host: "localhost" },
    { WORDPRESS_DB_HOST: "127.0.0.1:3306" },
    { FLYWAY_URL: "jdbc:postgresql://localhost:5432/app" },
    { QUEUE_BULL_REDIS_HOST: "localhost" },
    { PAPERLESS_REDIS: "redis://localhost:6379" },
    { BROKER_URL: "redis://broker:6379" },
    { ELASTICSEARCH_NODE: "http://localhost:9200" },
    { MEILISEARCH_HOST: "http://localhost:7700" },
    { QDRANT_URL: "http://localhost:6333" },
    { CLICKHOUSE_URL: "http://localhost:8123" },
    { MINIO_ENDPOINT: "localhost:9000" },
    { TEMPORAL_ADDRESS: "localhost:7233" },
    { NATS_URL: "nats://localhost:4222" },
    { SOLR_URL: "http://127.0.0.1:8983/solr/app" },
    { INFLUXDB_URL: "http://localhost:8086" },
    { MQTT_BROKER_URL: "mqtt://localhost:1883" },
    { OLLAMA_BASE_URL: "http://localhost:11434" },
  ),
  ...alone(
    ANY,
    { ZIPKIN_BASE_URL: "http://localhost:9411" },
    { SELENIUM_REMOTE_URL: "http://localhost:4444/wd/hub" },
    { LDAP_URL: "ldap://localhost:389" },
    { VAULT_ADDR: "http://127.0.0.1:8200" },
    { KEYCLOAK_URL: "http://localhost:8080" },
    { GOTENBERG_URL: "http://localhost:3000" },
    { SCHEMA_REGISTRY_URL: "http://localhost:8081" },
  ),
  ...of(TLS, { MB_DB_CONNECTION_URI: jdbc(POOL, `?sslmode=disable&user=app.${REF}`) }),
  ...alone(MODE, { AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: SIX.replace("postgresql:", "postgresql+asyncpg:") }),
];

export const TEAMS_PRODUCTS_SOUND: readonly SealedCase[] = [
  ...of(
    undefined,
    { GITEA__database__DB_TYPE: "postgres", GITEA__database__HOST: `${POOL}:5432` },
    { GITEA__database__DB_TYPE: "sqlite3", GITEA__database__PATH: "/data/gitea.db" },
    { KC_DB: "postgres", KC_DB_URL: jdbc(POOL), KC_DB_USERNAME: `app.${REF}` },
    { DB_TYPE: "postgresdb", DB_POSTGRESDB_HOST: POOL, DB_POSTGRESDB_USER: `app.${REF}` },
    { DB_TYPE: "sqlite", DB_SQLITE_VACUUM_ON_STARTUP: "true" },
    { AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: TENANTS.replace("postgresql:", "postgresql+psycopg2:") },
    { AUTHENTIK_POSTGRESQL__HOST: POOL, AUTHENTIK_POSTGRESQL__USER: `app.${REF}` },
    { LISTMONK_db__host: "db.acme.io", LISTMONK_db__user: "listmonk" },
    { MM_SQLSETTINGS_DRIVERNAME: "postgres", MM_SQLSETTINGS_DATASOURCE: `${TENANTS}?sslmode=require` },
    { DB_CLIENT: "pg", DB_HOST: POOL, DB_USER: `app.${REF}` },
    { DB_CLIENT: "sqlite3", DB_FILENAME: "/data/app.db" },
    { PGRST_DB_URI: TENANTS },
    { HASURA_GRAPHQL_DATABASE_URL: TENANTS, HASURA_GRAPHQL_METADATA_DATABASE_URL: TENANTS },
    { MB_DB_TYPE: "postgres", MB_DB_CONNECTION_URI: jdbc(POOL, `?user=app.${REF}&password=k3JqL9vX`) },
    { GF_DATABASE_TYPE: "sqlite3", GF_DATABASE_PATH: "/var/lib/grafana/grafana.db" },
    { PAPERLESS_DBHOST: "db.acme.io", PAPERLESS_REDIS: "redis://red-d0made0up0example0q:6379" },
    { database__client: "mysql", database__connection__host: "mysql.acme.io" },
    { WORDPRESS_DB_HOST: "mysql.acme.io:3306" },
    { FLYWAY_URL: jdbc(POOL), FLYWAY_USER: `app.${REF}` },
    { LARAVEL_DATABASE_URL: TENANTS.replace("postgresql:", "pgsql:") },
    { DJANGO_DATABASE_URL: TENANTS.replace("postgresql:", "psql:") },
  ),
  ...alone(
    undefined,
    { KAFKA_BROKERS: "b-1.acme.io:9092,b-2.acme.io:9092" },
    { ELASTICSEARCH_NODE: "https://acme.es.eu-central-1.aws.found.io:9243" },
    { MEILISEARCH_HOST: "http://search:7700" },
    { QDRANT_URL: "https://6c1f0b8e.eu-central.aws.cloud.qdrant.io:6333" },
    { MINIO_ENDPOINT: "s3.eu-central-1.amazonaws.com" },
    { TEMPORAL_ADDRESS: "acme.a1b2c.tmprl.cloud:7233" },
    { VAULT_ADDR: "https://vault.acme.io:8200" },
    { OLLAMA_BASE_URL: "https://ollama.acme.io" },
    { KEYCLOAK_URL: "https://auth.acme.io", KEYCLOAK_REALM: "acme" },
    { STATSD_HOST: "localhost", STATSD_PORT: "8125" },
    { DD_AGENT_HOST: "localhost" },
    { JAEGER_AGENT_HOST: "localhost" },
    { OTEL_EXPORTER_OTLP_ENDPOINT: "http://localhost:4318" },
    { HOSTNAME: "localhost.acme.io" },
    { SELF_URL: "http://localhost:8000" },
    { ADMIN_URL: "http://127.0.0.1:8000/admin" },
    { POSTGRES_HOST_AUTH_METHOD: "trust", DATABASE_URL: TENANTS },
    { CELERY_BROKER_URL: "sqs://", CELERY_RESULT_BACKEND: "django-db" },
    { CACHE_URL: "locmemcache://", EMAIL_URL: "consolemail://" },
    { CACHE_URL: "dummycache://" },
    { REDIS_URL: "unix:///run/redis.sock" },
  ),
];
