import assert from "node:assert/strict";
import { diagnose, readLogLines } from "../../../diagnosis";

const DURING = ["", "During handling of the above exception, another exception occurred:", ""];
const stack = (code: string, error: string) => [
  "Traceback (most recent call last):",
  '  File "/app/settings.py", line 3, in <module>',
  `    ${code}`,
  error,
];
const answer = (...log: readonly string[]) => diagnose(readLogLines(log));

describe("An exception that was handled", () => {
  const IMPORT = stack("import ujson as json", "ModuleNotFoundError: No module named 'ujson'");

  it("is not what ended the program where another one was raised after it", () => {
    const { failureMode, rootCause } = answer(
      ...IMPORT,
      ...DURING,
      ...stack(
        'WORKERS = int(os.getenv("WORKERS"))',
        "ValueError: invalid literal for int() with base 10: 'two'",
      ),
    );
    assert.equal(failureMode, "configuration/invalid");
    assert.match(rootCause, /WORKERS/);
  });

  it("is the cause where its handler only says the same in its own words", () => {
    for (const end of [
      stack('raise ValueError("settings need ujson")', "ValueError: settings need ujson"),
      stack("load()", "django.core.exceptions.ImproperlyConfigured: Error loading the json module"),
      stack("fail(error)", "TypeError: No module named 'ujson'"),
    ])
      assert.equal(answer(...IMPORT, ...DURING, ...end).failureMode, "import/missing-module");
  });
});

describe("A certificate that is not trusted", () => {
  it("gets no advice of a database where a client of HTTP met it", () => {
    const { correctiveAction } = answer(
      "TypeError: fetch failed",
      "    at node:internal/deps/undici/undici:13502:13",
      "  [cause]: Error: self-signed certificate in certificate chain",
    );
    assert.doesNotMatch(correctiveAction, /sslmode|postgres/);
  });

  it("gets a database's where a driver is beside it", () => {
    const { correctiveAction } = answer(
      "    at Client.connect (/app/node_modules/pg/lib/client.js:132:73)",
      "Error: self-signed certificate in certificate chain",
      "error: the database is not reached",
    );
    assert.match(correctiveAction, /sslmode/);
  });
});

describe("A refusal in a language that is not read", () => {
  it("is never certain", () => {
    const log = [
      ...stack("engine.connect()", "OperationalError: ユーザー「app」の認証に失敗しました"),
      "==> Exited with status 1",
    ];
    assert.notEqual(answer(...log).certainty, "certain");
  });
});
