export const EXPRESS = 'require("express")().listen(process.env.PORT);\n';
export const MAIN = "from fastapi import FastAPI\n\napp = FastAPI()\n";
export const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;
/** A Blueprint of one service that Render builds from a Dockerfile. */
export const render = (...more: readonly string[]): string =>
  lines(
    ...["services:", "  - type: web", "    name: shop", "    runtime: docker", "    plan: starter"],
    ...["    healthCheckPath: /health", ...more.map((line) => `    ${line}`)],
  );
export const compose = (...build: readonly string[]): string =>
  lines("services:", "  web:", ...build.map((line) => `    ${line}`));
export const PYTHON = {
  "requirements.txt": "fastapi==0.115.0\nuvicorn==0.34.0\n",
  "main.py": MAIN,
};
export const UVICORN = 'CMD ["sh", "-c", "uvicorn main:app --host 0.0.0.0 --port $PORT"]';
export const python = (...more: readonly string[]): string =>
  lines("FROM python:3.13-slim", "WORKDIR /app", ...more, UVICORN);
export const node = (...more: readonly string[]): string =>
  lines("FROM node:22-slim", "WORKDIR /app", ...more, 'CMD ["node", "server.js"]');
export const NODE = { "package.json": '{ "dependencies": { "express": "5.1.0" } }\n', "server.js": EXPRESS };
export const GO_MAIN = {
  "main.go":
    'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n\thttp.ListenAndServe(":"+os.Getenv("PORT"), nil)\n}\n',
};
export const under = (folder: string, files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
