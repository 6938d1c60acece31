import assert from "node:assert/strict";
import { judgedProgram, resourcesOf } from "./program";
import { together } from "./rejected";
import type { SealedCase } from "./sealed";
import { DIRECT, POOL, REF, SESSION } from "./written";

const judged = (one: SealedCase) => together(judgedProgram(resourcesOf("api", one)));
const section = (name: string, host: string, user: string) =>
  `[${name}]\nhost=${host}\nport=5432\nuser=${user}\ndbname=postgres\nsslmode=require\n`;
const FILE = section("main", POOL, `app.${REF}`) + section("direct", DIRECT, "postgres");
const chosen = (service: string) => ({
  driver: "psycopg",
  variables: { PGSERVICE: service, PGSERVICEFILE: "/etc/secrets/pg_service.conf" },
  secretFiles: { "pg_service.conf": FILE },
});

describe("PostgreSQL's service file", () => {
  it("is judged by the section that PGSERVICE names, and by no other", () => {
    assert.deepEqual(judged(chosen("main")).rejected, []);
    assert.ok(
      judged(chosen("direct")).rejected.some((message) => message.startsWith("database-ipv6-only-host:")),
    );
  });

  it("leaves the database open where it is not at hand, unless another variable names it", () => {
    const alone = judged({ driver: "psycopg", variables: { PGSERVICE: "main" } });
    assert.deepEqual(alone.rejected, []);
    assert.match(alone.undecided, /PGSERVICE names a section of a service file.*database\/ipv6-only-host/);
    const beside = judged({ driver: "psycopg", variables: { PGSERVICE: "main", DATABASE_URL: SESSION } });
    assert.doesNotMatch(beside.undecided, /service file/);
  });
});
