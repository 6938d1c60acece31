import assert from "node:assert/strict";
import { OWN_PROCESS, TypedProgram } from "./typed-program";

const CANARY = "c4nary-s3cret-v4lue";

describe("A provider without its key", function () {
  this.timeout(5 * 60_000);
  let program: TypedProgram;

  before(async () => {
    program = await TypedProgram.open({}, {}, OWN_PROCESS);
  });
  after(() => program.close());

  it("previews, and says at the update what to type", async () => {
    const environment = { RENDER_API_KEY: "" };
    program.resources = [program.service()];
    assert.match(await program.succeed(["preview"], { environment }), /\+ 2 to create/);
    const output = await program.fail(["up", "--yes", "--skip-preview"], { environment });
    assert.match(
      output,
      /Render needs the API key: `pulumi config set --secret render:apiKey`, or RENDER_API_KEY/,
    );
  });

  it("tells every problem of a resource at once, each with its property, and no secret of it", async () => {
    const variables = { A: {}, B: { value: CANARY, generateValue: true }, C: { value: 5 } };
    const runtimeSource = { image: { imageUrl: `https://user:${CANARY}@registry.example.com/api:1` } };
    const change = {
      plan: "statrer",
      healthCheckPath: "health",
      envVars: variables,
      disc: {},
      runtimeSource,
    };
    program.resources = [program.service(change)];
    const output = await program.fail(["preview"]);
    const properties = [
      "healthCheckPath",
      "envVars.A",
      "envVars.B",
      "envVars.C.value",
      "disc",
      "runtimeSource.image.imageUrl",
    ];
    for (const property of properties) assert.ok(output.includes(` property ${property} value `), property);
    // Plans grow without us: what a dated list does not have is the pack's advice, and no refusal.
    assert.ok(!output.includes(" property plan value "), output);
    assert.match(output, /Did you mean `disk`\?/);
    assert.ok(!output.includes(CANARY), output);
  });

  it("gives a schema that the engine can read", async () => {
    const schema = JSON.parse(await program.succeed(["package", "get-schema", "./render"]));
    const { inputProperties } = schema.resources["render:index/webService:WebService"];
    assert.equal(inputProperties.healthCheckPath.type, "string");
  });
});
