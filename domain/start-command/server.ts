/** Where a command takes its port from. */
export type CommandPort =
  | { readonly from: "literal"; readonly port: string }
  | { readonly from: "variable"; readonly variable: string; readonly fallback?: string }
  | { readonly from: "default"; readonly port: string };

/** One server's flags and variables, and what it binds without them, from its own documentation. */
export interface Server {
  readonly names: readonly string[];
  readonly hostFlags: readonly string[];
  readonly portFlags: readonly string[];
  /** Flags whose value is `host:port`. */
  readonly bindFlags: readonly string[];
  /** Flags after which the socket is decided elsewhere: a configuration file, a socket's path. */
  readonly elsewhereFlags?: readonly string[];
  /** Environment variables that it reads for host and port; a flag wins over them. */
  readonly hostVariable?: string;
  readonly portVariable?: string;
  /** An environment variable that holds more flags; those of the command line win over them. */
  readonly flagsVariable?: string;
  /** A word of its command with which it is a developer's own and binds 127.0.0.1 by itself. */
  readonly developmentWord?: string;
  /** Words of its command that serve, where others build or check; one of them stands behind its name. */
  readonly servingWords?: readonly string[];
  /** What it binds where its host flag stands there without a value. */
  readonly bareHost?: string;
  readonly host?: string;
  readonly port?: CommandPort;
}

const ON_8000 = { host: "127.0.0.1", port: { from: "default", port: "8000" } } as const;

export const SERVERS: readonly Server[] = [
  {
    // Click reads UVICORN_HOST and UVICORN_PORT (uvicorn.org, settings).
    names: ["uvicorn"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    bindFlags: [],
    elsewhereFlags: ["--uds", "--fd"],
    hostVariable: "UVICORN_HOST",
    portVariable: "UVICORN_PORT",
    ...ON_8000,
  },
  {
    // `fastapi run` binds all interfaces and reads PORT, `fastapi dev` binds loopback (fastapi-cli: src/fastapi_cli/cli.py).
    names: ["fastapi"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    bindFlags: [],
    developmentWord: "dev",
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "8000" },
  },
  {
    // gunicorn binds 0.0.0.0:$PORT by itself where PORT is set (gunicorn docs, settings: bind).
    names: ["gunicorn"],
    hostFlags: [],
    portFlags: [],
    bindFlags: ["-b", "--bind"],
    elsewhereFlags: ["-c", "--config"],
    flagsVariable: "GUNICORN_CMD_ARGS",
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "8000" },
  },
  {
    names: ["hypercorn"],
    hostFlags: [],
    portFlags: [],
    bindFlags: ["-b", "--bind"],
    elsewhereFlags: ["-c", "--config"],
    ...ON_8000,
  },
  {
    names: ["daphne"],
    hostFlags: ["-b", "--bind"],
    portFlags: ["-p", "--port"],
    bindFlags: [],
    elsewhereFlags: ["-u", "--unix-socket", "-e", "--endpoint", "--fd"],
    ...ON_8000,
  },
  {
    names: ["granian"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    bindFlags: [],
    hostVariable: "GRANIAN_HOST",
    portVariable: "GRANIAN_PORT",
    ...ON_8000,
  },
  {
    names: ["waitress-serve"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    bindFlags: ["--listen"],
    elsewhereFlags: ["--unix-socket"],
    host: "0.0.0.0",
    port: { from: "default", port: "8080" },
  },
  {
    names: ["flask"],
    hostFlags: ["-h", "--host"],
    portFlags: ["-p", "--port"],
    bindFlags: [],
    hostVariable: "FLASK_RUN_HOST",
    portVariable: "FLASK_RUN_PORT",
    host: "127.0.0.1",
    port: { from: "default", port: "5000" },
  },
  {
    names: ["next"],
    servingWords: ["start", "dev"],
    hostFlags: ["-H", "--hostname"],
    portFlags: ["-p", "--port"],
    bindFlags: [],
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "3000" },
  },
  {
    // vite.dev/config/preview-options
    names: ["vite"],
    servingWords: ["preview"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    bindFlags: [],
    bareHost: "0.0.0.0",
    host: "localhost",
    port: { from: "default", port: "4173" },
  },
  {
    // docs.astro.build/en/reference/cli-reference
    names: ["astro"],
    servingWords: ["preview"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    bindFlags: [],
    bareHost: "0.0.0.0",
    host: "localhost",
    port: { from: "default", port: "4321" },
  },
  {
    // docs.streamlit.io/develop/api-reference/configuration/config.toml
    names: ["streamlit"],
    servingWords: ["run"],
    hostFlags: ["--server.address"],
    portFlags: ["--server.port"],
    bindFlags: [],
    hostVariable: "STREAMLIT_SERVER_ADDRESS",
    portVariable: "STREAMLIT_SERVER_PORT",
    host: "0.0.0.0",
    port: { from: "default", port: "8501" },
  },
  {
    // github.com/http-party/http-server: README and bin/http-server
    names: ["http-server"],
    hostFlags: ["-a"],
    portFlags: ["-p", "--port"],
    bindFlags: [],
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "8080" },
  },
  {
    // github.com/remix-run/remix: packages/remix-serve/cli.ts
    names: ["remix-serve"],
    hostFlags: [],
    portFlags: [],
    bindFlags: [],
    hostVariable: "HOST",
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "3000" },
  },
];
