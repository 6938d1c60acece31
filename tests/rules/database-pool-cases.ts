import { type Fact, known } from "../../domain";
import { type Cases, connection, driver, POOLER, REF, render, start, variable } from "./facts";

const UVICORN = "uvicorn main:app --host 0.0.0.0 --port $PORT";
const instances = (count: number): Fact => ({
  ...render,
  kind: "platform",
  platform: "render",
  instances: count,
});
const pool = (max: string, port = 5432): Fact => connection({ port, settings: { max_size: max } });
const alchemy = (settings: Record<string, string>): Fact =>
  connection({ driver: "sqlalchemy-asyncpg", parameters: { ssl: "require" }, settings });
const direct = { host: `db.${REF}.supabase.co`, user: "postgres" };
const schema = (key: string): Fact => ({
  kind: "wanted-variable",
  place: { source: "file", file: "schema.prisma", line: 3, column: 3, key },
  name: key.toUpperCase(),
  required: known(true),
});
const prisma: Fact = {
  ...driver("prisma"),
  kind: "driver",
  driver: known("prisma"),
  driverSettings: known({}),
  place: { source: "file", file: "schema.prisma", line: 2, column: 3 },
};
const transaction = variable("DATABASE_URL", `postgresql://u.${REF}:p@${POOLER}:6543/d?pgbouncer=true`);
const session = variable("DIRECT_URL", `postgresql://u.${REF}:p@${POOLER}:5432/d`);

export const POOL_CASES: Cases = {
  "database/pool-size": [
    ["nobody says a size", [connection({}), start(`${UVICORN} --workers 8`)], undefined],
    ["exactly session mode's fifteen", [pool("15")], undefined],
    ["two workers with five each", [pool("5"), start(`${UVICORN} --workers 2`)], undefined],
    ["another server", [connection({ host: "db.acme.com", settings: { max_size: "50" } })], undefined],
    ["transaction mode takes two hundred", [pool("50", 6543), start(`${UVICORN} --workers 4`)], undefined],
    ["SQLAlchemy's NullPool", [alchemy({ pool_size: "50", poolclass: "NullPool" })], undefined],
    ["an overflow without end", [alchemy({ pool_size: "5", max_overflow: "-1" })], undefined],
    [
      "workers of what reads no WEB_CONCURRENCY",
      [pool("10"), start("node server.js"), variable("WEB_CONCURRENCY", "4")],
      undefined,
    ],
    ["more than fifteen in session mode", [pool("16")], /^16$/],
    ["two workers with ten each", [pool("10"), start(`${UVICORN} --workers 2`)], /^20 \(2 processes/],
    ["gunicorn's short flag", [pool("10"), start("gunicorn -w 4 main:app")], /^40 \(4 processes/],
    ["WEB_CONCURRENCY", [pool("10"), start(UVICORN), variable("WEB_CONCURRENCY", "3")], /^30 \(3 processes/],
    [
      "instances times workers",
      [pool("4"), start(`${UVICORN} --workers=2`), instances(3)],
      /^24 \(6 processes/,
    ],
    ["SQLAlchemy with its own overflow", [alchemy({ pool_size: "10" })], /^20$/],
    ["SQLAlchemy with another overflow", [alchemy({ pool_size: "10", max_overflow: "20" })], /^30$/],
    [
      "Prisma's limit in the URL",
      [connection({ driver: "prisma", parameters: { connection_limit: "20" } })],
      /^20$/,
    ],
    ["node-postgres", [connection({ driver: "node-postgres", settings: { max: "20" } })], /^20$/],
    [
      "more than the smallest database takes",
      [connection({ ...direct, settings: { max_size: "80" } })],
      /^80$/,
    ],
    ["more than any takes", [connection({ ...direct, settings: { max_size: "600" } })], /^600$/],
  ],
  "database/dedicated-pooler": [
    ["the shared pooler", [connection({ port: 6543 })], undefined],
    ["the direct host", [connection(direct)], undefined],
    ["port 6543 of the direct host", [connection({ ...direct, port: 6543 })], /:6543`$/],
  ],
  "database/direct-for-migrations": [
    ["no migration", [transaction, start(UVICORN)], undefined],
    ["migrations in session mode", [session, start(`alembic upgrade head && ${UVICORN}`)], undefined],
    [
      "a connection of their own",
      [transaction, session, start(`alembic upgrade head && ${UVICORN}`)],
      undefined,
    ],
    ["Prisma with directUrl", [transaction, prisma, schema("url"), schema("directUrl")], undefined],
    ["a seed that is no migration", [transaction, start("python manage.py loaddata a")], undefined],
    ["alembic", [transaction, start(`alembic upgrade head && ${UVICORN}`)], /transaction mode alone/],
    [
      "alembic with a file of settings",
      [transaction, start("alembic -c a.ini upgrade head")],
      /transaction mode alone/,
    ],
    [
      "Prisma, before the server starts",
      [transaction, start("npx prisma migrate deploy && node a.js")],
      /transaction/,
    ],
    ["Prisma without directUrl", [transaction, prisma, schema("url")], /transaction mode alone/],
  ],
};
