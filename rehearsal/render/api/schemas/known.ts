export const RUNTIMES = ["docker", "elixir", "go", "node", "python", "ruby", "rust", "image"] as const;
/** Sizes as they are sold since August 2026, then the plans before (render.com/docs/compute-plans, read 2026-11-28). */
export const PLANS = [
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
  "starter_plus",
  "standard",
  "standard_plus",
  "pro",
  "pro_plus",
  "pro_max",
  "pro_ultra",
  "free",
  "custom",
] as const;
export const REGIONS = ["frankfurt", "oregon", "ohio", "singapore", "virginia"] as const;
