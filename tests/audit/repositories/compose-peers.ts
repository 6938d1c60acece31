import type { FaultyRepository, SmallRepository } from "./repository";

const IMAGE = 'FROM node:22\nWORKDIR /app\nCOPY . .\nENV PORT=3000\nCMD ["node", "server.js"]\n';
const FILES = { Dockerfile: IMAGE, "server.js": 'require("express")().listen(process.env.PORT);\n' };
const compose = (ports: string, url: string): string =>
  `services:\n  app:\n    build: .\n    ports: ["3000:3000"]\n    environment:\n      DATABASE_URL: ${url}\n  db:\n    image: postgres:17\n    ports:\n      - ${ports}\n`;

export const FAULTY_PEERS: readonly FaultyRepository[] = [
  {
    name: "compose: a database that is asked on the port that the machine sees",
    files: { "compose.yaml": compose('"5433:5432"', "postgresql://app:app@db:5433/app"), ...FILES },
    finds: ["port/peer-mismatch compose.yaml:6"],
  },
  {
    name: "compose: the same on one address, with host and port by themselves",
    files: {
      "compose.yaml": compose('"127.0.0.1:15432:5432"', "x").replace(
        "DATABASE_URL: x",
        'DB_HOST: db\n      DB_PORT: "15432"',
      ),
      ...FILES,
    },
    finds: ["port/peer-mismatch compose.yaml:7"],
  },
];

export const SOUND_PEERS: readonly SmallRepository[] = [
  {
    name: "compose: a database that is asked on its container's port",
    files: { "compose.yaml": compose('"5433:5432"', "postgresql://app:app@db:5432/app"), ...FILES },
  },
  {
    name: "compose: a port that is published under its own number too",
    files: {
      "compose.yaml": compose('"5433:5432"\n      - "5433:5433"', "postgresql://app:app@db:5433/app"),
      ...FILES,
    },
  },
  {
    name: "compose: a database of the machine, by its published port",
    files: {
      "compose.yaml": compose('"5433:5432"', "postgresql://app:app@host.docker.internal:5433/app"),
      ...FILES,
    },
  },
];
