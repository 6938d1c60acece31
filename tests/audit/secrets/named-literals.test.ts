import assert from "node:assert/strict";
import { namedLiterals } from "../../../audit/secrets/named-literals";

// Put together here, so that no scanner takes this file for one that holds a secret.
const VALUE = ["k9Qz3Lw7", "Xr2Vb8Nc", "5Tm1Hd6J"].join("");
const HEX = ["9f86d081884c7d65", "9a2feaa0c55ad015"].join("");

const found = (line: string, file = "app/settings.py"): readonly string[] =>
  namedLiterals({ path: file, text: `import os\n${line}\n` }).map(
    ({ what, place }) => `${place.source === "file" ? place.line : ""} ${what}`,
  );

describe("A secret in code that its name alone says", () => {
  for (const [file, line, name] of [
    ["app/settings.py", `API_KEY = "${VALUE}"`, "API_KEY"],
    ["app/settings.py", `client = Client(api_key="${VALUE}")`, "api_key"],
    ["src/config.ts", `const jwtSecret: string = '${HEX}';`, "jwtSecret"],
    ["src/config.ts", `  clientSecret: "${VALUE}",`, "clientSecret"],
    ["main.go", `\tdbPassword := "${VALUE}"`, "dbPassword"],
    ["config/application.rb", `config.secret_key = '${HEX}'`, "secret_key"],
    ["app.php", `'auth_token' => '${VALUE}',`, "auth_token"],
  ] as const)
    it(`is found: ${line.replaceAll(VALUE, "…").replaceAll(HEX, "…")}`, () =>
      assert.deepEqual(found(line, file), [`2 a generated value in \`${name}\`, a secret by that name`]));

  for (const line of [
    'API_KEY = "your-api-key-goes-here-1234"',
    'API_KEY = os.environ["API_KEY"]',
    'PASSWORD = "correct horse battery staple"',
    'SECRET_KEY = "django-insecure-4f9k2j3h4g5f6d7s8a9p0"',
    `ANON_API_KEY = "${VALUE}"`,
    `PUBLIC_API_KEY = "${VALUE}"`,
    `FIREBASE_API_KEY = "${VALUE}"`,
    `API_KEY_HEADER = "${VALUE}"`,
    `PASSWORD_HASH = "${HEX}"`,
    `CACHE_KEY = "${HEX}"`,
    `TOKEN = "${HEX}"`,
    `# API_KEY = "${VALUE}"`,
    'DB_PASSWORD = "prod-db-password-2024-01"',
    'DB_PASSWORD = "projects/123456/secrets/db/versions/12"',
    'PASSWORD = "auth.form.password1.placeholder2"',
    'resetPassword: "userPasswordResetTokenKey",',
    'ACCESS_TOKEN = "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48"',
    'API_KEY = "xxxxxxxxxxxxxxxxxxxxxxxx"',
    'API_KEY = "00000000000000000000000000000000"',
    'API_KEY = "12345678901234567890abcdef"',
    'SECRET = "sb_publishable_k3Jq9vLz0pXw7RtYb2NcMg"',
  ])
    it(`is not told of: ${line.replaceAll(VALUE, "…").replaceAll(HEX, "…")}`, () =>
      assert.deepEqual(found(line), []));

  for (const file of [
    "tests/settings.py",
    "src/api.test.ts",
    "examples/app.py",
    "README.md",
    "seed/users.js",
  ])
    it(`is not looked for in ${file}`, () => assert.deepEqual(found(`API_KEY = "${VALUE}"`, file), []));
});
