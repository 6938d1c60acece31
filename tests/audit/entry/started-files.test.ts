import assert from "node:assert/strict";
import { auditFolder, READERS } from "../../../audit";
import { startedFile } from "../../../domain";
import { type Files, inFolder } from "../written-folder";

const MAIN =
  'import uvicorn\nif __name__ == "__main__":\n    uvicorn.run(app, host="127.0.0.1", port=8000)\n';

const LOOPBACK = 'bind = "127.0.0.1:9000"';

const found = (files: Files): readonly string[] =>
  inFolder(files, (folder) =>
    auditFolder(folder, { readers: READERS })
      .findings.filter(({ rule }) => rule === "service/loopback-bind")
      .map(({ place }) => (place.source === "file" ? `${place.file}:${place.line}` : "")),
  );

describe("code that runs only where its file is started", () => {
  const CASES: readonly (readonly [string, Files, readonly string[]])[] = [
    ["binds with `python main.py`", { Procfile: "web: python main.py", "main.py": MAIN }, ["main.py:3"]],
    [
      "binds with `python -m app.main`",
      { Procfile: "web: exec python3.12 -u -m app.main", "app/main.py": MAIN },
      ["app/main.py:3"],
    ],
    [
      "binds in an image's working folder",
      { Dockerfile: 'FROM python\nCOPY app/ .\nCMD ["python", "main.py"]', "app/main.py": MAIN },
      ["app/main.py:3"],
    ],
    ["is not run by a server", { Procfile: "web: gunicorn main:app", "main.py": MAIN }, []],
    ["is not run by another file", { Procfile: "web: python run.py", "main.py": MAIN, "run.py": "" }, []],
    ["is left open without a start command", { "main.py": MAIN }, []],
    [
      "binds by gunicorn's settings",
      { Procfile: "web: gunicorn main:app", "gunicorn.conf.py": LOOPBACK },
      ["gunicorn.conf.py:1"],
    ],
    [
      "binds by gunicorn's settings of another name",
      { Procfile: "web: gunicorn -c conf/gunicorn_web.py main:app", "conf/gunicorn_web.py": LOOPBACK },
      ["conf/gunicorn_web.py:1"],
    ],
    [
      "binds what gunicorn's command says, and not its settings",
      { Procfile: "web: gunicorn -b 0.0.0.0:$PORT main:app", "gunicorn.conf.py": LOOPBACK },
      [],
    ],
    [
      "binds what Render's native Python tells gunicorn, and not its settings",
      {
        "render.yaml":
          "services:\n  - type: web\n    name: a\n    runtime: python\n    startCommand: gunicorn main:app",
        "gunicorn.conf.py": LOOPBACK,
      },
      [],
    ],
    [
      "of JavaScript binds wherever the program may load it",
      {
        Procfile: "web: node dist/main.js",
        "src/main.ts": 'import "./a";\n',
        "src/a.ts": 'app.listen(9000, "127.0.0.1");\n',
      },
      ["src/a.ts:1"],
    ],
    [
      "of JavaScript binds without a start command too",
      { "server.js": 'app.listen(9000, "127.0.0.1");\n', "package.json": "{}" },
      ["server.js:1"],
    ],
    [
      "of JavaScript is loaded by no server of Python's",
      { Procfile: "web: uvicorn main:app --host 0.0.0.0", "web/dev.ts": 'app.listen(9000, "127.0.0.1");\n' },
      [],
    ],
    [
      "is left open where two start commands differ",
      {
        Procfile: "web: python main.py",
        Dockerfile: "FROM x\nCMD uvicorn main:app --host 0.0.0.0",
        "main.py": MAIN,
      },
      [],
    ],
  ];
  for (const [title, files, expected] of CASES) {
    it(title, () => {
      assert.deepEqual(found(files), expected);
    });
  }

  it("is not decided where the file that is started is not found", () => {
    const files = { Procfile: "web: node dist/main.js", "src/server.ts": 'app.listen(9000, "127.0.0.1");\n' };
    assert.deepEqual(found(files), []);
    const places = inFolder(files, (folder) =>
      auditFolder(folder).undecided.flatMap(({ rule, place }) =>
        rule === "service/loopback-bind" && place.source === "file" ? [`${place.file}:${place.line}`] : [],
      ),
    );
    assert.deepEqual(places.toSorted(), ["src/server.ts:1", "Procfile:1"].toSorted());
  });

  it("is told by the arguments of interpreters", () => {
    const COMMANDS: readonly (readonly [string, ReturnType<typeof startedFile>])[] = [
      ["python main.py --port 1", ["main.py"]],
      ["cd x && poetry run python -X dev ./a/b.py", ["a/b.py"]],
      ["uv run python -m app", ["app.py", "app/__main__.py"]],
      ["node --require dotenv/config dist/server.js", ["dist/server.js"]],
      ["tsx watch src/server.ts", ["src/server.ts"]],
      ["python -m uvicorn main:app", "server"],
      ["python $FILE", undefined],
      ["python -c 'import main'", undefined],
      ["./serve", undefined],
      ["", undefined],
    ];
    for (const [command, expected] of COMMANDS) assert.deepEqual(startedFile(command), expected, command);
  });
});
