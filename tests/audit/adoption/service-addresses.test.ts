import assert from "node:assert/strict";
import { adoptFolder } from "../../../audit";
import { inFolder } from "../written-folder";
import { ORIGIN } from "./adopted-services";

const BLUEPRINT = `services:
  - type: web
    name: shop
    runtime: node
    buildCommand: npm ci
    startCommand: node server.js
    healthCheckPath: /h
    envVars:
      - { key: DATABASE_URL, fromDatabase: { name: db, property: connectionString } }
      - { key: API_ADDRESS, fromService: { name: api, type: pserv, property: hostport } }
databases:
  - name: db
`;

describe("An address that Render fills in of another service", () => {
  it("is typed as the service's variable, and is no database", () =>
    inFolder(
      { "render.yaml": BLUEPRINT, "package.json": '{ "dependencies": { "pg": "8.13.0" } }' },
      (folder) => {
        const [draft] = adoptFolder(folder).drafts(ORIGIN);
        assert.equal(draft?.databases.length, 0);
        assert.ok(draft?.database !== undefined);
        assert.deepEqual(
          draft.secrets.map(({ key }) => key),
          ["portcullis:databaseUrl", "portcullis:service.environment.API_ADDRESS"],
        );
      },
    ));
});
