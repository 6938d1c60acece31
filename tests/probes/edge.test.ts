import assert from "node:assert/strict";
import { isFromEdge } from "../../probes/edge";

/** As answers of Render are (docs/facts/render.md#r36): all come through Cloudflare. */
const server = "cloudflare";
const cases = [
  ["a server that names itself", 503, { server, "x-render-origin-server": "uvicorn" }, false],
  [
    "a server that does not name itself, as Node's",
    503,
    { server, "x-render-origin-server": "Render" },
    false,
  ],
  ["a service of that address is not there", 404, { server, "x-render-routing": "no-server" }, true],
  ["no deploy is live yet", 502, { server, "x-render-routing": "no-deploy" }, true],
  ["no instance answers", 502, { server, "x-render-routing": "dynamic-paid-error" }, true],
  ["the service is suspended", 503, { server, "x-render-routing": "suspend-by-user" }, true],
  ["a free instance wakes up", 429, { server, "x-render-routing": "hibernate-rate-limited" }, true],
  ["a site's folder has no such file", 404, { server, "x-render-routing": "static-no-asset" }, false],
  ["a site's answer says how it was found", 200, { server, "x-render-routing": "static" }, false],
  ["Cloudflare does not reach Render", 522, { server }, true],
  ["Cloudflare says nothing of the service", 502, { server }, true],
  ["the service says that something is not there", 404, { server }, false],
  ["no proxy is between", 503, {}, false],
  ["a proxy of the service's own is between", 502, { server: "nginx" }, false],
] as const;

describe("Whether an answer is the edge's own", () => {
  for (const [what, status, headers, isEdges] of cases) {
    it(`is ${isEdges ? "known" : "denied"} where ${what}`, () => {
      assert.equal(isFromEdge(status, headers), isEdges);
    });
  }
});
