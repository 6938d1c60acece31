import assert from "node:assert/strict";
import { auditFolder } from "../../../../audit";
import { ENV_FILE } from "../../../../audit/readers/env-file/reader";
import { ENV_SCHEMA } from "../../../../audit/readers/env-schema/reader";
import { factsOf } from "../../../../domain";
import { inFolder } from "../../written-folder";
import { ONE_FILE } from "../one-file";

const SCHEMA = `# @defaultSensitive=false @defaultRequired=false
# @currentEnv=$APP_ENV
# ---

# Stripe's key
# @required @sensitive @type=string(startsWith=sk_)
STRIPE_KEY=
# @type=port
PORT=8000
# @optional
SENTRY_DSN=
# @required=forEnv(production)
CDN_URL=
# @required
TOKEN=op(op://vault/token)
FEATURE=
`;

describe("A schema of environment variables", () => {
  const { facts } = ENV_SCHEMA.read({ path: ".env.schema", text: SCHEMA }, ONE_FILE);

  it("says what is needed by its decorators, and leaves open what depends on the environment", () => {
    assert.deepEqual(
      factsOf(facts, "wanted-variable").map(({ name, required }) => [name, required.known && required.value]),
      [
        ["STRIPE_KEY", true],
        ["SENTRY_DSN", false],
        ["CDN_URL", false],
        ["FEATURE", false],
      ],
    );
    const open = factsOf(facts, "wanted-variable").filter(({ required }) => !required.known);
    assert.deepEqual(
      open.map(({ name }) => name),
      ["CDN_URL"],
    );
  });

  it("gives its values to every environment, and knows none that is computed", () => {
    assert.deepEqual(
      factsOf(facts, "variable").map(({ name, value, environment }) => [
        name,
        value.known && value.value,
        environment,
      ]),
      [
        ["PORT", "8000", undefined],
        ["TOKEN", false, undefined],
      ],
    );
  });

  it("takes a header that makes all required at its word", () => {
    const text = "# @defaultRequired=true\n# ---\nA=\n# @optional\nB=\nC=1\n";
    const all = ENV_SCHEMA.read({ path: "api/.env.schema", text }, ONE_FILE).facts;
    assert.deepEqual(
      factsOf(all, "wanted-variable").map(({ name, required, place }) => [
        name,
        required.known && required.value,
        place.source === "file" && place.line,
      ]),
      [
        ["A", true, 3],
        ["B", false, 5],
      ],
    );
  });

  it("is no env file of a machine", () => {
    assert.equal(ENV_FILE.accepts(".env.schema"), false);
    assert.equal(ENV_SCHEMA.accepts("api/.env.schema"), true);
    assert.equal(ENV_SCHEMA.accepts(".env.example"), false);
  });

  it("makes a variable that no environment has a finding", async () => {
    const files = {
      ".env.schema": "# @required\nSTRIPE_KEY=\nPORT=8000\n",
      ".env.production": "PORT=8000\n",
      ".env.staging": "PORT=8000\nSTRIPE_KEY=from-the-vault\n",
    };
    const { findings } = await inFolder(files, (folder) => auditFolder(folder));
    const missing = findings.filter(({ rule }) => rule === "environment/missing-variable");
    assert.deepEqual(
      missing.map(({ place, environments }) => [place.source === "file" && place.file, environments]),
      [[".env.production", ["production"]]],
    );
  });
});
