import type { Dated } from "../../domain/dated";

const READ = "2026-11-28";

/**
 * What Render calls its regions, runtimes and plans. The lists serve hints and advice alone: Render sells plans of its
 * own to single accounts, and its own command line does not check them.
 */
export const RENDER_NAMES = {
  region: {
    value: ["oregon", "ohio", "virginia", "frankfurt", "singapore"],
    read: READ,
    source: "https://render.com/docs/regions",
  },
  runtime: {
    value: ["python", "node", "go", "ruby", "rust", "elixir", "docker", "image", "static"],
    read: READ,
    source: "https://render.com/docs/blueprint-spec",
  },
  // The names of compute sizes since August 2026, then those before, which still run.
  plan: {
    value: [
      "free",
      "0.5c-512mb",
      "1c-2g",
      "2c-4g",
      "2c-8g",
      "2c-16g",
      "4c-8g",
      "4c-16g",
      "4c-32g",
      "8c-16g",
      "8c-32g",
      "8c-64g",
      "12c-24g",
      "12c-48g",
      "12c-96g",
      "starter",
      "starter plus",
      "standard",
      "standard plus",
      "pro",
      "pro plus",
      "pro max",
      "pro ultra",
      "custom",
    ],
    read: READ,
    source: "https://render.com/docs/compute-plans",
  },
} as const satisfies Readonly<Record<string, Dated<readonly string[]>>>;

/** Plans that are among the API's answers and not among what it makes a service with (render-openapi.json: plan, paidPlan). */
export const FORMER_PLANS: Dated<readonly string[]> = {
  value: ["starter plus", "standard plus"],
  read: "2026-12-01",
  source: "https://api-docs.render.com/reference/create-service",
};

/** Whether the list has the name. A Blueprint writes `pro plus` where the API writes `pro_plus`; older plans are `…_legacy`. */
export function isRenderName(kind: keyof typeof RENDER_NAMES, name: string): boolean {
  const values: readonly string[] = RENDER_NAMES[kind].value;
  const plain = name
    .toLowerCase()
    .replaceAll("_", " ")
    .replace(/[- ]legacy$/, "");
  return values.includes(plain) || values.includes(plain.replaceAll("-", " "));
}
