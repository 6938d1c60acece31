import assert from "node:assert/strict";
import { auditFolder } from "../../../../audit";
import { inFolder } from "../../written-folder";

const BLUEPRINT =
  "services:\n  - type: web\n    name: shop\n    runtime: node\n    plan: starter\n    healthCheckPath: /\n    startCommand: node server.mjs\n";

function missing(code: string): readonly string[] {
  return inFolder({ "render.yaml": BLUEPRINT, "server.mjs": code }, (folder) =>
    auditFolder(folder)
      .findings.filter(({ rule }) => rule === "environment/missing-variable")
      .map(({ what }) => what),
  );
}

describe("a variable without which JavaScript ends", () => {
  for (const [what, code, expected] of [
    [
      "by a pattern",
      'const { API_HOST, PORT } = process.env;\nif (!API_HOST) {\n  throw new Error("x");\n}\n',
      1,
    ],
    ["by a name of its own", "const host = process.env.API_HOST;\nif (!host) throw new Error();\n", 1],
    [
      "by another name in a pattern",
      "export const { API_HOST: host } = process.env;\nif (!host) throw new Error();\n",
      1,
    ],
    [
      "together with another",
      "const { API_HOST, API_KEY } = process.env;\nif (!API_HOST || !API_KEY) process.exit(1);\n",
      2,
    ],
    [
      "by T3, written out",
      'export const env = createEnv({\n  server: { API_HOST: z.string(), MODE: z.string().default("a") },\n  runtimeEnv: { API_HOST: process.env.API_HOST, MODE: process.env.MODE },\n});\n',
      1,
    ],
    [
      "but not where both are absent",
      "const { API_HOST, API_KEY } = process.env;\nif (!API_HOST && !API_KEY) process.exit(1);\n",
      0,
    ],
    [
      "but not in a function",
      "const { API_HOST } = process.env;\nfunction ask() {\n  if (!API_HOST) throw new Error();\n}\n",
      0,
    ],
    [
      "but not with a default",
      'const { API_HOST = "a" } = process.env;\nif (!API_HOST) throw new Error();\n',
      0,
    ],
  ] as const)
    it(`is missed: ${what}`, () => assert.equal(missing(code).length, expected, missing(code).join()));
});
