import { docker } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import type { SealedCase } from "../sealed";
import { supabaseProject } from "../supabase-project";
import { bare } from "../written";

/** A password that was made up for the batch, and needs no encoding. */
export const CANARY = "Wd5plumTerrace8k";

/** A project that was invented for the batch, another one, and a shared pooler. */
export const REF = "qmvtzkrwlhxjbdnpcsgf";
export const OTHER = "zhbnwqlxkrvtdmpjgcsf";
export const POOL = "aws-1-eu-west-2.pooler.supabase.com";
export const { DIRECT, USER, url, pooled, SESSION } = supabaseProject({
  ref: REF,
  pool: POOL,
  role: "postgres",
  password: CANARY,
});

/** The rules that the batch names often, beside those of `batch.ts`. */
export const NEED = "service/unmet-need";
export const HEALTH = "service/health-check-path";
export const REFUSED = "environment/refused-value";
export const DEBUG = "environment/debug-in-production";
export const HOSTS = "service/allowed-hosts";
export const LIMITS = "plan/limits";
export const APPLICATION = "service/missing-application";
export const CRON = "service/cron-schedule";
export const NETWORK = "service/private-network";
export const PARAMETERS = "database/url-parameters";
export const UNTRUSTED = "database/tls-untrusted";
export const ENDPOINT = "database/supabase-endpoint";
export const MIGRATIONS = "database/direct-for-migrations";
export const FILE = "environment/missing-file";

/** A service by its command that a rule must reject. */
export const fails = (rule: string, why: string, command: string, more: SealedCase = {}): ExplainedCase => ({
  ...more,
  rule,
  why,
  command,
});

/** A service by anything else that a rule must reject. */
export const broken = (rule: string, why: string, one: SealedCase): ExplainedCase => ({ rule, why, ...one });

/** A service by its command that works. */
export const runs = (why: string, command: string, more: SealedCase = {}): ExplainedCase => ({
  ...more,
  why,
  command,
});

/** A service by anything else that works. */
export const sound = (why: string, one: SealedCase): ExplainedCase => ({ why, ...one });

/** A server in an image of the team's own. */
export const container = { ...docker, ...bare } as const;
