import type { SealedCase } from "../sealed";
import { bare } from "../written";

type Other = NonNullable<SealedCase["others"]>[number];
const GUNICORN = "gunicorn shop.wsgi -b 0.0.0.0:$PORT";
export const python = { driver: "none", command: GUNICORN } as const;

/** A private service by its name and its command, with PORT as it is given. */
export const pricing = (
  command = "uvicorn pricing:app --host 0.0.0.0 --port 8000",
  variables: Other["variables"] = { PORT: "8000" },
): Other => ({
  ...bare,
  kind: "private",
  command,
  variables: variables ?? {},
  properties: { name: "pricing" },
});
export const beside = (variables: Record<string, string>, ...others: readonly Other[]): SealedCase => ({
  ...python,
  variables,
  others: others.length > 0 ? others : [pricing()],
});
export const worker: Other = { ...bare, kind: "worker", command: "celery -A shop worker -l info" };
export const cron = (command: string, schedule = "0 3 * * *"): SealedCase => ({
  ...bare,
  kind: "cron",
  command,
  properties: { schedule },
});
