import assert from "node:assert/strict";
import { auditFolder } from "../../audit";
import { type Files, inFolder } from "./written-folder";

const RULES = [
  "environment/missing-variable",
  "environment/duplicate-variable",
  "environment/debug-in-production",
  "environment/platform-owned",
  "environment/reading-difference",
  "service/native-without-start",
  "service/start-builds",
  "plan/limits",
];

/** Every finding of these rules: its severity, its rule, its place and its environments. */
async function told(files: Files): Promise<readonly string[]> {
  const { findings } = await inFolder(files, (folder) => auditFolder(folder));
  return findings.flatMap(({ rule, severity, place, environments }) => {
    if (!RULES.includes(rule) || place.source !== "file") return [];
    return [`${severity} ${rule} ${place.file}:${place.line} ${environments.join(",")}`.trim()];
  });
}

const SETTINGS =
  "from pydantic_settings import BaseSettings\n\n\nclass Settings(BaseSettings):\n    jwt_secret: str\n    log_level: str = 'info'\n";

const service = (name: string, lines: readonly string[], variables: readonly string[]): string =>
  [
    "  - type: web",
    `    name: ${name}`,
    "    healthCheckPath: /health",
    ...lines.map((line) => `    ${line}`),
    "    envVars:",
    ...variables.map((variable) => `      - ${variable}`),
    "",
  ].join("\n");

const PYTHON = [
  "runtime: python",
  "plan: starter",
  "startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT",
];
const PORT = '{ key: PORT, value: "8000" }';
const SECRET = "{ key: JWT_SECRET, sync: false }";

const SOUND: Files = {
  "settings.py": SETTINGS,
  "render.yaml": `services:\n${service("shop-staging", PYTHON, [PORT, SECRET, "{ key: DEBUG, value: true }"])}${service("shop-production", PYTHON, [PORT, SECRET])}`,
};

const CASES: readonly (readonly [string, Files, readonly string[]])[] = [
  ["a sound Blueprint of two environments", SOUND, []],
  [
    "a variable that one of two services in a Blueprint lacks",
    {
      ...SOUND,
      "render.yaml": `services:\n${service("shop-staging", PYTHON, [PORT, SECRET])}${service("shop-production", PYTHON, [PORT])}`,
    },
    ["warning environment/missing-variable render.yaml:18 production"],
  ],
  [
    "a variable that only a developer's machine has",
    { ...SOUND, "settings.py": `${SETTINGS}    stripe_token: str\n`, ".env": "STRIPE_TOKEN=x\n" },
    ["note environment/missing-variable settings.py:7"],
  ],
  [
    "a value and a generated one for one variable",
    {
      "render.yaml": `services:\n${service("shop", PYTHON, [PORT, "{ key: TOKEN, value: x, generateValue: true }"])}`,
    },
    ["warning environment/duplicate-variable render.yaml:10"],
  ],
  [
    "one name with two values in an env file",
    { ".env.production": "A=1\nB=2\nA=3\nB=2\n" },
    ["warning environment/duplicate-variable .env.production:3 production"],
  ],
  [
    "one variable from two groups",
    {
      "render.yaml": `services:\n${service("shop", PYTHON, [PORT, "fromGroup: a", "fromGroup: b"])}envVarGroups:\n  - { name: a, envVars: [{ key: A, value: 1 }] }\n  - { name: b, envVars: [{ key: A, value: 2 }] }\n`,
    },
    ["warning environment/duplicate-variable render.yaml:14"],
  ],
  [
    "debugging and a variable of Render's in production",
    {
      "render.yaml": `services:\n${service("shop-production", PYTHON, [PORT, "{ key: DEBUG, value: true }", "{ key: RENDER, value: true }", "{ key: LOG_LEVEL, value: debug }"])}`,
    },
    [
      "warning environment/debug-in-production render.yaml:10 production",
      "warning environment/platform-owned render.yaml:11 production",
      "note environment/debug-in-production render.yaml:12 production",
    ],
  ],
  [
    "a value that tools read differently",
    { ".env.production": "GREETING=hello#world\n" },
    ["note environment/reading-difference .env.production:1 production"],
  ],
  [
    "a native runtime with a Procfile alone",
    {
      Procfile: "web: gunicorn main:app\n",
      "render.yaml": `services:\n${service("shop", ["runtime: python", "plan: starter"], [PORT])}`,
    },
    ["error service/native-without-start render.yaml:3"],
  ],
  [
    "a build in the start command, and a disk on the free plan",
    {
      "render.yaml": `services:\n${service(
        "shop",
        [
          "runtime: node",
          "plan: free",
          "startCommand: npm run build && npm start",
          "disk: { name: data, mountPath: /data, sizeGB: 1 }",
          "scaling: { minInstances: 2, maxInstances: 3 }",
        ],
        [PORT],
      )}`,
    },
    [
      "error plan/limits render.yaml:8",
      "error plan/limits render.yaml:9",
      "error plan/limits render.yaml:9",
      "error plan/limits render.yaml:9",
      "error plan/limits render.yaml:9",
      "warning service/start-builds render.yaml:7",
    ],
  ],
];

describe("the variables and plans of a repository", () => {
  for (const [title, files, expected] of CASES) {
    it(`are judged: ${title}`, async () => assert.deepEqual(await told(files), expected));
  }
});
