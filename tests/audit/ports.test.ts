import assert from "node:assert/strict";
import { auditFolder } from "../../audit";
import { type Files, inFolder } from "./written-folder";

/** Every finding about ports: its severity, its rule, its place, what is expected there, and of which environments. */
async function told(files: Files): Promise<readonly string[]> {
  const { findings } = await inFolder(files, (folder) => auditFolder(folder));
  return findings.flatMap(({ severity, rule, place, expected, environments }) => {
    if (!rule.startsWith("port/") || place.source !== "file") return [];
    const port = /^\S*\d/.exec(expected)?.[0] ?? expected;
    return [`${severity} ${rule} ${place.file}:${place.line} ${port} ${environments.join(",")}`.trim()];
  });
}

const FOLLOWING = "FROM python:3.12\nEXPOSE 8000\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n";
const LITERAL = "FROM python:3.12\nEXPOSE 8000\nCMD uvicorn main:app --host 0.0.0.0 --port 8000\n";

/** A Blueprint of one web service. */
const blueprint = (runtime: string, port: string | undefined, more = ""): string =>
  [
    "services:",
    `  - { type: web, name: shop, runtime: ${runtime}, healthCheckPath: /health, ${more}`,
    `      envVars: [${port === undefined ? "" : `{ key: PORT, value: "${port}" }`}] }`,
    "",
  ].join("\n");

const compose = (port: number): string => `services:\n  web:\n    build: .\n    ports: ["${port}:${port}"]\n`;

/** A stack of one service, with the port that it declares and the one that it states as its standard. */
const stack = (port: number, standard?: number): string =>
  [
    "config:",
    ...(standard === undefined ? [] : [`  portcullis:standardPort: ${standard}`]),
    `  portcullis:service: { name: shop, start: node server.js, port: ${port} }`,
    "",
  ].join("\n");

const SOUND: Readonly<Record<string, Files>> = {
  "a stack's own standard port": { "infra/Pulumi.production.yaml": stack(3000, 3000) },
  "one port everywhere": {
    Dockerfile: LITERAL,
    ".env": "PORT=8000\n",
    ".env.staging": "PORT=8000\n",
    ".env.production": "PORT=8000\n",
    "compose.yaml": compose(8000),
  },
  "an image's PORT that the platform overrides": {
    Dockerfile: "FROM python:3.12\nENV PORT=9000\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
    "render.yaml": blueprint("docker", "8000"),
  },
  "an image's PORT where nobody sets another": {
    Dockerfile:
      "FROM python:3.12\nENV PORT=9000\nEXPOSE 9000\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
  },
  "Render's default, and a port of its own on each developer's machine": {
    ".env": "PORT=3000\n",
    ".env.staging": "PORT=3000\n",
    ".env.production": "PORT=10000\n",
    "package.json": '{ "scripts": { "start": "node server.js" } }',
    "server.js": "app.listen(process.env.PORT || 3000);\n",
  },
  "a PORT for the developer's machine, and another in the container": {
    Dockerfile: LITERAL,
    ".env": "PORT=3000\n",
    "compose.yaml": compose(8000),
  },
  "an image that two platforms run, each with its own PORT": {
    Dockerfile: "FROM python:3.12\nCMD uvicorn main:app --host 0.0.0.0 --port ${PORT:-8000}\n",
    "fly.toml": 'app = "shop"\n[env]\nPORT = "8080"\n[http_service]\ninternal_port = 8080\n',
    "render.yaml": blueprint("docker", undefined),
  },
  "an image for developers of a service that is deployed without one": {
    Dockerfile: "FROM python:3.12\nEXPOSE 8000\nCMD uvicorn main:app --port 8000 --reload\n",
    "render.yaml": blueprint(
      "python",
      "10000",
      'startCommand: "uvicorn main:app --host 0.0.0.0 --port $PORT",',
    ),
  },
  "a Procfile that Render does not read": {
    Procfile: "web: gunicorn main:app --bind 0.0.0.0:5000\n",
    "render.yaml": blueprint(
      "python",
      "10000",
      'startCommand: "uvicorn main:app --host 0.0.0.0 --port $PORT",',
    ),
  },
  "more ports than one in an image": {
    Dockerfile: `${LITERAL}EXPOSE 9090\n`,
    ".env.production": "PORT=8000\n",
  },
  "a container's port beside the one of the machine": {
    ".env": "PORT=3000\n",
    "compose.yaml": compose(8000),
    Dockerfile: LITERAL,
  },
  "a server in the code that the start command takes the place of": {
    "main.py": 'import uvicorn\n\nuvicorn.run("app:app", host="0.0.0.0", port=5000)\n',
    Dockerfile: LITERAL,
    ".env.production": "PORT=8000\n",
  },
  "two platforms with a port each": {
    Dockerfile: FOLLOWING.replace("EXPOSE 8000\n", ""),
    "render.yaml": blueprint("docker", "10000"),
    "fly.toml": 'app = "shop"\n[http_service]\ninternal_port = 8080\n[env]\nPORT = "8080"\n',
  },
};

