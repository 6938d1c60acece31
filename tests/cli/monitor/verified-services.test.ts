import assert from "node:assert/strict";
import { verifiedServices } from "../../../cli/monitor/verified-services";

const secret = (value: unknown) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  plaintext: JSON.stringify(value),
});

const exporting =
  (resources: unknown, exitCode = 0) =>
  async () => {
    const stdout = JSON.stringify({ deployment: { resources } });
    return { exitCode, stdout, output: exitCode === 0 ? stdout : "error: no stack named 'x' found" };
  };

describe("What a stack has verified", () => {
  it("is its verifications, with their secrets readable", async () => {
    const inputs = { serviceId: "srv-1", endpoints: secret([{ headers: secret({ a: "b" }) }]) };
    const found = await verifiedServices(
      exporting([
        { type: "pulumi:pulumi:Stack" },
        { type: "pulumi-nodejs:dynamic/portcullis:Verification", inputs },
      ]),
      "staging",
    );
    assert.deepEqual(found, [{ serviceId: "srv-1", endpoints: [{ headers: { a: "b" } }] }]);
  });

  it("is not nothing: a stack without one is refused, and one that cannot be read too", async () => {
    await assert.rejects(
      verifiedServices(exporting([]), "staging"),
      /has verified no service. Type `pulumi up/,
    );
    await assert.rejects(verifiedServices(exporting([], 1), "x"), /cannot be read: no stack named 'x' found/);
  });
});
