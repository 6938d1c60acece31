import { type ProgramCase, privateService, values } from "../eighteenth-form";
import { image, nodeApp, python, queue } from "../twentieth-form";
import { CANARY, SESSION } from "./twenty-sixth-form";

const UNICORN = "uvicorn marsh.main:app --host 0.0.0.0 --port $PORT";
const inside = (name: string, imageUrl: string, tag: string, of: Record<string, string>, more = {}) =>
  privateService({
    name,
    plan: "standard",
    region: "frankfurt",
    ...image(imageUrl, tag),
    envVars: values(of),
    ...more,
  });

/** Sound programs with servers of their own behind the private network. */
export const SOUND_PROGRAM_PEERS_OF_TWENTY_SIXTH: readonly ProgramCase[] = [
  {
    name: "twenty-sixth-sound-models-and-chat",
    why: "Ollama listens on all interfaces, and the chat asks it by its name.",
    source: "Ollama's page of frequent questions",
    resources: {
      models: inside(
        "marsh-models",
        "docker.io/ollama/ollama",
        "0.5.7",
        { OLLAMA_HOST: "0.0.0.0:11434" },
        { disk: { name: "models", mountPath: "/root/.ollama", sizeGb: 20 } },
      ),
      chat: nodeApp("marsh-chat", "node build/index.js", {
        OLLAMA_BASE_URL: "http://marsh-models:11434",
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-sixth-sound-search-and-its-key",
    why: "Meilisearch listens on all interfaces at 7700, where it is asked.",
    source: "Meilisearch's page on its configuration",
    resources: {
      search: inside(
        "marsh-search",
        "docker.io/getmeili/meilisearch",
        "v1.11",
        {
          MEILI_HTTP_ADDR: "0.0.0.0:7700",
          MEILI_MASTER_KEY: `${CANARY}master`,
          MEILI_ENV: "production",
        },
        { disk: { name: "search", mountPath: "/meili_data", sizeGb: 5 } },
      ),
      app: python("marsh-app", UNICORN, {
        MEILI_HOST: "http://marsh-search:7700",
        MEILI_KEY: `${CANARY}master`,
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-sixth-sound-redis-of-one-s-own",
    why: "Without --bind and with --protected-mode no the image's Redis answers the workspace's services.",
    source: "Redis's page on its configuration",
    resources: {
      redis: inside(
        "marsh-redis",
        "docker.io/library/redis",
        "7.4-alpine",
        {},
        {
          startCommand: "redis-server --bind 0.0.0.0 --protected-mode no --appendonly yes",
          disk: { name: "redis", mountPath: "/data", sizeGb: 1 },
        },
      ),
      worker: queue("marsh-worker", "celery -A marsh worker", {
        CELERY_BROKER_URL: "redis://marsh-redis:6379/0",
      }),
    },
  },
];
