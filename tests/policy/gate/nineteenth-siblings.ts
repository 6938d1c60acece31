import {
  brokenBy,
  brokenWeb,
  IPV6,
  LOCAL,
  LOOPBACK,
  MALFORMED,
  PLACEHOLDER,
  PORT,
  soundBy,
  soundWeb,
  TENANT,
} from "./batch";
import type { SealedCase } from "./sealed";
import { bare, DIRECT, POOL, REF, SESSION, url } from "./written";

const LOCAL_URL = "postgresql://app:k3JqL9vX@localhost:5432/app";
const APP = "gunicorn main:app -b 127.0.0.1:8000";

/** What is of a kind with the nineteenth batch's missed ones, and passed without a word before. */
export const NEXT_TO_NINETEENTH: readonly SealedCase[] = [
  // A program beside the server, of which nothing is known: undecided.
  brokenWeb(LOOPBACK, `./bin/front & exec ${APP}`),
  brokenWeb(LOOPBACK, `envoy -c envoy.yaml & ${APP}`),
  brokenWeb(PORT, `node worker.js & ${APP}`),
  brokenWeb(LOOPBACK, "uvicorn main:app --uds /tmp/app.sock & ./bin/front"),
  brokenWeb(LOOPBACK, `./bin/front & exec ${APP}`, { kind: "private" }),
  brokenWeb(LOOPBACK, `ssh -N -R 80:localhost:8000 tunnel@acme.io & ${APP}`),
  // One that takes no request for it.
  brokenWeb(LOOPBACK, `redis-server --save "" & ${APP}`),
  brokenWeb(LOOPBACK, `./cloud-sql-proxy acme:europe-west3:main & ${APP}`),
  brokenWeb(LOOPBACK, `tailscaled --tun=userspace-networking & ${APP}`),
  brokenWeb(LOOPBACK, `litestream replicate -config litestream.yml & ${APP}`),
  // A command that a tool takes as one word.
  brokenWeb(LOOPBACK, `consul-template -config app.hcl -exec '${APP}'`),
  brokenWeb(PORT, 'litestream replicate -exec="uvicorn main:app --host 0.0.0.0 --port 9000"'),
  brokenWeb(PORT, "litestream replicate -exec 'uvicorn main:app --host 0.0.0.0 --port $PORT'"),
  // A database's address under another name, or with its port.
  brokenBy(IPV6, { DB_ENDPOINT: DIRECT, DB_USER: "postgres" }, bare),
  brokenBy(IPV6, { SUPABASE_HOST: DIRECT }, bare),
  brokenBy(IPV6, { DB_ADDR: `${DIRECT}:5432` }, bare),
  brokenBy(TENANT, { DB_URL: `${POOL}:5432/postgres`, DB_USER: "postgres" }, bare),
  brokenBy(LOCAL, { GF_DATABASE_HOST: "127.0.0.1:5432", GF_DATABASE_TYPE: "postgres" }, bare),
  brokenBy(LOCAL, { DB_CONNECTION: "mysql", DB_HOST: "127.0.0.1", DB_PORT: "3306" }, bare),
  brokenBy(LOCAL, { DB_HOST: "db:3306" }, bare),
  brokenBy(MALFORMED, { DATABASE_URL: `${url(`app.${REF}`, `${POOL}:5432/postgres`)},` }),
  brokenBy(MALFORMED, { DATABASE_URL: `${url(`app.${REF}`, `${POOL}:5432/postgres`)}&sslmode=require` }),
  brokenBy(LOCAL, { DEVICE_DATABASE_URL: LOCAL_URL }),
  brokenBy(PLACEHOLDER, { TEST_API_KEY: "changeme" }),
  brokenBy(PLACEHOLDER, { DB_PASSWORD: "test" }),
  brokenBy(PLACEHOLDER, { DATABASE_URL: `postgresql://\${DB_USER}:\${DB_PASS}@${POOL}:5432/postgres` }),
];

/** Sound ones next to them. */
export const SOUND_NEXT_TO_NINETEENTH: readonly SealedCase[] = [
  soundWeb("./bin/front --listen 0.0.0.0:8000 & exec gunicorn main:app -b 127.0.0.1:9000"),
  soundWeb("redis-server --save '' & exec gunicorn main:app -b 0.0.0.0:$PORT"),
  soundWeb("otelcol --config collector.yaml & uvicorn main:app --host 0.0.0.0 --port $PORT"),
  soundWeb("litestream replicate -exec \"sh -c 'gunicorn main:app -b 0.0.0.0:$PORT'\""),
  soundWeb("consul-template -config app.hcl -exec 'gunicorn main:app -b 0.0.0.0:$PORT'"),
  soundWeb("litestream replicate -config litestream.yml -exec ./bin/start"),
  soundBy({ DB_HOST: `${POOL}:5432`, DB_USER: `app.${REF}`, DB_NAME: "postgres" }, bare),
  soundBy({ DB_CONNECTION: "sqlite", DB_HOST: "127.0.0.1" }, bare),
  soundBy(
    { DB_CONNECTION: "mysql", DB_HOST: "127.0.0.1", DB_URL: "mysql://app:k3JqL9vX@db.acme.io/app" },
    bare,
  ),
  soundBy({ SUPABASE_POOLER_HOST: POOL, DATABASE_URL: SESSION }),
  soundWeb("./cloud-sql-proxy acme:eu:main --port 3306 & exec gunicorn main:app -b 0.0.0.0:$PORT", {
    ...bare,
    variables: { DB_CONNECTION: "mysql", DB_HOST: "127.0.0.1" },
  }),
  soundWeb("ssh -fN -L 6379:cache:6379 tunnel@acme.io && exec gunicorn main:app -b 0.0.0.0:$PORT", {
    variables: { REDIS_URL: "redis://localhost:6379/0" },
  }),
  soundBy({ DATABASE_URL: SESSION, SHADOW_DATABASE_URL: LOCAL_URL }),
  soundBy({ DATABASE_URL: SESSION, DATABASE_URL_LOCAL: LOCAL_URL }),
  soundBy({ DATABASE_URL: SESSION, DEV_DATABASE_URL: LOCAL_URL }),
  soundBy({ DATABASE_URL: SESSION, TEST_USER_PASSWORD: "test", DEMO_PASSWORD: "demo" }),
  soundBy({ MAIL_HOST: "127.0.0.1", MAIL_MAILER: "log" }),
];
