// Longer than 200 lines: one list of faults of places, with the sound repositories beside them.
import { brokered, migrating, rooted } from "./image-and-root-parts";
import { type FaultyRepository, faultyBy, type SmallRepository, sound } from "./repository";

const unmigrated = faultyBy("service/missing-file ");
const repeated = (name: string, files: Record<string, string>): FaultyRepository => ({
  name,
  files,
  finds: ["service/start-command render.yaml:9"],
});
const lost = faultyBy("database/local-host compose.yaml:");
const PYTHON = { runtime: "python", build: "pip install flask gunicorn" };

/** What is looked for at a place where it is not: in an image, below a root directory, in a container. */
export const FAULTY_PLACES: readonly FaultyRepository[] = [
  unmigrated(
    "a release that migrates in an image with the application alone",
    "fly.toml:4",
    migrating(["COPY app ./app"]),
  ),
  unmigrated(
    "a release of an image that lacks alembic.ini beside the migrations",
    "fly.toml:4",
    migrating(["COPY app ./app", "COPY migrations ./migrations"]),
  ),
  unmigrated(
    "a release by Python's module in an image with the application alone",
    "fly.toml:4",
    migrating(["COPY app app"], "python -m alembic upgrade head"),
  ),
  unmigrated(
    "a release with an option of alembic",
    "fly.toml:4",
    migrating(["COPY app/ app/"], "alembic --raiseerr upgrade head"),
  ),
  unmigrated(
    "a release of an image that has alembic.ini in another folder",
    "fly.toml:4",
    migrating(["COPY app ./app", "COPY alembic.ini migrations ./database/"]),
  ),
  unmigrated(
    "a release of an image that lacks the file which it names",
    "fly.toml:4",
    migrating(["COPY app ./app", "COPY migrations ./migrations"], "alembic -c alembic.ini upgrade head"),
  ),
  repeated(
    "Node's file by a path that repeats the root directory",
    rooted("node api/server.js", ["api/server.js"]),
  ),
  repeated(
    "Node's file by a path with a dot that repeats the root directory",
    rooted("node ./api/server.js", ["api/server.js"]),
  ),
  repeated(
    "a file below a folder by a path that repeats the root directory",
    rooted("node api/src/index.js", ["api/src/index.js"]),
  ),
  repeated(
    "Python's file by a path that repeats the root directory",
    rooted("python api/main.py", ["api/main.py"], PYTHON),
  ),
  repeated(
    "a root directory of two folders that is repeated",
    rooted("node services/api/server.js", ["services/api/server.js"], { root: "services/api" }),
  ),
  repeated(
    "a root directory with a slash that is repeated",
    rooted("node api/server.js", ["api/server.js"], { root: "api/" }),
  ),
  lost("a Redis at the worker's own container", 7, brokered("redis:7-alpine", "redis://localhost:6379/0")),
  lost("a Redis at the worker's loopback address", 7, brokered("redis:7", "redis://127.0.0.1:6379/0")),
  lost(
    "a RabbitMQ at the worker's own container",
    7,
    brokered("rabbitmq:4", "amqp://guest:guest@localhost:5672//"),
  ),
  lost(
    "a Valkey at the worker's own container",
    7,
    brokered("valkey/valkey:8", "redis://localhost:6379", { name: "REDIS_URL" }),
  ),
  lost(
    "a broker of Celery's own variable",
    7,
    brokered("redis:7", "redis://localhost:6379/1", { name: "CELERY_BROKER_URL" }),
  ),
  lost(
    "a broker that the worker waits for, at its own container",
    8,
    brokered("redis:7", "redis://localhost", { more: ["depends_on: [broker]"] }),
  ),
  lost(
    "a PostgreSQL at the service's own container, with a password of the machine",
    7,
    brokered("postgres:17", "postgres://app:${DB_PASSWORD}@localhost:5432/app", { name: "DATABASE_URL" }),
  ),
  lost(
    "a MySQL at the service's loopback address, with a client in the image",
    7,
    brokered("mysql:8.4", "mysql://app:${DB_PASSWORD}@127.0.0.1:3306/app", {
      name: "DATABASE_URL",
      dockerfile: ["RUN apt-get update && apt-get install -y default-mysql-client"],
    }),
  ),
];

