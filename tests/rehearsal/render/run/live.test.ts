import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { event, messages, Rehearsed, textAt } from "./rehearsed";

describe("A deploy of the embedded Render", () => {
  let rehearsed: Rehearsed;
  beforeEach(async () => {
    rehearsed = await Rehearsed.open();
  });
  afterEach(() => rehearsed.close());

  it("builds, starts the process and makes the service live", async () => {
    const service = await rehearsed.service();
    assert.equal((await fetch(service.url)).status, 503);
    const deploy = await rehearsed.deploy(service);
    assert.equal(deploy.status, "live");
    assert.match(await textAt(service), /^pid \d+$/);
  });
});
