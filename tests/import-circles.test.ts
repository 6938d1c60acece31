import assert from "node:assert/strict";
import fc from "fast-check";
import { circlesOf } from "./import-circles";

/** Who can reach whom, by walking on until nothing new is found. */
function reaches(graph: ReadonlyMap<string, readonly string[]>, from: string): Set<string> {
  const found = new Set<string>();
  const next = [...(graph.get(from) ?? [])];
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    next.push(...(graph.get(file) ?? []));
  }
  return found;
}

describe("Circles of imports", () => {
  it("are found where files import one another, and nowhere else", () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const edge = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 14 }), (edges) => {
        const graph = new Map(
          names.map((name) => [name, edges.flatMap(([from, to]) => (from === name ? [to] : []))]),
        );
        const inCircle = names.filter((name) => reaches(graph, name).has(name));
        const circles = circlesOf(names, (name) => graph.get(name) ?? []);
        assert.deepEqual(circles.flat().toSorted(), inCircle);
        for (const circle of circles)
          for (const one of circle)
            for (const other of circle) assert.ok(one === other || reaches(graph, one).has(other));
      }),
      { numRuns: 500 },
    );
  });
});
