import { LOCAL, LOOPBACK, PLACEHOLDER, PORT, START } from "../batch";
import { explainedBy } from "../explained";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, POOL, REF } from "../written";

const REFUSED = "environment/refused-value";
const NETWORK = "service/private-network";

/** Values of everyday's services that name a host, a version or a key. */
export const EVERYDAY_BROKEN_HOSTS: readonly ExplainedCase[] = [
  explainedBy(
    `${LOOPBACK}|${START}`,
    "the host that the program reads",
    { HOST: "127.0.0.1" },
    { command: "python main.py" },
  ),
  explainedBy(
    `${PORT}|${LOOPBACK}`,
    "Streamlit's own variable of the port",
    { STREAMLIT_SERVER_PORT: "8501", STREAMLIT_SERVER_ADDRESS: "0.0.0.0" },
    { command: "streamlit run app.py" },
  ),
  explainedBy(
    LOOPBACK,
    "Streamlit's own variable of the address",
    { STREAMLIT_SERVER_PORT: "8000", STREAMLIT_SERVER_ADDRESS: "localhost" },
    { command: "streamlit run app.py" },
  ),
  explainedBy(
    `${PORT}|${LOOPBACK}|${START}`,
    "Gradio's own variable of the port",
    { GRADIO_SERVER_NAME: "0.0.0.0", GRADIO_SERVER_PORT: "7860" },
    { command: "python app.py" },
  ),
  explainedBy(
    `${LOOPBACK}|${START}`,
    "Gradio's own variable of the address",
    { GRADIO_SERVER_NAME: "127.0.0.1" },
    { command: "python app.py" },
  ),
  explainedBy(`service/runtime-version|${REFUSED}`, "there is no such Node", { NODE_VERSION: "99" }, node),
  explainedBy(`service/python-version|service/runtime-version|${REFUSED}`, "there is no such Python", {
    PYTHON_VERSION: "3.12.99",
  }),
  explainedBy(
    `service/runtime-version|${REFUSED}`,
    "a word that is no version",
    { NODE_VERSION: "newest" },
    node,
  ),
  explainedBy(`${REFUSED}|${PLACEHOLDER}`, "the name of the secret in its place", {
    JWT_SECRET: "JWT_SECRET",
  }),
  explainedBy(`${REFUSED}|${PLACEHOLDER}`, "an assignment of a shell", {
    REDIS_URL: "export REDIS_URL=redis://red-cq0habit0canary0:6379",
  }),
  explainedBy(
    `${LOCAL}`,
    "the store's host is the service's own",
    { REDIS_HOST: "127.0.0.1", REDIS_PORT: "6379" },
    node,
  ),
  explainedBy(`${LOCAL}|${NETWORK}`, "the broker's name in a compose file", {
    CELERY_BROKER_URL: "amqp://guest:guest@rabbitmq:5672//",
  }),
  explainedBy(`${LOCAL}|${NETWORK}`, "the database's name in a compose file", {
    DATABASE_URL: "postgresql://postgres:postgres@db:5432/postgres",
  }),
  explainedBy(
    `${LOCAL}|${NETWORK}`,
    "the database's name in a compose file, in parts",
    { DB_HOST: "postgres", DB_PORT: "5432", DB_NAME: "shop", DB_USER: "shop", DB_PASSWORD: "k3JqL9vX" },
    { driver: "psycopg" },
  ),
  explainedBy(`${LOCAL}|${NETWORK}`, "Elasticsearch at the service's own machine", {
    ELASTICSEARCH_URL: "http://localhost:9200",
  }),
  explainedBy(`${LOCAL}|${NETWORK}`, "a language model at the service's own machine", {
    OLLAMA_BASE_URL: "http://localhost:11434",
  }),
  explainedBy(`${LOCAL}|${NETWORK}`, "object storage at the service's own machine", {
    S3_ENDPOINT: "http://localhost:9000",
  }),
  explainedBy(`${REFUSED}|database/key-role`, "the anonymous key where the service's is wanted", {
    SUPABASE_SERVICE_ROLE_KEY: "sb_publishable_k3JqL9vXm2TnR8yWq4ZbC6_H7pKd2Q",
  }),
  explainedBy(
    "secret/in-browser",
    "the service's key in every page",
    { VITE_SUPABASE_SERVICE_ROLE_KEY: "sb_secret_k3JqL9vXm2TnR8yWq4ZbC6_H7pKd2Q" },
    { kind: "static" },
  ),
  explainedBy(
    "secret/in-browser",
    "the database's URL in every page",
    { NEXT_PUBLIC_DATABASE_URL: `postgresql://app.${REF}:k3JqL9vX@${POOL}:5432/postgres` },
    { ...node, ...bare },
  ),
];
