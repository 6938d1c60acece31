import assert from "node:assert/strict";
import fc from "fast-check";
import { PYTHON } from "../../../../audit/readers/python/reader";
import { factLines } from "../fact-lines";
import { filesOf } from "../one-file";

type Files = Readonly<Record<string, string>>;

const lines = (path: string, files: Files): readonly string[] =>
  factLines(PYTHON, path, files[path] ?? "", filesOf(files));

const RUN = "uvicorn.run(app, host=HOST, port=PORT)";

describe("names of Python that lead into another file", () => {
  const PORTS: readonly (readonly [string, Files, string])[] = [
    [
      "from a package",
      { "main.py": "from app.config import PORT\n", "app/config.py": "PORT = 9000" },
      "9000",
    ],
    ["under another name", { "main.py": "from config import P as PORT\n", "config.py": "P = 9000" }, "9000"],
    [
      "from the package itself",
      { "app/main.py": "from . import PORT\n", "app/__init__.py": "PORT = 9000" },
      "9000",
    ],
    ["from beside", { "app/main.py": "from .config import PORT\n", "app/config.py": "PORT = 9000" }, "9000"],
    [
      "from above",
      { "app/x/main.py": "from ..config import PORT\n", "app/config.py": "PORT = 9000" },
      "9000",
    ],
    [
      "through `src`",
      { "src/app/main.py": "from app.config import PORT\n", "src/app/config.py": "PORT = 9000" },
      "9000",
    ],
    [
      "of a service in a folder below",
      { "a/b/main.py": "from app.config import PORT\n", "a/b/app/config.py": "PORT = 9000" },
      "9000",
    ],
    ["by a star", { "main.py": "from config import *\n", "config.py": "PORT = 9000" }, "9000"],
    [
      "through two files",
      { "main.py": "from a import PORT\n", "a.py": "from b import PORT", "b.py": "PORT = 9000" },
      "9000",
    ],
    [
      "as a module's attribute",
      { "main.py": "import app.config as c\nPORT = c.P\n", "app/config.py": "P = 9000" },
      "9000",
    ],
    [
      "as a package's module",
      { "main.py": "from app import config\nPORT = config.P\n", "app/config.py": "P = 9000" },
      "9000",
    ],
    [
      "as a class's attribute",
      {
        "main.py": "from config import Config\nPORT = Config.P\n",
        "config.py": "class Config:\n    P = 9000",
      },
      "9000",
    ],
    [
      "not where it is in a circle",
      { "main.py": "from a import PORT\n", "a.py": "from main import PORT" },
      "?",
    ],
    [
      "not where two files may be meant",
      { "x/main.py": "from config import PORT\n", "config.py": "PORT = 1", "x/config.py": "PORT = 2" },
      "?",
    ],
    [
      "not out of the repository",
      { "main.py": "from ...config import PORT\n", "config.py": "PORT = 1" },
      "?",
    ],
    [
      "not where it is set twice",
      { "main.py": "from config import PORT\n", "config.py": "PORT = 1\nPORT = 2" },
      "?",
    ],
  ];
  for (const [title, files, port] of PORTS) {
    it(`are followed ${title}`.replace("followed not", "not followed"), () => {
      const [path = ""] = Object.keys(files);
      const found = lines(path, { ...files, [path]: `${files[path]}uvicorn.run(app, port=PORT)` });
      const told = port === "?" ? "?" : `"${port}"`;
      assert.deepEqual(
        found.flatMap((line) => (line.includes(" port ") ? [line.replace(/^\S+ /, "")] : [])),
        [`port code ${told}`],
      );
    });
  }

  const OPENS = "wanted-variable PORT false true";
  const SETTINGS: readonly (readonly [string, string, string, readonly string[]])[] = [
    ["follow PORT", "port: int = 8000", "settings = Settings()", [OPENS]],
    [
      "name another variable",
      "port: int = Field(8000, alias='APP_PORT')",
      "settings = Settings()",
      ["port code ?"],
    ],
    [
      "follow an alias",
      "p: int = 1\n    port: int = Field(default=8000, validation_alias=AliasChoices('PORT'))",
      "settings = Settings()",
      [OPENS],
    ],
    [
      "have a prefix",
      "port: int = 1\n    model_config = SettingsConfigDict(env_prefix='X_')",
      "settings = Settings()",
      ["port code ?"],
    ],
    [
      "come from a cached function",
      "port: int = 8000",
      "@lru_cache\ndef get():\n    return Settings()\nsettings = get()",
      [OPENS],
    ],
    ["are given by hand", "port: int = 8000", "settings = Settings(port=9)", ["port code ?"]],
  ];
  for (const [title, fields, made, expected] of SETTINGS) {
    it(`are settings that ${title}`, () => {
      const files = {
        "main.py": "from app.settings import settings\nuvicorn.run(app, port=settings.port)",
        "app/settings.py": `class Settings(BaseSettings):\n    ${fields}\n${made}`,
      };
      assert.deepEqual(
        lines("main.py", files).flatMap((line) =>
          line.includes(" bind ") ? [] : [line.replace(/^\S+ /, "")],
        ),
        expected,
      );
    });
  }

  it("state the variables of a settings class where it is written, by alias, prefix and default", () => {
    const files = {
      "s.py":
        'class B(BaseSettings):\n    pass\nclass S(B):\n    a: str = Field(..., alias="URL")\n    b: int = Field(3)\n    c: str = Field(default_factory=f)\n    d: str = Field(alias=AliasChoices("D1", "D2"))',
    };
    assert.deepEqual(lines("s.py", files), [
      "4:5 wanted-variable URL true",
      "5:5 wanted-variable B false",
      "6:5 wanted-variable C false",
      "7:5 wanted-variable D1 false",
    ]);
  });

  it("lead to an engine's settings and URL", () => {
    const files = {
      "db.py": "from conf import ARGS, settings\ne = create_async_engine(settings.url, connect_args=ARGS)",
      "conf.py":
        'ARGS = {"statement_cache_size": 0}\nclass S(BaseSettings):\n    url: str = "postgresql+asyncpg://h/d"\nsettings = S()',
    };
    assert.deepEqual(lines("db.py", files), [
      '2:5 driver "sqlalchemy-asyncpg" {"statement_cache_size":"0"}',
      '1:33 driver-argument "sqlalchemy-asyncpg" statement_cache_size',
    ]);
  });

  it("end in any text, and in circles of many imports", () => {
    const piece = fc.constantFrom(
      ..."from|import|.|a|b|S|(|)|*|,|as|\n|class S(BaseSettings):\n  |a = b\n|a: int = |Field(|alias=|def f():\n  return |[|]|:|=|S()|.a".split(
        "|",
      ),
    );
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(" "));
    fc.assert(
      fc.property(text, text, (a, b) => {
        lines("a.py", { "a.py": `${a}\n${RUN}\nuvicorn.run(port=a.b.S)`, "b.py": b });
      }),
    );
    const names = Array.from({ length: 30 }, (_, at) => `m${at}`);
    const all = names.map((name) => `from ${name} import *\nfrom ${name} import PORT, HOST`).join("\n");
    const files = Object.fromEntries(
      names.map((name) => [`${name}.py`, `${all}\nclass A(A, A, A): pass\n${RUN}`]),
    );
    lines("m0.py", files);
    const deep = `from b import S\nuvicorn.run(app, port=S${".a".repeat(20_000)})`;
    lines("a.py", { "a.py": deep, "b.py": `class S(S, S, S):\n    a = S.a or S.a` });
  });
});
