import { itJudges, type JudgedCase } from "../../judged-case";
import type { Files } from "../../written-folder";

const CODE: Files = {
  Dockerfile: 'FROM node:22\nCOPY . .\nENV PORT=3000\nCMD ["node", "server.js"]\n',
  "server.js": 'require("express")().listen(process.env.PORT);\n',
};
const COMPOSE = (
  app: readonly string[],
  rest: readonly string[],
  name = "docker-compose.prod.yml",
): Files => ({
  [name]: `services:\n  app:\n    build: .\n    ports: ["3000:3000"]\n${[...app.map((line) => `    ${line}`), ...rest.map((line) => `  ${line}`)].join("\n")}\n`,
  ...CODE,
});
const url = (value: string): readonly string[] => ["environment:", `  DATABASE_URL: ${value}`];
const DATABASE = ["database:", "  image: postgres:17"];
const RULE = "service/unknown-peer";
const FOUND = `error ${RULE} docker-compose.prod.yml:6`;

const FAULTY: readonly JudgedCase[] = [
  {
    title: "a database under another name",
    files: COMPOSE(url("postgres://u:p@db:5432/app"), DATABASE),
    told: [FOUND],
  },
  {
    title: "SQLAlchemy's scheme",
    files: COMPOSE(url("postgresql+asyncpg://u:p@postgres/app"), DATABASE),
    told: [FOUND],
  },
  {
    title: "Redis under another name",
    files: COMPOSE(
      ["environment:", "  REDIS_URL: redis://cache:6379/0"],
      ["redis:", "  image: redis:7-alpine"],
    ),
    told: [FOUND],
  },
  {
    title: "MySQL, and a host by itself",
    files: COMPOSE(["environment:", "  MYSQL_HOST: db"], ["mysql:", "  image: mysql:8"]),
    told: [FOUND],
  },
  {
    title: "a list of variables",
    files: COMPOSE(["environment:", "  - DB_HOST=postgres"], DATABASE),
    told: [FOUND],
  },
  {
    title: "RabbitMQ",
    files: COMPOSE(
      ["environment:", "  AMQP_URL: amqp://u:p@mq:5672"],
      ["rabbitmq:", "  image: rabbitmq:4-management"],
    ),
    told: [FOUND],
  },
  {
    title: "an env file that is committed",
    files: {
      ...COMPOSE(["env_file: prod.env"], DATABASE),
      "prod.env": "A=1\nDATABASE_URL=postgres://u:p@db:5432/app\n",
    },
    told: [`error ${RULE} prod.env:2`],
  },
  {
    title: "an own image that is built upon PostgreSQL's",
    files: COMPOSE(url("postgres://u:p@db:5432/app"), ["storage:", "  image: pgvector/pgvector:pg17"]),
    told: [FOUND],
  },
  {
    title: "one of two databases that no service asks",
    files: COMPOSE(url("postgres://u:p@primary:5432/app"), [...DATABASE, "cache:", "  image: redis:7"]),
    told: [FOUND],
  },
];

const SOUND: readonly JudgedCase[] = [
  {
    title: "the service's own name",
    ...{ files: COMPOSE(url("postgres://u:p@database:5432/app"), DATABASE) },
  },
  { title: "a host elsewhere", files: COMPOSE(url("postgres://u:p@db.acme.io:5432/app"), DATABASE) },
  {
    title: "a container's name",
    files: COMPOSE(url("postgres://u:p@db:5432/app"), [...DATABASE, "  container_name: db"]),
  },
  {
    title: "a host name",
    files: COMPOSE(url("postgres://u:p@db:5432/app"), [...DATABASE, "  hostname: db"]),
  },
  {
    title: "an alias",
    files: COMPOSE(url("postgres://u:p@db:5432/app"), [
      ...DATABASE,
      "  networks:",
      "    default:",
      "      aliases: [db]",
    ]),
  },
  {
    title: "a link with another name",
    files: COMPOSE([...url("postgres://u:p@db:5432/app"), 'links: ["database:db"]'], DATABASE),
  },
  {
    title: "a name for an address",
    files: COMPOSE([...url("postgres://u:p@db:5432/app"), 'extra_hosts: ["db:10.0.0.5"]'], DATABASE),
  },
  {
    title: "a network of another project",
    files: {
      ...COMPOSE([...url("postgres://u:p@db:5432/app"), "networks: [shared]"], [...DATABASE]),
      "docker-compose.prod.yml": `${COMPOSE([...url("postgres://u:p@db:5432/app"), "networks: [shared]"], DATABASE)["docker-compose.prod.yml"]}networks:\n  shared:\n    external: true\n`,
    },
  },
  {
    title: "a service of the file below it",
    files: {
      ...COMPOSE(url("postgres://u:p@db:5432/app"), DATABASE),
      "docker-compose.yml": "services:\n  db:\n    image: postgres:17\n",
    },
  },
  {
    title: "the machine's own network",
    files: COMPOSE([...url("postgres://u:p@db:5432/app"), "network_mode: host"], DATABASE),
  },
  { title: "a value that is not known", files: COMPOSE(url("postgres://u:p@${DB_HOST}:5432/app"), DATABASE) },
  {
    title: "no database in the file",
    files: COMPOSE(url("postgres://u:p@db:5432/app"), ["cache:", "  image: redis:7"]),
  },
  {
    title: "a service that is included",
    files: {
      ...COMPOSE(url("postgres://u:p@db:5432/app"), DATABASE),
      "docker-compose.prod.yml": `include:\n  - path: ../infra/compose.yaml\n${COMPOSE(url("postgres://u:p@db:5432/app"), DATABASE)["docker-compose.prod.yml"]}`,
    },
  },
  {
    title: "a database of another kind",
    files: COMPOSE(url("postgres://u:p@db:5432/app"), ["store:", "  image: mongo:8"]),
  },
].map((one) => ({ ...one, told: [], silent: [RULE] }));

describe("a host in a compose file", () => {
  itJudges(FAULTY, "is found where no service is called so");
  itJudges(SOUND, "is left alone");
});
