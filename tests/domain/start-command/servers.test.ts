import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunicornConfiguration, readStartCommand } from "../../../domain";
import { virtualEnvironment } from "../../../rehearsal/virtual-environment";
import { cacheDirectory, freePort } from "../../../system";
import { until } from "../../until";

/** Commands with `@` for a port that is free, and the variables that they run with. */
const COMMANDS: readonly (readonly [string, Readonly<Record<string, string>>?])[] = [
  ["uvicorn asgi:app --port @"],
  ["uvicorn asgi:app --host 0.0.0.0 --port $PORT", { PORT: "@" }],
  ["uvicorn asgi:app", { UVICORN_HOST: "0.0.0.0", UVICORN_PORT: "@" }],
  ["uvicorn asgi:app --host 127.0.0.1", { UVICORN_HOST: "0.0.0.0", UVICORN_PORT: "@" }],
  ["exec python -m uvicorn asgi:app --host=0.0.0.0 --port=${API_PORT:-@}"],
  ["sh -c 'exec uvicorn asgi:app --port $PORT'", { PORT: "@" }],
  ["env PORT=@ sh -c 'uvicorn asgi:app --host 0.0.0.0 --port $PORT'", { PORT: "1" }],
  ["cd . && PORT=@ && uvicorn asgi:app --port ${PORT}", { PORT: "1" }],
  ["gunicorn wsgi:app", { PORT: "@" }],
  ["gunicorn wsgi:app --bind 127.0.0.1:@", { PORT: "1" }],
  ["gunicorn wsgi:app -b :@"],
  ["gunicorn wsgi:app", { GUNICORN_CMD_ARGS: "--bind=127.0.0.1:@" }],
  ["gunicorn wsgi:app --bind 0.0.0.0:@", { GUNICORN_CMD_ARGS: "--bind=127.0.0.1:1" }],
  ["hypercorn asgi:app --bind 0.0.0.0:$PORT", { PORT: "@" }],
  ["hypercorn asgi:app -b 127.0.0.1:@"],
  ["granian --interface asgi asgi:app --port @", { PORT: "1" }],
  ["granian --interface asgi asgi:app", { GRANIAN_HOST: "0.0.0.0", GRANIAN_PORT: "@" }],
  ["waitress-serve --port=@ wsgi:app", { PORT: "1" }],
  ["waitress-serve --listen=127.0.0.1:@ wsgi:app"],
  ["flask --app pages run --port @"],
  ["flask --app pages run", { FLASK_RUN_HOST: "0.0.0.0", FLASK_RUN_PORT: "@" }],
];

/** Commands without an address, of servers that do not follow PORT. */
const BY_DEFAULT = [
  "uvicorn asgi:app",
  "hypercorn asgi:app",
  "granian --interface asgi asgi:app",
  "waitress-serve wsgi:app",
];

/** Commands that a real server refuses: text in single quotes is not a variable. */
const REFUSED = ["uvicorn asgi:app --port '$PORT'", "gunicorn wsgi:app --bind '0.0.0.0:$PORT'"];

const ASGI = "async def app(scope, receive, send):\n    pass\n";
const WSGI = "def app(environ, start):\n    return []\n";
const PAGES = "from flask import Flask\n\napp = Flask(__name__)\n";
const ANNOUNCED = /(?:[Rr]unning on|Listening at:|Serving on) http:\/\/\S+?:(\d+)/;

