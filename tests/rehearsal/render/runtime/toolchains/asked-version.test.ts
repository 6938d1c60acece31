import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  type AskedVersion,
  askedNode,
  askedPython,
  isAskedFor,
  nearestVersion,
  semverRange,
} from "../../../../../rehearsal/render/runtime/toolchains/asked-version";

const asked = (written: string): AskedVersion => ({ written, by: "a test", range: semverRange(written) });

describe("The version that a service asks for", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-test-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const from = (
    files: Readonly<Record<string, string>>,
    variables: Readonly<Record<string, string>> = {},
  ) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    return { variables: new Map(Object.entries(variables)), folders: [folder] };
  };

  const PYTHON = [
    [{ ".python-version": "3.12\n" }, { PYTHON_VERSION: "3.11.4" }, "3.11.4", "PYTHON_VERSION"],
    [
      { ".python-version": "# ours\ncpython-3.12\n", "pyproject.toml": "" },
      {},
      "cpython-3.12",
      ".python-version",
    ],
    [
      { "pyproject.toml": '[project]\nrequires-python = ">=3.11,<3.14"\n' },
      {},
      ">=3.11,<3.14",
      "pyproject.toml",
    ],
    [{ "pyproject.toml": '[tool.poetry.dependencies]\npython = "^3.12"\n' }, {}, "^3.12", "pyproject.toml"],
    [{ "pyproject.toml": "not = [ toml" }, {}, "3.14.3", "Render's default since 11 February 2026"],
    [{}, { PYTHON_VERSION: "" }, "3.14.3", "Render's default since 11 February 2026"],
  ] as const;
  for (const [files, variables, written, by] of PYTHON) {
    it(`is Python ${written} by ${by}, of ${Object.keys({ ...files, ...variables }).join(", ") || "nothing"}`, async () => {
      const found = await askedPython(from(files, variables));
      assert.deepEqual([found.written, found.by], [written, by]);
      assert.ok(found.range !== undefined);
    });
  }

  const NODE = [
    [{ ".nvmrc": "v20.11.1\n" }, { NODE_VERSION: "22" }, "22", "NODE_VERSION"],
    [{ ".node-version": "21", ".nvmrc": "20" }, {}, "21", ".node-version"],
    [{ ".nvmrc": "v20.11.1\n", "package.json": "{}" }, {}, "v20.11.1", ".nvmrc"],
    [{ "package.json": '{"engines":{"node":">=20 <23"}}' }, {}, ">=20 <23", "engines of package.json"],
    [{ "package.json": "{" }, {}, "22.22.0", "Render's default since 14 January 2026"],
  ] as const;
  for (const [files, variables, written, by] of NODE) {
    it(`is Node ${written} by ${by}`, async () => {
      const found = await askedNode(from(files, variables));
      assert.deepEqual([found.written, found.by], [written, by]);
    });
  }

  const CHOICES = [
    ["3.12", ["3.11.7", "3.12.1", "3.12.9", "3.13.0"], "3.12.9", true],
    ["3.12.1", ["3.11.7", "3.12.1", "3.12.9"], "3.12.1", true],
    ["3.12.4", ["3.11.7", "3.12.9"], "3.12.9", false],
    ["3.14.3", ["3.9.2", "3.11.7"], "3.11.7", false],
    ["3.12", ["3.11.2", "3.11.7"], "3.11.7", false],
    ["3.8", ["3.11.7", "3.13.0"], "3.11.7", false],
    [">=3.11,<3.14", ["3.10.0", "3.12.0", "3.14.0"], "3.12.0", true],
    ["~=3.11", ["3.10.0", "3.13.0"], "3.13.0", true],
    ["~=3.11.2", ["3.11.9", "3.12.0"], "3.11.9", true],
    ["^3.11", ["3.10.0", "3.13.0"], "3.13.0", true],
    ["==3.11.*", ["3.11.9", "3.12.0"], "3.11.9", true],
    [">=3.10, !=3.11.0", ["3.11.9"], "3.11.9", true],
    ["v22", ["20.20.2", "22.1.0"], "22.1.0", true],
    ["lts/*", ["20.20.2", "22.1.0"], "22.1.0", false],
    ["pypy3.10", ["3.11.7"], "3.11.7", false],
  ] as const;
  for (const [written, versions, chosen, exact] of CHOICES) {
    it(`${written} is ${exact ? "met" : "stood in for"} by ${chosen} of ${versions.join(", ")}`, () => {
      const found = nearestVersion(
        versions.map((version) => ({ version })),
        asked(written),
      );
      assert.equal(found?.version, chosen);
      assert.equal(isAskedFor(chosen, asked(written)), exact);
    });
  }

  it("has no answer where the machine has none", () => {
    assert.equal(nearestVersion([], asked("3.12")), undefined);
  });
});
