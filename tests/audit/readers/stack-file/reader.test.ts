import assert from "node:assert/strict";
import { STACK_FILE_READER } from "../../../../audit/readers/stack-file/reader";
import { ONE_FILE } from "../one-file";

const STACK = `config:
  portcullis:service:
    name: shop
    start: uvicorn main:app --port $PORT
    port: 8000
    driver: asyncpg
    environment: { LOG_LEVEL: info }
  portcullis:database:
    supabase: { projectRef: abcdefghijklmnopqrst, poolerHost: aws-0-us-west-1.pooler.supabase.com, connection: session }
    role: shop_staging
  portcullis:databasePassword: { secure: canary }
`;

const read = (text: string) =>
  STACK_FILE_READER.read({ path: "infra/Pulumi.staging.yaml", text }, ONE_FILE).facts;

describe("the reader of a stack's file", () => {
  it("states what the stack declares, at its lines, for the stack's environment", () => {
    const seen = read(STACK).map(({ kind, place, service, environment }) => {
      return `${place.source === "file" ? place.line : 0} ${kind} ${service}/${environment}`;
    });
    assert.deepEqual(seen, [
      "3 environment shop/staging",
      "5 port shop/staging",
      "4 start-command shop/staging",
      "7 variable shop/staging",
      "9 connection shop/staging",
    ]);
  });

  it("derives the endpoint as the stack itself does", () => {
    const connection = read(STACK).find(({ kind }) => kind === "connection");
    assert.ok(connection?.kind === "connection");
    assert.deepEqual(connection.port, { known: true, value: 5432 });
    assert.deepEqual(connection.user, { known: true, value: "shop_staging.abcdefghijklmnopqrst" });
    assert.deepEqual(connection.parameters, { known: true, value: { sslmode: "require" } });
  });

  it("leaves an encrypted URL unknown, and repeats no encrypted text", () => {
    const facts = read(`${STACK}  portcullis:databaseUrl: { secure: canary }\n`);
    assert.equal(facts.at(-1)?.kind, "url");
    assert.ok(!JSON.stringify(facts).includes("canary"));
  });

  it("states nothing of other projects' stacks", () => {
    assert.deepEqual(read("config:\n  aws:region: us-east-1\n"), []);
  });
});
