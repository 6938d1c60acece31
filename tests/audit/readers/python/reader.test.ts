import assert from "node:assert/strict";
import fc from "fast-check";
import { PYTHON } from "../../../../audit/readers/python/reader";
import { factLines } from "../fact-lines";

const lines = (text: string): readonly string[] => factLines(PYTHON, "main.py", text);

describe("the reader of Python", () => {
  const CASES: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "states host and port of a server that the file starts",
      'import uvicorn\nuvicorn.run("main:app", host="127.0.0.1", port=8000)',
      ['2:30 bind "127.0.0.1"', '2:48 port code "8000"'],
    ],
    [
      "follows a name to its constant",
      'HOST: str = "0.0.0.0"\nP = 9_000\nuvicorn.run(app, host=HOST, port=P)',
      ['3:23 bind "0.0.0.0"', '3:34 port code "9000"'],
    ],
    [
      "does not follow a name that is set twice",
      "P = 1\nP = 2\nuvicorn.run(app, port=P)",
      ['3:1 bind "127.0.0.1"', "3:23 port code ?"],
    ],
    [
      "does not follow a name that a parameter hides",
      "P = 1\ndef main(P):\n    uvicorn.run(app, port=P)",
      ['3:5 bind "127.0.0.1" function', "3:27 port code ? function"],
    ],
    [
      "states no port where PORT is followed",
      'P = int(os.getenv("PORT", 8000))\nuvicorn.run(app, port=P)',
      ['2:1 bind "127.0.0.1"', "2:23 wanted-variable PORT false true", "1:9 wanted-variable PORT false"],
    ],
    [
      "marks what only `python main.py` binds",
      'if __name__ == "__main__":\n    uvicorn.run(app, host="127.0.0.1", port=8000)',
      ['2:27 bind "127.0.0.1" file', '2:45 port code "8000" file'],
    ],
    [
      "marks a server that reloads as one that its own file starts",
      "uvicorn.run(app, port=1234, reload=True)",
      ['1:1 bind "127.0.0.1" file', '1:23 port code "1234" file'],
    ],
    [
      "tells required variables from those with a default and those that may be handled",
      'a = os.environ["A"]\nb = os.getenv("B")\nc = os.environ.get("C") or "x"\nos.environ["D"] = "1"\nif x:\n    e = os.environ["E"]',
      [
        "1:5 wanted-variable A true",
        "2:5 wanted-variable B ?",
        "3:5 wanted-variable C ?",
        "6:9 wanted-variable E ?",
      ],
    ],
    [
      "reads the fields of a settings class with its prefix",
      'class S(BaseSettings):\n    database_url: str\n    port: int = 8000\n    key: str = Field(...)\n    model_config = SettingsConfigDict(env_prefix="APP_")',
      [
        "2:5 wanted-variable APP_DATABASE_URL true",
        "3:5 wanted-variable APP_PORT false",
        "4:5 wanted-variable APP_KEY true",
      ],
    ],
    [
      "states asyncpg's settings",
      "pool = await asyncpg.create_pool(url, statement_cache_size=0, max_size=5)",
      [
        '1:14 driver "asyncpg" {"statement_cache_size":"0","max_size":"5"}',
        '1:60 driver-argument "asyncpg" statement_cache_size',
        '1:72 driver-argument "asyncpg" max_size',
      ],
    ],
    [
      "states a URL that the code holds, and none of a developer's machine",
      [
        'URL = "postgresql://a:b@db.acme.com/x"',
        "one = await asyncpg.connect(URL)",
        'two = await asyncpg.connect(dsn="postgresql://a:b@127.0.0.1/x")',
        'three = await asyncpg.connect(os.environ.get("DATABASE_URL", URL))',
      ].join("\n"),
      [
        "4:31 wanted-variable DATABASE_URL false",
        '2:13 driver "asyncpg" {}',
        '2:29 url "postgresql://a:b@db.acme.com/x" "asyncpg" {}',
        '3:13 driver "asyncpg" {}',
        '3:33 driver-argument "asyncpg" dsn',
        '4:15 driver "asyncpg" {}',
      ],
    ],
    [
      "states what Hypercorn's configuration binds",
      [
        "from hypercorn.config import Config",
        "config = Config()",
        'config.bind = ["127.0.0.1:9000"]',
        'config.bind = "unix:/tmp/x"',
        "config.bind = [f\"0.0.0.0:{os.environ['PORT']}\"]",
      ].join("\n"),
      [
        "5:27 wanted-variable PORT true",
        '3:16 bind "127.0.0.1"',
        '3:16 port code "9000"',
        '5:16 bind "0.0.0.0"',
      ],
    ],
    [
      "states an env file that is loaded over what is set, and none that only fills in",
      [
        "load_dotenv()",
        "load_dotenv(override=True)",
        'dotenv.load_dotenv(dotenv_path="conf/.env", override=True)',
        "environ.Env.read_env(overwrite=True)",
        "load_dotenv(find_it(), override=True)",
        "load_dotenv(override=False)",
      ].join("\n"),
      ["2:1 overriding-file .env", "3:1 overriding-file conf/.env", "4:1 overriding-file .env"],
    ],
    [
      "states a database that Django's settings write out",
      [
        "DATABASES = {",
        '    "default": {',
        '        "ENGINE": "django.db.backends.postgresql",',
        '        "HOST": "db.acme.com",',
        '        "PORT": 6543,',
        '        "NAME": "shop",',
        '        "USER": "app",',
        '        "PASSWORD": "p@ss",',
        "    },",
        '    "lite": {"ENGINE": "django.db.backends.sqlite3", "HOST": "db.acme.com"},',
        '    "own": {"ENGINE": "django.db.backends.postgresql", "HOST": "localhost", "USER": "a", "PASSWORD": "b"},',
        "}",
      ].join("\n"),
      ['8:21 url "postgresql://app:p%40ss@db.acme.com:6543/shop" ? {}'],
    ],
    [
      "states host and port where Django reads the rest from the environment",
      'DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "HOST": "db.acme.com", "USER": os.environ["DB_USER"]}}',
      ["1:100 wanted-variable DB_USER true", '1:77 connection "db.acme.com" 5432 ? ? {} ? {}'],
    ],
    ["states that none is set", "c = await asyncpg.connect(url)", ['1:11 driver "asyncpg" {}']],
    [
      "does not guess what is unpacked",
      "c = await asyncpg.connect(url, **more)",
      ['1:11 driver "asyncpg" ?'],
    ],
    [
      "reads an engine's connect_args",
      'e = create_async_engine("postgresql+asyncpg://h/d", connect_args={"statement_cache_size": 0}, poolclass=NullPool)',
      [
        '1:5 driver "sqlalchemy-asyncpg" {"statement_cache_size":"0","poolclass":"NullPool"}',
        '1:91 driver-argument "sqlalchemy-asyncpg" statement_cache_size',
      ],
    ],
    ["leaves other databases' engines out", 'e = create_async_engine("sqlite+aiosqlite:///x")', []],
    ["does not guess an engine's driver", "e = create_async_engine(url)", ["1:5 driver ? {}"]],
    [
      "reads a synchronous engine and its pool",
      'e = create_engine("postgresql://h/d", pool_size=5, max_overflow=10)',
      ['1:5 driver "sqlalchemy-psycopg2" {"pool_size":"5","max_overflow":"10"}'],
    ],
    ["leaves a synchronous engine out whose database is not told", "e = create_engine(url)", []],
    [
      "reads settings through a dictionary of the file",
      'ARGS = {"statement_cache_size": 0}\ne = create_async_engine("postgresql+asyncpg://h/d", connect_args=ARGS)\nasyncpg.connect(url, **ARGS)',
      [
        '2:5 driver "sqlalchemy-asyncpg" {"statement_cache_size":"0"}',
        '1:33 driver-argument "sqlalchemy-asyncpg" statement_cache_size',
        '3:1 driver "asyncpg" {"statement_cache_size":"0"}',
      ],
    ],
    [
      "reads what psycopg's pool hands on",
      "from psycopg_pool import ConnectionPool\nConnectionPool(url, max_size=4, kwargs=dict(prepare_threshold=None))",
      [
        '2:1 driver "psycopg" {"max_size":"4","prepare_threshold":"None"}',
        '2:63 driver-argument "psycopg" prepare_threshold',
      ],
    ],
    ["leaves another package's ConnectionPool out", "ConnectionPool(url, environ)", []],
    [
      "reads psycopg's threshold",
      "psycopg.connect(url, prepare_threshold=None)",
      [
        '1:1 driver "psycopg" {"prepare_threshold":"None"}',
        '1:40 driver-argument "psycopg" prepare_threshold',
      ],
    ],
  ];
  for (const [title, text, expected] of CASES) {
    it(title, () => {
      assert.deepEqual(lines(text), expected);
    });
  }

  const BINDS: readonly (readonly [string, readonly string[]])[] = [
    ['"127.0.0.1:9000"', ['1:8 bind configuration "127.0.0.1"', '1:8 port code configuration "9000"']],
    ["f\"0.0.0.0:{os.environ.get('PORT', 8000)}\"", ['1:8 bind configuration "0.0.0.0"']],
    ['"127.0.0.1:" + os.environ["PORT"]', ['1:8 bind configuration "127.0.0.1"']],
    ['":9000"', ['1:8 bind configuration "0.0.0.0"', '1:8 port code configuration "9000"']],
    ['"unix:/tmp/x.sock"', []],
    ["computed()", []],
  ];
  for (const [bind, expected] of BINDS) {
    it(`states what gunicorn's settings bind: ${bind}`, () => {
      const found = factLines(PYTHON, "gunicorn.conf.py", `bind = ${bind}`);
      assert.deepEqual(
        found.filter((line) => !line.includes("wanted-variable")),
        expected,
      );
    });
  }

  it("leaves tests and other files alone", () => {
    const taken = ["main.py", "src/app/db.py", "tests/a.py", "a/test_b.py", "conftest.py", "main.js"];
    assert.deepEqual(taken.filter(PYTHON.accepts), ["main.py", "src/app/db.py"]);
  });

  it("survives any text, and expressions nested too deep", () => {
    const word = fc.constantFrom(
      "os.environ",
      "[",
      "(",
      ")",
      "]",
      '"',
      "\n",
      "=",
      "uvicorn.run(",
      "port=",
      ",",
    );
    fc.assert(fc.property(fc.array(word), (words) => void lines(words.join(""))));
    lines(`x = os.environ${"(".repeat(20_000)}`);
  });
});
