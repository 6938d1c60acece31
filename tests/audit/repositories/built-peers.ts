import type { FaultyRepository, SmallRepository } from "./repository";

type Files = SmallRepository["files"];

const FRONT: Files = {
  "front/Dockerfile": 'FROM node:22-alpine\nWORKDIR /front\nCOPY server.mjs .\nCMD ["node", "server.mjs"]\n',
  "front/server.mjs":
    'import { createServer } from "node:http";\ncreateServer(async (_, to) => to.end(await (await fetch(process.env.API_URL)).text())).listen(8080, "0.0.0.0");\n',
};
const GO = (address: string): Files => ({
  "api/Dockerfile":
    'FROM golang:1.24 AS build\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /api .\n\nFROM alpine:3.22\nCOPY --from=build /api /api\nCMD ["/api"]\n',
  "api/go.mod": "module example.org/api\n\ngo 1.24\n",
  "api/main.go": `package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.ListenAndServe("${address}", nil)\n}\n`,
});
const PYTHON: Files = {
  "api/Dockerfile":
    'FROM python:3.13\nWORKDIR /app\nCOPY . .\nRUN pip install uvicorn\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
  "api/main.py": "app = object()\n",
};
const NODE: Files = {
  "api/Dockerfile": 'FROM node:22-alpine\nWORKDIR /api\nCOPY server.mjs .\nCMD ["node", "server.mjs"]\n',
  "api/server.mjs":
    'import { createServer } from "node:http";\ncreateServer().listen(process.env.PORT ?? 4100, "0.0.0.0");\n',
};
const COMPOSE = (url: string, api = ""): Files => ({
  ...FRONT,
  "compose.yaml": `services:\n  front:\n    build: front\n    ports: ["8080:8080"]\n    environment:\n      API_URL: ${url}\n  api:\n    build: api\n${api}`,
});

/** Services of one compose file that name each other's ports. */
export const FAULTY_COMPOSE_PEERS: readonly FaultyRepository[] = [
  {
    name: "compose: a port on which a program of Go does not listen",
    files: { ...COMPOSE("http://api:3000"), ...GO(":4100") },
    finds: ["port/peer-mismatch compose.yaml:6"],
  },
  {
    name: "compose: a port that the image's command does not open",
    files: { ...COMPOSE("http://api:3000/v1"), ...PYTHON },
    finds: ["port/peer-mismatch compose.yaml:6"],
  },
];

export const SOUND_COMPOSE_PEERS: readonly SmallRepository[] = [
  { name: "compose: the port of the program", files: { ...COMPOSE("http://api:4100"), ...GO(":4100") } },
  {
    name: "compose: a port that PORT gives to the program",
    files: { ...COMPOSE("http://api:3000", '    environment:\n      PORT: "3000"\n'), ...NODE },
  },
  {
    name: "compose: a port that an env file of each developer may give to the program",
    files: { ...COMPOSE("http://api:3000", "    env_file: .env\n"), ...NODE },
  },
  {
    name: "compose: a port that another command of the service opens",
    files: {
      ...COMPOSE("http://api:3000", "    command: uvicorn main:app --host 0.0.0.0 --port 3000\n"),
      ...PYTHON,
    },
  },
  {
    name: "compose: a host that is no service of the file",
    files: { ...COMPOSE("http://api-gateway:3000"), ...GO(":4100") },
  },
];
