import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import Ajv, { type ValidateFunction } from "ajv";
import { inFolder } from "../../audit/written-folder";

const root = path.join(__dirname, "../../..");
const text = (file: string): string => readFileSync(path.join(root, file), "utf8");

type Schema = Readonly<Record<string, unknown>>;

/** The published schema lets fields be added; a test fails for each that is not documented. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== "object" || schema === null) return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)]));
  const open = "properties" in copy && "type" in copy && !("additionalProperties" in copy);
  return open ? { ...copy, additionalProperties: false } : copy;
}

/** A waived finding has one field more than a finding: strict, it is a type of its own. */
function withWaiver(schema: Schema): Schema {
  const document = structuredClone(schema) as {
    definitions: { finding: { required: string[]; properties: object } };
    properties: { waived: { items: object } };
  };
  const { finding } = document.definitions;
  document.properties.waived.items = {
    type: "object",
    required: [...finding.required, "waiver"],
    properties: { ...finding.properties, waiver: { $ref: "#/definitions/waiver" } },
  };
  return document;
}

const schema = JSON.parse(text("docs/audit.schema.json")) as Schema;
const validators: readonly (readonly [string, ValidateFunction])[] = [
  ["as published", new Ajv({ strictTypes: false }).compile(schema)],
  ["and has no other field", new Ajv({ strictTypes: false }).compile(strict(withWaiver(schema)) as Schema)],
];

function json(folder: string, ...args: readonly string[]): Record<string, unknown[]> {
  const command = [path.join(root, "bin/portcullis.js"), "audit", "--json", ...args];
  const { stdout } = spawnSync(process.execPath, command, { cwd: folder, encoding: "utf8" });
  return JSON.parse(stdout) as Record<string, unknown[]>;
}

/** Documents that have at least one row in each list. */
function documents(): readonly Record<string, unknown[]>[] {
  return inFolder({}, (folder) => {
    const found = ["sound", "incident", "monorepo"].map((name) => {
      const copy = path.join(folder, name);
      cpSync(path.join(root, "tests/fixtures/repositories", name), copy, { recursive: true });
      return json(copy);
    });
    const incident = path.join(folder, "incident");
    const waiver =
      "{ rule: environment/placeholder, file: .env.staging, key: DATABASE_URL, until: 2999-12-31, reason: x }";
    writeFileSync(path.join(incident, "vercel.json"), "{}\n");
    writeFileSync(path.join(incident, "portcullis-waivers.yaml"), `waivers:\n  - ${waiver}\n`);
    writeFileSync(path.join(incident, "render.yaml"), "services: [\n");
    writeFileSync(path.join(incident, ".gitignore"), "*.log\n");
    writeFileSync(path.join(incident, "deploy.log"), "");
    return [...found, json(incident, "--fix")];
  });
}

describe("portcullis audit --json", function () {
  this.timeout(10 * 60_000);

  it("is what docs/audit.schema.json says, and has no field that it does not", () => {
    const seen = documents();
    for (const document of seen) {
      for (const [title, validate] of validators) {
        assert.ok(validate(document), `${title}: ${JSON.stringify(validate.errors)}`);
      }
    }
    const lists = Object.keys(schema.properties as object).filter((key) => key !== "version");
    const empty = lists.filter((list) => seen.every((document) => document[list]?.length === 0));
    assert.deepEqual(empty, [], "a list that is always empty is not tested");
  });

  it("is refused by the schema where a field is missing or of another type", () => {
    const [document] = documents();
    const [, validate] = validators[0] ?? [];
    assert.ok(document && validate);
    for (const change of [{ version: 2 }, { findings: [{}] }, { files: undefined }]) {
      assert.ok(!validate(JSON.parse(JSON.stringify({ ...document, ...change }))), JSON.stringify(change));
    }
  });

  it("is described field by field on its page", () => {
    const page = text("docs/audit-json.md");
    const names = new Set(namesIn(schema));
    assert.deepEqual(
      [...names].filter((name) => !page.includes(`\`${name}\``)),
      [],
    );
  });
});

function namesIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(namesIn);
  if (typeof node !== "object" || node === null) return [];
  const own = "properties" in node ? Object.keys(node.properties as object) : [];
  return [...own, ...Object.values(node).flatMap(namesIn)];
}
