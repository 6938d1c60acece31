export const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;
export const FLY = lines(
  'app = "elm"',
  'primary_region = "fra"',
  "",
  "[http_service]",
  "  internal_port = 8080",
);

/** A package of Node, with what its package.json says beside its script. */
export const packageOf = (start: string, more = '"type": "module", '): string =>
  `{ ${more}"scripts": { "start": "${start}" }, "dependencies": { "express": "5.1.0" } }\n`;
export const RENDER_NODE = lines(
  ...["services:", "  - type: web", "    name: elm", "    runtime: node", "    plan: starter"],
  ...["    healthCheckPath: /health", "    buildCommand: npm install", "    startCommand: npm start"],
);
export const LISTENS = 'require("express")().listen(process.env.PORT);\n';

/** A compose file of an API that waits for the health of another service. */
export const waiting = (other: readonly string[], more: readonly string[] = []): string =>
  lines(
    ...["services:", "  api:", "    image: node:22", "    command: node -e 0", "    depends_on:"],
    ...["      store:", "        condition: service_healthy", "  store:"],
    ...other.map((line) => `    ${line}`),
    ...more,
  );
export const CHECK: readonly string[] = ["healthcheck:", "  test: [CMD, pg_isready]"];

/** An app at Fly with groups of processes, and what its service says. */
export const groups = (names: readonly string[], ...service: readonly string[]): string =>
  lines(
    'app = "elm"',
    "[processes]",
    ...names.map((name) => `  ${name} = "node ${name}.js"`),
    "[http_service]",
    "  internal_port = 8080",
    ...service,
  );
export const SERVES = 'import http from "node:http";\n\nhttp.createServer().listen(8080, "0.0.0.0");\n';
export const NODE_IMAGE = lines("FROM node:22-slim", "WORKDIR /srv", "COPY . .", 'CMD ["node", "app.js"]');
export const appOf = (manifest: string, ...names: readonly string[]): Record<string, string> => ({
  "fly.toml": manifest,
  Dockerfile: NODE_IMAGE,
  "package.json": '{ "type": "module" }\n',
  ...Object.fromEntries(["app", ...names].map((name) => [`${name}.js`, SERVES])),
});

/** An image of Next, built in one stage and copied into the next. */
export const nextImage = (copies: readonly string[], ...before: readonly string[]): string =>
  lines(
    ...[
      "FROM node:22-alpine AS build",
      "WORKDIR /app",
      ...before,
      "COPY . .",
      "RUN npm install && npm run build",
    ],
    ...["FROM node:22-alpine", "WORKDIR /app", "ENV HOSTNAME=0.0.0.0 PORT=8080", ...copies],
    'CMD ["node", "server.js"]',
  );
export const STANDALONE = "COPY --from=build /app/.next/standalone ./";
export const NEXT = {
  "fly.toml": FLY,
  "package.json":
    '{ "scripts": { "build": "next build" }, "dependencies": { "next": "15.4.4", "react": "19.1.0", "react-dom": "19.1.0" } }\n',
  "app/page.jsx": "export default () => <p>elm</p>;\n",
};

/** A service at Railway that is started in an image. */
export const railway = (command: string, build = '"builder": "DOCKERFILE"'): Record<string, string> => ({
  "railway.json": lines(
    "{",
    `  "build": { ${build} },`,
    `  "deploy": { "startCommand": ${JSON.stringify(command)} }`,
    "}",
  ),
  Dockerfile: lines(
    ...[
      "FROM python:3.13-slim",
      "WORKDIR /srv",
      "COPY requirements.txt .",
      "RUN pip install -r requirements.txt",
    ],
    "COPY main.py .",
  ),
  "requirements.txt":
    "starlette==0.47.2\nuvicorn==0.35.0\ngunicorn==23.0.0\nhypercorn==0.17.3\ngranian==2.5.0\nflask==3.1.1\ndaphne==4.2.1\n",
  "main.py": "from starlette.applications import Starlette\n\napp = Starlette()\n",
});
