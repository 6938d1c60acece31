import assert from "node:assert/strict";
import { isForDevelopers } from "../../domain/developers-variable";

describe("A variable's name", () => {
  for (const name of ["TEST_DATABASE_URL", "DB_HOST_LOCAL", "SHADOW_DATABASE_URL", "E2E_API_URL"]) {
    it(`says that developers alone read it: ${name}`, () => assert.ok(isForDevelopers(name)));
  }

  for (const name of ["DATABASE_URL", "DEVICE_HOST", "LATEST_URL", "CITY_URL", "LOCALE", "services.dev"]) {
    it(`says nothing of developers: ${name}`, () => assert.ok(!isForDevelopers(name)));
  }
});