const UNSOUND: readonly (readonly [string, Files, readonly string[]])[] = [
  [
    "a stack's port against its own standard",
    { "infra/Pulumi.production.yaml": stack(8000, 3000) },
    ["error port/standard infra/Pulumi.production.yaml:3 3000 production"],
  ],
  [
    "one environment's PORT against the start command and all other files",
    {
      Dockerfile: LITERAL,
      ".env": "PORT=8000\n",
      ".env.staging": "PORT=8000\n",
      ".env.production": "PORT=10000\n",
      "compose.yaml": compose(8000),
    },
    ["error port/agreement .env.production:1 8000 production"],
  ],
  [
    "the same where the start command follows PORT",
    {
      Dockerfile: FOLLOWING,
      ".env": "PORT=8000\n",
      ".env.staging": "PORT=8000\n",
      ".env.production": "PORT=10000\n",
    },
    ["error port/agreement .env.production:1 8000 production"],
  ],
  [
    "Render's PORT against the literal of the command",
    {
      "render.yaml": blueprint(
        "python",
        "10000",
        'startCommand: "uvicorn main:app --host 0.0.0.0 --port 8000",',
      ),
    },
    ["error port/agreement render.yaml:2 10000"],
  ],
  [
    "EXPOSE alone, while the start command follows PORT",
    { Dockerfile: FOLLOWING, "render.yaml": blueprint("docker", "10000") },
    ["note port/agreement Dockerfile:2 10000"],
  ],
  [
    "EXPOSE against an env file alone",
    { Dockerfile: FOLLOWING, ".env.production": "PORT=9000\n" },
    ["warning port/agreement Dockerfile:2 9000 production"],
  ],
  [
    "an env file against the Blueprint that sets PORT",
    {
      Dockerfile: FOLLOWING.replace("EXPOSE 8000\n", ""),
      "render.yaml": blueprint("docker", "8000"),
      ".env.production": "PORT=10000\n",
    },
    ["error port/agreement .env.production:1 8000 production"],
  ],
  [
    "environments alone, where the standard port is one of them",
    {
      Procfile: "web: uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      ".env": "PORT=8000\n",
      ".env.staging": "PORT=8000\n",
      ".env.production": "PORT=10000\n",
    },
    ["note port/agreement .env.production:1 8000 production"],
  ],
  [
    "a port that compose maps, and another PORT in the env file that it hands over",
    {
      Dockerfile: FOLLOWING.replace("EXPOSE 8000\n", ""),
      ".env": "PORT=8000\n",
      "compose.yaml": 'services:\n  web:\n    build: .\n    env_file: .env\n    ports: ["8000:9000"]\n',
    },
    ["warning port/agreement compose.yaml:5 8000 local"],
  ],
  [
    "a port that compose maps, and another PORT that it takes from the env file",
    {
      Dockerfile: FOLLOWING.replace("EXPOSE 8000\n", ""),
      ".env": "PORT=8000\n",
      "compose.yaml":
        'services:\n  web:\n    build: .\n    environment: { PORT: "${PORT:-8000}" }\n    ports: ["8000:9000"]\n',
    },
    ["warning port/agreement compose.yaml:5 8000 local"],
  ],
  [
    "a port that Fly forwards to and nothing opens",
    {
      Dockerfile: LITERAL,
      "fly.toml": 'app = "shop"\n[http_service]\ninternal_port = 8080\n',
    },
    ["error port/agreement fly.toml:3 8000 production"],
  ],
];

describe("the ports of a repository", () => {
  for (const [title, files] of Object.entries(SOUND)) {
    it(`are no finding: ${title}`, async () => assert.deepEqual(await told(files), []));
  }
  for (const [title, files, expected] of UNSOUND) {
    it(`are found to disagree: ${title}`, async () => assert.deepEqual(await told(files), expected));
  }

  it("are not mended where a list of words holds the variable, which no shell fills in", async () => {
    const files = {
      Dockerfile: 'FROM python:3.12\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "$PORT"]\n',
      ".env.production": "PORT=8000\n",
    };
    const { findings } = await inFolder(files, (folder) => auditFolder(folder));
    const [finding] = findings;
    assert.equal(finding?.got, "`$PORT`, which is no port");
    assert.match(finding?.fix ?? "", /"sh", "-c"/);
    assert.equal(finding?.edit, undefined);
  });

  it("are told with the places whose word counts", async () => {
    const files = { Dockerfile: LITERAL, ".env.staging": "PORT=8000\n", ".env.production": "PORT=10000\n" };
    const { findings } = await inFolder(files, (folder) => auditFolder(folder));
    const [finding] = findings.filter(({ rule }) => rule === "port/agreement");
    assert.match(finding?.expected ?? "", /^8000, as .*Dockerfile:3.*\.env\.staging:1/);
    assert.ok((finding?.related?.length ?? 0) >= 2);
  });

  it("are told with what says so once, and all of its places", () => {
    const files = {
      Dockerfile: LITERAL.replace("--port 8000", "--port 3000"),
      "render.yaml": blueprint("docker", "8000"),
      ".env.production": "PORT=8000\n",
    };
    const { findings } = inFolder(files, (folder) => auditFolder(folder));
    const [finding] = findings.filter(({ rule }) => rule === "port/agreement");
    assert.equal(finding?.expected, "8000, as variable PORT (render.yaml:3:37, .env.production:1:1) says");
  });
});
