import type { Server } from "../server";

const ON_LOOPBACK = { host: "127.0.0.1" } as const;
const ON_ALL = { host: "0.0.0.0" } as const;
const HOST_AND_PORT = { hostFlags: ["--host"], portFlags: ["--port"] } as const;
const SHORT_TOO = { hostFlags: ["-h", "--host"], portFlags: ["-p", "--port"] } as const;
const onPort = (port: string) => ({ port: { from: "default", port } }) as const;

/** Programs of Python that bring a service of their own; each as its own command line's help says. */
export const PYTHON_PRODUCTS: readonly Server[] = [
  // pgjones/quart: src/quart/cli.py
  {
    names: ["quart"],
    servingWords: ["run"],
    optionsBefore: ["--app", "-A"],
    ...SHORT_TOO,
    ...ON_LOOPBACK,
    ...onPort("5000"),
  },
  // posit-dev/py-shiny: shiny/_main.py
  { names: ["shiny"], servingWords: ["run"], ...SHORT_TOO, ...ON_LOOPBACK, ...onPort("8000") },
  // marimo-team/marimo: marimo/_cli/cli.py
  {
    names: ["marimo"],
    servingWords: ["run", "edit"],
    hostFlags: ["--host"],
    portFlags: ["-p", "--port"],
    ...ON_LOOPBACK,
    ...onPort("2718"),
  },
  // widgetti/solara: solara/__main__.py
  {
    names: ["solara"],
    servingWords: ["run"],
    ...HOST_AND_PORT,
    ...{ host: "localhost", ...onPort("8765") },
  },
  // mlflow/mlflow: mlflow/cli
  {
    names: ["mlflow"],
    servingWords: ["server", "ui"],
    ...SHORT_TOO,
    hostVariables: ["MLFLOW_HOST"],
    portVariables: ["MLFLOW_PORT"],
    ...ON_LOOPBACK,
    ...onPort("5000"),
  },
  // simonw/datasette: datasette/cli.py
  {
    names: ["datasette"],
    servingWords: ["serve", /\.db$/],
    ...SHORT_TOO,
    ...ON_LOOPBACK,
    ...onPort("8001"),
  },
  // apache/superset runs Flask's own server.
  { names: ["superset"], servingWords: ["run"], ...SHORT_TOO, ...ON_LOOPBACK, ...onPort("5000") },
  // aio-libs/aiohttp: aiohttp/web.py
  {
    names: ["aiohttp.web"],
    hostFlags: ["-H", "--hostname"],
    portFlags: ["-P", "--port"],
    socketFlags: ["-U", "--path"],
    ...{ host: "localhost", ...onPort("8080") },
  },
  // bentoml/BentoML: src/bentoml_cli/serve.py
  {
    names: ["bentoml"],
    servingWords: ["serve"],
    hostFlags: ["--host"],
    portFlags: ["-p", "--port"],
    hostVariables: ["BENTOML_HOST"],
    portVariables: ["BENTOML_PORT"],
    ...ON_ALL,
    ...onPort("3000"),
  },
  // vllm-project/vllm: vllm/entrypoints/openai/cli_args.py
  { names: ["vllm"], servingWords: ["serve"], ...HOST_AND_PORT, ...ON_ALL, ...onPort("8000") },
  // jupyter-server.readthedocs.io: other/full-config
  {
    names: ["jupyter"],
    servingWords: ["lab", "notebook", "server"],
    hostFlags: ["--ip", "--ServerApp.ip", "--NotebookApp.ip"],
    portFlags: ["--port", "--ServerApp.port", "--NotebookApp.port"],
    portVariables: ["JUPYTER_PORT"],
    elsewhereFlags: ["--config"],
    ...{ host: "localhost", ...onPort("8888") },
  },
  // voila-dashboards/voila: voila/app.py
  {
    names: ["voila"],
    hostFlags: ["--Voila.ip", "--ip"],
    portFlags: ["--port", "--Voila.port"],
    ...{ host: "localhost", ...onPort("8866") },
  },
  // PrefectHQ/prefect: src/prefect/cli/server.py
  {
    names: ["prefect"],
    servingWords: ["server start"],
    ...HOST_AND_PORT,
    hostVariables: ["PREFECT_SERVER_API_HOST"],
    portVariables: ["PREFECT_SERVER_API_PORT"],
    daemonFlags: ["-b", "--background"],
    ...ON_LOOPBACK,
    ...onPort("4200"),
  },
  // langflow-ai/langflow: docs, environment variables
  {
    names: ["langflow"],
    servingWords: ["run"],
    ...HOST_AND_PORT,
    hostVariables: ["LANGFLOW_HOST"],
    portVariables: ["LANGFLOW_PORT"],
    ...{ host: "localhost", ...onPort("7860") },
  },
  // flower.readthedocs.io/en/latest/config
  {
    names: ["flower"],
    servingWords: [""],
    hostFlags: ["--address"],
    portFlags: ["--port"],
    hostVariables: ["FLOWER_ADDRESS"],
    portVariables: ["FLOWER_PORT"],
    elsewhereFlags: ["--conf", "--unix_socket"],
    ...ON_ALL,
    ...onPort("5555"),
  },
];
