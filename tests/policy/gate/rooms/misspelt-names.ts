import type { ExplainedCase } from "../nineteenth-form";
import type { SealedCase } from "../sealed";

const RULE = "plan/limits";
const having = (rule: string, why: string, one: SealedCase): ExplainedCase => ({ rule, why, ...one });
const of = (why: string, one: SealedCase): ExplainedCase => ({ why, ...one });
const properties = (more: object): SealedCase => ({ properties: more });

/** Names of a program that Render's API has in another spelling (render-openapi.json: region, serviceRuntime, plan). */
export const MISSPELT_NAMES_BROKEN: readonly ExplainedCase[] = [
  having(RULE, "a region in capitals", properties({ region: "Frankfurt" })),
  having(RULE, "a region with two letters changed about", properties({ region: "frankfrut" })),
  having(RULE, "a region with a letter less", properties({ region: "sigapore" })),
  having(RULE, "a plan in capitals", properties({ plan: "Starter" })),
  having(RULE, "a plan as the dashboard shows it", properties({ plan: "Pro Plus" })),
  having(RULE, "a runtime in capitals", { runtime: "Python" }),
  having(RULE, "a runtime by the language's other name", {
    runtime: "nodejs",
    command: "npx next start -p $PORT",
    driver: "pg",
  }),
  having(RULE, "a runtime with two letters changed about", { runtime: "pyhton" }),
];

export const MISSPELT_NAMES_SOUND: readonly ExplainedCase[] = [
  of("a region that may have come later", properties({ region: "sydney" })),
  of("a region near none", properties({ region: "tokyo" })),
  of("a plan with its underscore", properties({ plan: "pro_plus" })),
  of("a plan of one's own", properties({ plan: "pro_xl" })),
  of("a plan by its size", properties({ plan: "1c-2g" })),
  of("a runtime that may have come later", {
    runtime: "deno",
    command: "deno serve --host 0.0.0.0 --port 8000 main.ts",
    driver: "none",
  }),
  of("a runtime of Rust, beside one that is nearly called so", {
    runtime: "rust",
    command: "./target/release/heron --bind 0.0.0.0:8000",
    driver: "sqlx",
  }),
];
