import assert from "node:assert/strict";
import { neighboursBy, peersBy, peersOf, withBeside } from "../../domain/beside";
import { factsOf, type NeighbourFact, type PeerFact, type PlatformFact } from "../../domain/fact";
import { known } from "../../domain/knowable";

const place = { source: "configuration", key: "render.yaml" } as const;

const neighbour = (name: string, more: Partial<NeighbourFact> = {}): NeighbourFact => ({
  kind: "neighbour",
  place,
  platform: "render",
  is: "private",
  name,
  hosts: [name.toLowerCase()],
  ...more,
});
const peer = (hostName: string, platform = "render"): PeerFact => ({
  kind: "peer",
  place,
  platform,
  hostName,
  ports: known([]),
});

const [api, jobs, cache] = [
  neighbour("api", { diskAt: "/var/data" }),
  neighbour("Jobs", { is: "worker" }),
  neighbour("cache", { is: "key value store", usedBy: ["urn:pulumi:a::b::c::api"] }),
];
const [apiPeer, webPeer] = [peer("API"), peer("web", "compose")];
const platform: PlatformFact = { kind: "platform", place, platform: "render", listens: true };
const beside = { peers: [apiPeer, webPeer], neighbours: [api, jobs, cache] };

describe("what is beside a service", () => {
  it("is found by name, host, kind and what it has", () => {
    const facts = withBeside([platform], beside, [jobs]);
    assert.deepEqual(neighboursBy(facts, "name api"), [api]);
    assert.deepEqual(neighboursBy(facts, "host cache"), [cache]);
    assert.deepEqual(neighboursBy(facts, "is key value store"), [cache]);
    assert.deepEqual(neighboursBy(facts, "with a disk"), [api]);
    assert.deepEqual(neighboursBy(facts, "taken from"), [cache]);
    assert.deepEqual(neighboursBy(facts, "with domains"), []);
    assert.deepEqual(peersBy(facts, "host api"), [apiPeer]);
    assert.deepEqual(peersBy(facts, "at compose"), [webPeer]);
  });

  it("is never the service itself", () => {
    const facts = withBeside([platform], beside, [api, apiPeer]);
    assert.deepEqual(neighboursBy(facts, "host api"), []);
    assert.deepEqual(neighboursBy(facts, "with a disk"), []);
    assert.deepEqual(peersBy(facts, "host api"), []);
    assert.deepEqual(peersOf(facts), [webPeer]);
  });

  it("leaves the service's own facts as they are, and other services' lists without it", () => {
    const own = [platform];
    assert.deepEqual(factsOf(withBeside(own, beside, []), "platform"), [platform]);
    assert.deepEqual(factsOf(own, "neighbour"), []);
  });

  it("is also what a list of facts states by itself", () => {
    assert.deepEqual(neighboursBy([platform, api, jobs], "is worker"), [jobs]);
    assert.deepEqual(peersOf([platform, apiPeer]), [apiPeer]);
  });
});
