import type { Server } from "../server";

export const ON_8000 = { host: "127.0.0.1", port: { from: "default", port: "8000" } } as const;

const words = (text: string): readonly string[] => text.split(" ");

/** Servers of Python that a command starts, and the defaults of those that code starts. */
export const PYTHON_SERVERS: readonly Server[] = [
  {
    // Click reads UVICORN_HOST and UVICORN_PORT (uvicorn.org, settings).
    names: ["uvicorn"],
    refusedFlags: ["-p", "-h", "-H", "-b", "-w", "--bind", "--hostname", "--address", "--listen"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    socketFlags: ["--uds", "--fd"],
    // uvicorn.org/settings
    valuedFlags: words(
      "--workers --log-level --loop --http --app-dir --root-path --env-file --log-config --timeout-keep-alive --reload-dir --ws",
    ),
    hostVariables: ["UVICORN_HOST"],
    portVariables: ["UVICORN_PORT"],
    ...ON_8000,
  },
  {
    // `fastapi run` binds all interfaces and reads PORT, `fastapi dev` binds loopback (fastapi-cli: src/fastapi_cli/cli.py).
    names: ["fastapi"],
    servingWords: ["run", "dev"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    developmentWord: "dev",
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "8000" },
  },
  {
    // gunicorn binds 0.0.0.0:$PORT by itself where PORT is set, else 127.0.0.1:8000 (gunicorn/config.py: Bind).
    names: ["gunicorn"],
    refusedFlags: ["-H", "--host", "--port", "--hostname", "--address", "--listen"],
    bindFlags: ["-b", "--bind"],
    severalBinds: true,
    elsewhereFlags: ["-c", "--config"],
    // docs.gunicorn.org/en/stable/settings
    valuedFlags: words("-w --workers -k --worker-class --threads -t --timeout --log-level -n --name"),
    flagsVariables: ["GUNICORN_CMD_ARGS"],
    daemonFlags: ["-D"],
    bindPort: "8000",
    hostWithoutPort: "127.0.0.1",
    host: "0.0.0.0",
    port: { from: "variable", variable: "PORT", fallback: "8000" },
  },
  {
    names: ["hypercorn"],
    refusedFlags: ["-H", "--host", "--port", "--hostname", "--address", "--listen"],
    bindFlags: ["-b", "--bind"],
    severalBinds: true,
    elsewhereFlags: ["-c", "--config"],
    valuedFlags: ["-w", "--workers", "-k", "--worker-class", "--log-level"],
    bindPort: "8000",
    ...ON_8000,
  },
  {
    names: ["daphne"],
    hostFlags: ["-b", "--bind"],
    portFlags: ["-p", "--port"],
    // An endpoint is Twisted's: tcp:port=8000:interface=0.0.0.0.
    bindFlags: ["-e", "--endpoint"],
    severalBinds: true,
    socketFlags: ["-u", "--unix-socket", "--fd"],
    valuedFlags: ["-v", "--verbosity", "--access-log", "--http-timeout"],
    ...ON_8000,
  },
  {
    names: ["granian"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    socketFlags: ["--uds"],
    valuedFlags: ["--workers", "--interface", "--log-level"],
    hostVariables: ["GRANIAN_HOST"],
    portVariables: ["GRANIAN_PORT"],
    ...ON_8000,
  },
  {
    names: ["waitress-serve"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    bindFlags: ["--listen"],
    severalBinds: true,
    socketFlags: ["--unix-socket"],
    valuedFlags: ["--threads", "--url-scheme", "--url-prefix", "--connection-limit"],
    host: "0.0.0.0",
    port: { from: "default", port: "8080" },
  },
  {
    names: ["flask"],
    servingWords: ["run"],
    optionsBefore: ["--app", "-A", "--env-file", "-e"],
    hostFlags: ["-h", "--host"],
    portFlags: ["-p", "--port"],
    hostVariables: ["FLASK_RUN_HOST"],
    portVariables: ["FLASK_RUN_PORT"],
    host: "127.0.0.1",
    port: { from: "default", port: "5000" },
  },
  {
    // docs.streamlit.io/develop/api-reference/configuration/config.toml
    names: ["streamlit"],
    servingWords: ["run"],
    hostFlags: ["--server.address"],
    portFlags: ["--server.port"],
    elsewhereFlags: ["--config-file"],
    valuedFlags: ["--server.headless", "--theme.base", "--server.fileWatcherType"],
    hostVariables: ["STREAMLIT_SERVER_ADDRESS"],
    portVariables: ["STREAMLIT_SERVER_PORT"],
    host: "0.0.0.0",
    port: { from: "default", port: "8501" },
  },
  {
    // chainlit: backend/chainlit/config.py
    names: ["chainlit"],
    servingWords: ["run"],
    hostFlags: ["--host"],
    portFlags: ["--port"],
    hostVariables: ["CHAINLIT_HOST"],
    portVariables: ["CHAINLIT_PORT"],
    ...ON_8000,
  },
  {
    // sanic: sanic/cli/arguments.py
    names: ["sanic"],
    hostFlags: ["-H", "--host"],
    portFlags: ["-p", "--port"],
    socketFlags: ["-u", "--unix"],
    ...ON_8000,
  },
  {
    // litestar: litestar/cli/commands/core.py
    names: ["litestar"],
    servingWords: ["run"],
    optionsBefore: ["--app", "--app-dir"],
    hostFlags: ["-H", "--host"],
    portFlags: ["-p", "--port"],
    socketFlags: ["-F", "--fd", "-U", "--uds"],
    hostVariables: ["LITESTAR_HOST"],
    portVariables: ["LITESTAR_PORT"],
    ...ON_8000,
  },
  {
    // gofastmcp.com/deployment: without a transport of HTTP it speaks over standard input and opens nothing.
    names: ["fastmcp"],
    servingWords: ["run"],
    hostFlags: ["--host"],
    portFlags: ["--port", "-p"],
    hostVariables: ["FASTMCP_HOST"],
    portVariables: ["FASTMCP_PORT"],
    hostSettings: "its settings file",
  },
  {
    // uwsgi-docs.readthedocs.io: it opens what its options say.
    names: ["uwsgi"],
    bindFlags: ["--http", "--http-socket"],
    // Behind these it speaks a protocol of its own, for a web server before it.
    socketFlags: ["--socket", "-s", "--uwsgi-socket", "--fastcgi-socket"],
    httpBy: /(?:^| )--protocol[= ]https?(?: |$)/,
    elsewhereFlags: ["--ini", "--yaml", "--xml"],
    daemonFlags: ["-d", "--daemonize2"],
  },
  {
    // docs.python.org/3/library/http.server
    names: ["http.server"],
    hostFlags: ["-b", "--bind"],
    positionalPort: true,
    host: "0.0.0.0",
    port: { from: "default", port: "8000" },
  },
  {
    // bokeh/bokeh: command/subcommands/serve.py and server/util.py, without an address all; Panel's command is made of it
    names: ["panel", "bokeh"],
    servingWords: ["serve"],
    hostFlags: ["--address"],
    portFlags: ["--port"],
    // bokeh/bokeh: src/bokeh/settings.py, default_server_port
    portVariables: ["BOKEH_DEFAULT_SERVER_PORT"],
    host: "0.0.0.0",
    port: { from: "default", port: "5006" },
  },
];
