import assert from "node:assert/strict";
import { judgedProgram, type Registered, resourcesOf } from "./gate/program";
import { together } from "./gate/rejected";

const command = "uvicorn main:app --port $PORT";
const judged = (program: readonly Registered[]) => together(judgedProgram(program));

describe("a finding that an env group may undo", () => {
  it("is reported by its rule's policy where no group is linked", () => {
    const { rejected } = judged(resourcesOf("api", { command }));
    assert.equal(rejected.length, 1);
    assert.match(rejected[0] ?? "", /^service-loopback-bind: api-web \(startCommand\).*got 127\.0\.0\.1/);
  });

  it("is reported where the linked group sets other variables", () => {
    const { rejected } = judged(resourcesOf("api", { command, group: { LOG_LEVEL: "info" } }));
    assert.equal(rejected.length, 1);
  });

  it("is gone where the linked group sets the variable, whatever the order of the resources", () => {
    const program = resourcesOf("api", { command, group: { UVICORN_HOST: "0.0.0.0" } });
    const [component, service, group, link] = program;
    assert.ok(component && service && group && link);
    for (const order of [program, [component, group, service, link]])
      assert.deepEqual(judged(order), { rejected: [], advised: [], undecided: "" });
  });

  it("is not decided where a group is linked by an id that the program has written down", () => {
    const link = {
      type: "render:index/envGroupLink:EnvGroupLink",
      name: "link",
      props: { envGroupId: "evg-1", serviceIds: ["srv-1"] },
    };
    const { rejected, undecided } = judged([...resourcesOf("api", { command }), link]);
    assert.deepEqual(rejected, []);
    assert.match(undecided, /api-web \(startCommand\): not decided, .* may set UVICORN_HOST/);
  });

  it("is the port's too, where the command takes it from a variable of its own", () => {
    const start = "uvicorn main:app --host 0.0.0.0 --port ${APP_PORT:-9000}";
    assert.match(judged(resourcesOf("api", { command: start })).rejected.join(), /port-agreement.*got 9000/s);
    assert.deepEqual(
      judged(resourcesOf("api", { command: start, group: { APP_PORT: "8000" } })).rejected,
      [],
    );
  });
});
