import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { inFolder } from "../written-folder";

const files = (start: string, script: string): Readonly<Record<string, string>> => ({
  "render.yaml": `services:\n  - type: web\n    name: shop\n    runtime: node\n    plan: starter\n    healthCheckPath: /\n    startCommand: ${start}\n`,
  "package.json": `{\n  "name": "shop",\n  "scripts": { "start": "${script}", "serve": "npm start -- -H 127.0.0.1" },\n  "dependencies": { "next": "16.0.0", "vite": "7.0.0" }\n}\n`,
  "vite.config.js": "export default { preview: { allowedHosts: true } };\n",
});

function told(start: string, script: string): Promise<readonly string[]> {
  return inFolder(files(start, script), (folder) =>
    auditFolder(folder).findings.map(({ rule, place }) => `${rule} ${place.source === "file" && place.line}`),
  ) as unknown as Promise<readonly string[]>;
}

describe("what a script is given behind its name", () => {
  for (const [start, script, expected] of [
    ["npm start -- --host 0.0.0.0 --port $PORT", "vite preview", []],
    ["npm run start -- --host --port $PORT", "vite preview", []],
    ["yarn start --host 0.0.0.0 --port $PORT", "vite preview", []],
    ["pnpm start --host 0.0.0.0 --port $PORT", "vite preview", []],
    ["bun run start --host 0.0.0.0 --port $PORT", "vite preview", []],
    // npm keeps what comes without `--` in front for itself.
    [
      "npm start --host 0.0.0.0 --port $PORT",
      "vite preview",
      ["service/loopback-bind 3", "port/hard-coded 3"],
    ],
    // Said by the caller, so it is reported at the caller's line.
    ["yarn start -H 127.0.0.1", "next start", ["service/loopback-bind 7"]],
    ["npm run serve", "next start", ["service/loopback-bind 3"]],
  ] as const)
    it(`counts: ${start}`, async () => assert.deepEqual(await told(start, script), expected));
});
