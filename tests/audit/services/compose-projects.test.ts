import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { inFolder } from "../written-folder";

const COMPOSE = (port: number): string =>
  `services:\n  backend:\n    build: .\n    ports: ["${port}:${port}"]\n`;
const named = (files: Readonly<Record<string, string>>): readonly string[] =>
  inFolder(files, (folder) =>
    auditFolder(folder).matrix.map(({ service, ports }) => `${service}: ${ports.map(({ port }) => port)}`),
  ).toSorted();

describe("services of compose files", () => {
  it("of folders beside each other are different ones, whatever their names", () => {
    const files = { "nginx-flask/compose.yaml": COMPOSE(8000), "nginx-go/compose.yaml": COMPOSE(9000) };
    assert.deepEqual(named(files), ["nginx-flask/backend: 8000", "nginx-go/backend: 9000"]);
  });

  it("are one where one file lies below the other", () => {
    const files = { "compose.yaml": COMPOSE(8000), "deploy/compose.yaml": COMPOSE(8000) };
    assert.equal(named(files).length, 1);
  });
});
