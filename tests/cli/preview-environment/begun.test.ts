import assert from "node:assert/strict";
import { begunIn } from "../../../cli/preview-environment/begun";

const urn = (type: string, name: string) =>
  `urn:pulumi:pr-1::shop::portcullis:index:Environment$${type}::${name}`;
const SERVICE = urn("render:index/webService:WebService", "shop");
const GROUP = urn("render:index/envGroup:EnvGroup", "shared");
const VERIFICATION = urn("pulumi-nodejs:dynamic/portcullis:Verification", "shop-verification");
const BUCKET = urn("aws:s3/bucket:Bucket", "files");

describe("What a killed update had begun to make", () => {
  it("is unknown where no state has it, and where the provider does not find it again", () => {
    const creating = [SERVICE, GROUP, VERIFICATION, BUCKET].map((each) => ({
      type: "creating",
      resource: { urn: each },
    }));
    const pending = [...creating, { type: "updating", resource: { urn: SERVICE } }];
    const resources = [
      { urn: SERVICE, id: "srv-1" },
      { urn: BUCKET, id: "files-1" },
    ];
    assert.deepEqual(begunIn({ deployment: { resources, pending_operations: pending } }), [
      "shared",
      "files",
    ]);
  });

  it("is nothing where no update was killed", () => {
    assert.deepEqual(begunIn({}), []);
    assert.deepEqual(begunIn({ deployment: { resources: [{ urn: SERVICE, id: "srv-1" }] } }), []);
  });
});
