import { dotnet, java } from "../batch";
import type { SealedCase } from "../sealed";
import { BESIDE_STAGING, POOL, REF } from "../written";

export const GUNICORN = "gunicorn shop.wsgi -b 0.0.0.0:$PORT";
export const python = { driver: "none", command: GUNICORN } as const;
export const STAGED = { declared: BESIDE_STAGING } as const;
export const parts = (more: Record<string, string> = {}) => ({
  DB_HOST: POOL,
  DB_PORT: "5432",
  DB_USER: `app.${REF}`,
  DB_PASSWORD: "k3JqL9vX",
  DB_NAME: "postgres",
  ...more,
});
export const net = (rest: string) => ({
  ConnectionStrings__Default: `Host=${POOL};Port=5432;Database=postgres;Username=app.${REF};Password=k3JqL9vX;${rest}`,
});
export const App = { ...dotnet, command: "dotnet App.dll --urls http://0.0.0.0:8000" } as const;
export const spring = { ...java, command: "java -jar app.jar --server.port=8000" } as const;
export const pre = (preDeployCommand: string): SealedCase => ({
  ...python,
  properties: { preDeployCommand },
});
export const build = (buildCommand: string): SealedCase => ({
  ...python,
  properties: {
    runtimeSource: {
      nativeRuntime: {
        repoUrl: "https://github.com/acme/api",
        branch: "main",
        runtime: "python",
        buildCommand,
      },
    },
  },
});
export const files = (command: string, secretFiles: Record<string, string>): SealedCase => ({
  driver: "none",
  command,
  secretFiles,
});
export const health = (healthCheckPath: string): SealedCase => ({
  ...python,
  properties: { healthCheckPath },
});