describe("a start command, run with the real server", function () {
  this.timeout(10 * 60_000);
  let binDirectory = "";
  let folder = "";

  before(async () => {
    const requirements = path.join(__dirname, "requirements.txt");
    ({ binDirectory } = await virtualEnvironment({ requirements, cacheDirectory: cacheDirectory() }));
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-start-"));
    writeFileSync(path.join(folder, "asgi.py"), ASGI);
    writeFileSync(path.join(folder, "wsgi.py"), WSGI);
    writeFileSync(path.join(folder, "pages.py"), PAGES);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (command: string, variables: Readonly<Record<string, string>>): ChildProcess =>
    spawn("sh", ["-c", command], {
      cwd: folder,
      detached: true,
      env: {
        PATH: `${binDirectory}:${process.env.PATH}`,
        PYTHONUNBUFFERED: "1",
        PYTHONDONTWRITEBYTECODE: "1",
        ...variables,
      },
    });

  for (const [written, variables = {}] of COMMANDS) {
    it(`opens the socket that is read from it: ${written} ${JSON.stringify(variables)}`, async function () {
      if (!existsSync("/proc/net/tcp")) this.skip();
      const port = String(await freePort());
      const command = written.replaceAll("@", port);
      const environment = Object.fromEntries(
        Object.entries(variables).map(([name, value]) => [name, value.replaceAll("@", port)]),
      );
      const start = readStartCommand(command, (name) => environment[name]);
      assert.ok(start);
      const read =
        start.port?.from === "variable"
          ? (environment[start.port.variable] ?? start.port.fallback)
          : start.port?.from === "unreadable"
            ? undefined
            : start.port?.port;
      const child = run(command, environment);
      try {
        assert.equal(await announced(child), read);
        // granian says so before its worker listens.
        assert.equal(await until(() => listensOn(Number(port))), start.host === "" ? "0.0.0.0" : start.host);
      } finally {
        await end(child);
      }
    });
  }

  for (const command of BY_DEFAULT) {
    it(`opens its own port whatever PORT says: ${command}`, async function () {
      const { host, port } = readStartCommand(command) ?? {};
      assert.equal(port?.from, "default");
      const own = port?.from === "default" ? port.port : "";
      // Another program may have the port.
      if (!existsSync("/proc/net/tcp") || listensOn(Number(own)) !== undefined) this.skip();
      const child = run(command, { PORT: String(await freePort()) });
      try {
        assert.equal(await announced(child), own);
        assert.equal(await until(() => listensOn(Number(own))), host);
      } finally {
        await end(child);
      }
    });
  }

  const SETTINGS: readonly (readonly [string, Readonly<Record<string, string>>, string | undefined])[] = [
    ["gunicorn wsgi:app", { PORT: "1" }, "gunicorn.conf.py"],
    ["gunicorn -c ./gunicorn.conf.py wsgi:app", { PORT: "1" }, "gunicorn.conf.py"],
    ["gunicorn wsgi:app -b 0.0.0.0:@", { PORT: "1" }, undefined],
  ];
  for (const [written, variables, file] of SETTINGS) {
    it(`binds what gunicorn's settings say where ${file ?? "none"} decides: ${written}`, async function () {
      if (!existsSync("/proc/net/tcp")) this.skip();
      const port = String(await freePort());
      writeFileSync(path.join(folder, "gunicorn.conf.py"), `bind = "127.0.0.1:${port}"\n`);
      const command = written.replaceAll("@", port);
      assert.equal(gunicornConfiguration(command), file);
      const child = run(command, variables);
      try {
        assert.equal(await announced(child), port);
        assert.equal(listensOn(Number(port)), file === undefined ? "0.0.0.0" : "127.0.0.1");
      } finally {
        await end(child);
        rmSync(path.join(folder, "gunicorn.conf.py"));
      }
    });
  }

  for (const command of REFUSED) {
    it(`has no variable in single quotes: ${command}`, async () => {
      const child = run(command, { PORT: String(await freePort()) });
      try {
        await assert.rejects(announced(child), /ended/);
      } finally {
        await end(child);
      }
      const { port } = readStartCommand(command) ?? {};
      assert.deepEqual(port, { from: "literal", port: "$PORT" });
    });
  }
});

/** The port that the server says it listens on. */
async function announced(child: ChildProcess): Promise<string> {
  let log = "";
  return await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (bytes: Buffer) => {
        log += bytes.toString();
        const port = ANNOUNCED.exec(log)?.[1];
        if (port !== undefined) resolve(port);
      });
    }
    child.on("close", () => reject(new Error(`The server ended:\n${log}`)));
  });
}

/** The IPv4 address of the listening socket with this port, from the kernel's own table. */
function listensOn(port: number): string | undefined {
  const wanted = port.toString(16).toUpperCase().padStart(4, "0");
  const row = readFileSync("/proc/net/tcp", "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .find(([, local, , state]) => local?.endsWith(`:${wanted}`) === true && state === "0A");
  const address = row?.[1]?.slice(0, 8);
  return address
    ?.match(/../g)
    ?.map((byte) => Number.parseInt(byte, 16))
    .toReversed()
    .join(".");
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, "close");
  process.kill(-child.pid, "SIGKILL");
  await closed;
}
