export const NODE = (start: string, dependencies: Readonly<Record<string, string>> = {}): string =>
  `${JSON.stringify({ name: "shop", scripts: { start }, dependencies }, null, 2)}\n`;

export const FASTAPI = "from fastapi import FastAPI\n\napp = FastAPI()\n";
