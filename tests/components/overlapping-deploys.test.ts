import assert from "node:assert/strict";
import { rollBack } from "../../components/verification/rollback";
import { pass, watchDeploy } from "../../probes";
import { untilLive } from "../../render/deploys";
import { CalledKind } from "../render/called-kind";

describe("A deploy for which Render cancels the one before it", () => {
  let kind: CalledKind;
  let path: string;
  let id: string;
  before(async () => {
    kind = await CalledKind.open({ timings: { workerUp: 0.1 } });
    const commands = { envSpecificDetails: { buildCommand: "true", startCommand: "sleep 600" } };
    const { service, deployId } = await kind.called.ask("POST", "/services", {
      ...kind.called.post({ type: "background_worker" }, commands),
    });
    id = service.id;
    path = `/services/${id}/deploys`;
    await kind.called.ended(id, deployId);
  });
  after(() => kind.close());

  const { signal } = new AbortController();
  const deploy = async (): Promise<string> => (await kind.called.ask("POST", path, {})).id;
  const slow = (seconds: number) =>
    kind.called.ask("PATCH", `/services/${id}`, {
      serviceDetails: { envSpecificDetails: { buildCommand: `sleep ${seconds}` } },
    });

  it("is not decided by a verification of the cancelled one, which names it", async () => {
    await slow(60);
    const first = await deploy();
    const newer = await deploy();
    const at = { client: kind.context().client, serviceId: id };
    const { answer } = await watchDeploy(at, { deployId: first, deadline: 60_000, signal });
    assert.equal(answer.outcome, "not-decided");
    assert.match(answer.reason, new RegExp(`deploy ${first} was cancelled for a newer one, ${newer}$`));
  });

  it("is named by an update that waits for the cancelled one", async () => {
    const first = await deploy();
    const newer = await deploy();
    await assert.rejects(
      untilLive(kind.context(), id, first),
      new RegExp(`Deploy ${first} was cancelled for deploy ${newer}, which somebody else has asked for`),
    );
  });

  it("is not cancelled by a rollback of what is live", async () => {
    await slow(0);
    const live = await deploy();
    assert.equal(await kind.called.ended(id, live), "live");
    await slow(60);
    const coming = await deploy();
    const at = { client: kind.context().client, serviceId: id };
    const report = { answer: pass("live"), live, ended: true, log: undefined };
    const words = await rollBack(at, live, report, { signal, onProgress: () => {} });
    assert.equal(words, `The service was not rolled back: a newer deploy, ${coming}, is under way.`);
    const { status } = await kind.called.ask("GET", `${path}/${coming}`);
    assert.notEqual(status, "canceled");
  });
});
