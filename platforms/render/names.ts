/** What Render calls its regions, runtimes and plans (render.com/docs/regions, /docs/blueprint-spec, its API description). */
export const RENDER_NAMES = {
  region: ["oregon", "ohio", "virginia", "frankfurt", "singapore"],
  runtime: ["python", "node", "go", "ruby", "rust", "elixir", "docker", "image", "static"],
  plan: [
    "free",
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
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Whether Render knows the name. A Blueprint writes `pro plus` where the API writes `pro_plus`; older plans are `…_legacy`. */
export function isRenderName(kind: keyof typeof RENDER_NAMES, name: string): boolean {
  const plain = name
    .toLowerCase()
    .replaceAll(/[_-]/g, " ")
    .replace(/ legacy$/, "");
  return RENDER_NAMES[kind].some((known) => known === plain);
}