/** What is at the place where it is looked for. */
export const SOUND_PLACES: readonly SmallRepository[] = [
  sound("a release that migrates in an image with everything", migrating(["COPY . ."])),
  sound(
    "a release of an image with alembic.ini and the migrations",
    migrating(["COPY alembic.ini ./", "COPY migrations ./migrations", "COPY app ./app"]),
  ),
  sound(
    "a release that names the file of another folder",
    migrating(
      ["COPY app ./app", "COPY alembic.ini ./app/", "COPY migrations ./migrations"],
      "alembic -c app/alembic.ini upgrade head",
    ),
  ),
  sound(
    "a release of an image whose step writes alembic.ini",
    migrating([
      "COPY app ./app",
      "COPY migrations ./migrations",
      "RUN printf '[alembic]\\nscript_location = migrations\\n' > alembic.ini",
    ]),
  ),
  sound(
    "a release that goes to the folder of alembic.ini",
    migrating(
      ["COPY app ./app", "COPY alembic.ini ./database/", "COPY migrations ./database/migrations"],
      "sh -c 'cd database && alembic upgrade head'",
    ),
  ),
  sound("a release of an image that is built upon one of its own", {
    ...migrating(["COPY app ./app"]),
    Dockerfile:
      'FROM registry.example.org/elm/base:3\nWORKDIR /srv\nCOPY app ./app\nCMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--port", "8080"]\n',
  }),
  sound(
    "a release by alembic's settings in pyproject.toml",
    migrating(
      ["COPY app ./app", "COPY pyproject.toml ./", "COPY migrations ./migrations"],
      "alembic upgrade head",
      { "pyproject.toml": '[tool.alembic]\nscript_location = "migrations"\n' },
    ),
  ),
  sound("a path from the root directory", rooted("node server.js", ["api/server.js"])),
  sound(
    "a folder of the root directory's name within it",
    rooted("node api/server.js", ["api/api/server.js"]),
  ),
  sound(
    "a file that the build puts below the root directory's name",
    rooted("node api/server.js", ["api/server.js"], {
      build: "npm install && mkdir -p api && cp server.js api/",
    }),
  ),
  sound("a command that goes up first", rooted("cd .. && node api/server.js", ["api/server.js"])),
  sound(
    "a build that is a script",
    rooted("node api/server.js", ["api/server.js"], { build: "npm install && npm run build" }),
  ),
  sound("Python's file from the root directory", rooted("python main.py", ["api/main.py"], PYTHON)),
  sound("a Redis by its service's name", brokered("redis:7-alpine", "redis://broker:6379/0")),
  sound(
    "a Redis on the machine's network",
    brokered("redis:7", "redis://localhost:6379/0", { more: ["network_mode: host"] }),
  ),
  sound(
    "a Redis within the image",
    brokered("redis:7", "redis://localhost:6379/0", {
      dockerfile: ["RUN apt-get update && apt-get install -y redis-server supervisor"],
    }),
  ),
  sound(
    "a worker in the network of its broker",
    brokered("redis:7", "redis://localhost:6379/0", { more: ['network_mode: "service:broker"'] }),
  ),
  sound("a RabbitMQ by its service's name", brokered("rabbitmq:4", "amqp://guest:guest@broker:5672//")),
  sound(
    "a variable of a page that asks the machine's own port",
    brokered("redis:7", "http://localhost:3000", { name: "SITE_URL" }),
  ),
  sound("a Redis at the machine itself", brokered("redis:7", "redis://host.docker.internal:6379/0")),
  sound(
    "a PostgreSQL by its service's name",
    brokered("postgres:17", "postgres://app:${DB_PASSWORD}@broker:5432/app", { name: "DATABASE_URL" }),
  ),
  sound(
    "a PostgreSQL within the image",
    brokered("postgres:17", "postgres://app:${DB_PASSWORD}@localhost:5432/app", {
      name: "DATABASE_URL",
      dockerfile: ["RUN apt-get update && apt-get install -y postgresql"],
    }),
  ),
  sound(
    "a PostgreSQL on the machine's network",
    brokered("postgres:17", "postgres://app:${DB_PASSWORD}@localhost:5432/app", {
      name: "DATABASE_URL",
      more: ["network_mode: host"],
    }),
  ),
  sound(
    "a test's PostgreSQL",
    brokered("postgres:17", "postgres://app:${DB_PASSWORD}@localhost:5432/app", {
      name: "TEST_DATABASE_URL",
    }),
  ),
];
