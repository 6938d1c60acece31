import assert from "node:assert/strict";
import { ownUrlPort } from "../../../../audit/readers/facts/own-url";

describe("the port that a health check asks on its own machine", () => {
  for (const [command, port] of [
    ["curl -f http://localhost:8000/health", 8000],
    ["wget -qO- http://127.0.0.1:3000", 3000],
    ["curl -f http://localhost:8080/actuator/health", 8080],
    ["curl -f http://localhost/health", undefined],
    ["curl -f http://localhost:2019/metrics || exit 1", undefined],
    ["curl -f http://127.0.0.1:9901/ready", undefined],
    ["curl -f http://localhost:8081/actuator/health", undefined],
    ["curl -f http://localhost:9000/q/health/ready", undefined],
  ] as const)
    it(`is ${port ?? "none of the service's"}: ${command}`, () => assert.equal(ownUrlPort(command), port));
});
