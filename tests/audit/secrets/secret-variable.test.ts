import assert from "node:assert/strict";
import { SECRET_NAME, SECRET_TEXT } from "../../../audit/secrets/secret-variable";

const HOLD_SECRETS =
  "JWT_SECRET SECRET_KEY API_KEY OPENAI_API_KEY apiKey API_TOKEN PGPASSWORD DB_PASS DATABASE_URL TEST_DATABASE_URL " +
  "SENTRY_DSN PRIVATE_KEY AWS_SECRET_ACCESS_KEY SUPABASE_SERVICE_ROLE_KEY SESSION_KEY RENDER_DEPLOY_HOOK_URL";
const HOLD_NONE =
  "PORT LOG_LEVEL TOKENIZER_MODEL PASSWORD_HASHER SECRET_NAMESPACE SECRET_MANAGER_PROJECT TOKEN_ENDPOINT_AUTH_METHOD " +
  "SECRET_SCAN_TEAM ACCESS_TOKEN_EXPIRE_MINUTES TOKEN_TTL API_KEY_HEADER PASSWORD_MIN_LENGTH TOKEN_URL SECRET_FILE " +
  "AWS_ACCESS_KEY_ID JWT_ALGORITHM NEXT_PUBLIC_API_KEY VITE_API_KEY GATSBY_API_KEY VUE_APP_API_TOKEN COMPASS BYPASS_CACHE KEYBOARD";

describe("a variable's name", () => {
  for (const name of HOLD_SECRETS.split(" ")) {
    it(`says of ${name} that it holds a secret`, () => assert.match(name, SECRET_NAME));
  }
  for (const name of HOLD_NONE.split(" ")) {
    it(`says of ${name} that it holds none`, () => assert.doesNotMatch(name, SECRET_NAME));
  }

  it("is not needed to know a URL that holds its password", () => {
    assert.match("redis://:hunter2@cache:6379", SECRET_TEXT);
    assert.doesNotMatch("https://acme.com:8443/a@b", SECRET_TEXT);
  });

  it("is read in time that grows with its length", () => {
    assert.doesNotMatch("A_".repeat(50_000), SECRET_NAME);
  });
});
