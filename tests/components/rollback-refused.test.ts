import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Deployed, DeployedKinds, type Kind } from "./deployed-kind";

const SICK = { ANSWERS: JSON.stringify({ "/ready": { status: 500 } }) };
const READY = { ...{ name: "ready", method: "GET", path: "/ready", headers: {} }, timeout: 10_000 };
const BAD = { endpoints: [{ ...READY, expect: { status: 200 } }], rollback: true, stability: 0 };

describe("A rollback that does not come about", function () {
  this.timeout(5 * 60_000);
  let kinds: DeployedKinds;
  before(async () => {
    kinds = await DeployedKinds.open();
  });
  afterEach(() => kinds.clear());
  after(() => kinds.close());

  async function deployedAgain(change: Kind, kind: Kind = {}): Promise<{ service: Deployed; first: string }> {
    const service = await kinds.deployed(kind);
    const first = service.deployId;
    assert.equal(await service.ended(), "live");
    await service.again(change);
    return { service, first };
  }

  it("is not allowed to the key: what is live is said, and the failure stays one", async () => {
    const { service } = await deployedAgain({ variables: SICK });
    service.fails(/rollback$/, 403, 1, "POST");
    const { outcome, words } = await service.verified(BAD);
    assert.equal(outcome, "fail", words);
    assert.match(words, new RegExp(`was not rolled back: .*403.*Deploy ${service.deployId} is live now`));
  });

  it("fails itself, since the predecessor ends with what it finds now: that is said with its line", async () => {
    // Its first start leaves a mark for the next one, as a migration does that cannot be taken back.
    const folder = await mkdtemp(path.join(tmpdir(), "portcullis-rollback-"));
    const program = `const fs = require("node:fs"); const mark = ${JSON.stringify(path.join(folder, "mark"))};
      if (fs.existsSync(mark)) { console.error("Error: schema version 2 is newer than 1"); process.exit(1); }
      require("node:http").createServer((request, response) => {
        if (process.env.ANSWERS) fs.writeFileSync(mark, "");
        response.statusCode = process.env.ANSWERS && request.url === "/ready" ? 500 : 200; response.end("ok");
      }).listen(Number(process.env.PORT), "0.0.0.0");`;
    const { service, first } = await deployedAgain({ variables: SICK, program }, { program });
    const { outcome, words } = await service.verified(BAD);
    assert.equal(outcome, "fail", words);
    await rm(folder, { recursive: true });
    assert.match(
      words,
      new RegExp(`The rollback to ${first} did not succeed: .*schema version 2 is newer than 1`),
    );
  });

  it("comes about where the service was suspended before, and resumed", async () => {
    const service = await kinds.deployed({});
    assert.equal(await service.ended(), "live");
    await service.ask("POST", "/suspend");
    await service.ask("POST", "/resume");
    await service.again({ variables: SICK });
    const { outcome, words } = await service.verified(BAD);
    assert.equal(outcome, "fail", words);
    assert.match(words, /was rolled back to its last live deploy/);
  });
});
