import assert from "node:assert/strict";
import { ModuleGraph } from "../../../../audit/readers/code/module-graph";
import { JAVASCRIPT_LANGUAGE } from "../../../../audit/readers/javascript/language";
import { PYTHON_LANGUAGE } from "../../../../audit/readers/python/language";
import { filesOf } from "../one-file";

type Files = Readonly<Record<string, string>>;

/** What is loaded from the first file, and the lines of computed imports. */
function reached(language: typeof PYTHON_LANGUAGE | typeof JAVASCRIPT_LANGUAGE, files: Files) {
  const repository = filesOf(files);
  const first = Object.keys(files)[0] ?? "";
  // Both languages answer the same questions, each with its own imports.
  const graph = ModuleGraph.of(repository, language as typeof PYTHON_LANGUAGE);
  const { files: found, open } = graph.reach([first]);
  return { files: [...found].sort(), open };
}

describe("the graph of Python modules", () => {
  const python = (files: Files) => reached(PYTHON_LANGUAGE, files);

  it("follows imports of modules, of names and of everything, also within functions", () => {
    const { files, open } = python({
      "main.py": "import a.b\nfrom c import d, e as f\nfrom g import *\ndef late():\n    import h\n",
      "a/__init__.py": "",
      "a/b.py": "from . import k\nfrom .l import (\n    m,\n    n,\n)\n",
      "a/k.py": "",
      "a/l/__init__.py": "",
      "a/l/n.py": "",
      "c/__init__.py": "",
      "c/d.py": "",
      "g.py": "",
      "h.py": "",
      "unused.py": "",
    });
    const all = "a/__init__.py a/b.py a/k.py a/l/__init__.py a/l/n.py c/__init__.py c/d.py g.py h.py main.py";
    assert.deepEqual(files, all.split(" "));
    assert.deepEqual(open, []);
  });

  it("follows modules that a framework loads by their names", () => {
    const { files } = python({
      "manage.py": 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n',
      "site/settings.py": 'INSTALLED_APPS = [\n  "blog",\n]\nROOT_URLCONF = "site.urls"\n',
      "site/urls.py": "",
      "blog/models.py": "",
      "blog/management/commands/serve.py": "",
    });
    assert.deepEqual(files, ["blog/models.py", "manage.py", "site/settings.py", "site/urls.py"]);
  });

  it("says where the name of an import is computed", () => {
    const { open } = python({ "main.py": "import importlib\nimportlib.import_module(name)\n" });
    assert.deepEqual(open, [{ file: "main.py", line: 2 }]);
  });
});

describe("the graph of JavaScript modules", () => {
  const javaScript = (files: Files) => reached(JAVASCRIPT_LANGUAGE, files);

  it("follows import, export from, require and import()", () => {
    const { files, open } = javaScript({
      "server.ts":
        'import "./a.js";\nexport * from "./b";\nconst c = require("./c");\nawait import("./d");\n',
      "a.ts": "",
      "b/index.ts": "",
      "c.js": "",
      "d.mjs": "",
      "unused.js": "",
    });
    assert.deepEqual(files, ["a.ts", "b/index.ts", "c.js", "d.mjs", "server.ts"]);
    assert.deepEqual(open, []);
  });

  it("follows a package of the same repository into its folder", () => {
    const { files } = javaScript({
      "apps/api/main.ts": 'import { pool } from "@acme/db";\nimport x from "@acme/db/schema";\n',
      "packages/db/package.json": '{ "name": "@acme/db" }',
      "packages/db/src/index.ts": "",
      "packages/db/src/schema.ts": "",
      "packages/other/package.json": '{ "name": "@acme/other" }',
      "packages/other/src/index.ts": "",
    });
    const all = ["apps/api/main.ts", "packages/db/src/index.ts", "packages/db/src/schema.ts"];
    assert.deepEqual(files, all);
  });

  it("says where the name of an import is computed", () => {
    const { open } = javaScript({ "a.js": "\nfor (const f of files) require(f);\n" });
    assert.deepEqual(open, [{ file: "a.js", line: 2 }]);
  });
});
