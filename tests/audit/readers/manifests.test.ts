import assert from "node:assert/strict";
import type { Reader } from "../../../audit";
import { FLY_TOML } from "../../../audit/readers/fly-toml/reader";
import { HEROKU_APP_JSON, HEROKU_YML } from "../../../audit/readers/heroku/reader";
import { RAILWAY } from "../../../audit/readers/railway/reader";
import { factLines } from "./fact-lines";
import { ONE_FILE } from "./one-file";

const FLY = `app = "shop"
[env]
PORT = "8080"
[http_service]
internal_port = 8080
processes = ["api"]
[[http_service.checks]]
path = "/health"
[checks.alive]
port = 8080
[checks.ready]
port = 8081
path = "/ready"
[processes]
api = "uvicorn main:app"
jobs = "celery worker"
[build.args]
NPM_TOKEN = "canary-abc"
`;

const CASES: readonly (readonly [Reader, string, string, string, readonly string[]])[] = [
  [
    FLY_TOML,
    "variables, port, process and checks",
    "fly.toml",
    FLY,
    [
      '3:8 variable shop production PORT "8080" false',
      '18:13 build-argument shop production NPM_TOKEN "canary-abc" true',
      "5:17 port platform 8080 shop production",
      '15:7 start-command shop production "uvicorn main:app"',
      '8:8 health-check shop production "/health"',
      "10:8 port health-check shop production 8080",
      "16:1 platform fly shop-jobs production false jobs ?",
      '16:8 start-command shop-jobs production "celery worker"',
    ],
  ],
  [
    FLY_TOML,
    "the only process and a service in the old form",
    "fly.toml",
    '[processes]\nserver = "node a.js"\n[[services]]\ninternal_port = 3000\n[[services.http_checks]]\npath = "/"\n',
    [
      "4:17 port platform 3000 production",
      '2:10 start-command production "node a.js"',
      '6:8 health-check production "/"',
    ],
  ],
  [
    RAILWAY,
    "command and health check, for all and for one environment",
    "railway.json",
    '{"deploy": {"startCommand": "node a.js", "healthcheckPath": "/health"},\n"environments": {"Staging": {"deploy": {"startCommand": "node b.js"}}}}',
    [
      '1:29 start-command "node a.js"',
      '1:61 health-check "/health"',
      '2:57 start-command staging "node b.js"',
    ],
  ],
  [
    RAILWAY,
    "them in TOML too",
    "api/railway.toml",
    '[deploy]\nstartCommand = "node a.js"\n',
    ['2:16 start-command "node a.js"'],
  ],
  [
    RAILWAY,
    "a pre-deploy command of a list",
    "railway.json",
    '{"deploy": {"preDeployCommand": [\n"npm run db:migrate", null, {}, ""]}}',
    ['2:1 platform-command pre-deploy command "npm run db:migrate"'],
  ],
  [
    RAILWAY,
    "a pre-deploy command of a list in TOML",
    "railway.toml",
    '[deploy]\npreDeployCommand = ["npm run db:migrate"]\n',
    ['2:21 platform-command pre-deploy command "npm run db:migrate"'],
  ],
  [
    RAILWAY,
    "a misspelt key where the key is written",
    "railway.toml",
    '[deploy]\nhealthCheckPath = "/up"\n',
    ["2:1 unknown-field railway healthCheckPath healthcheckPath"],
  ],
  [
    HEROKU_APP_JSON,
    "what is wanted, given and generated",
    "app.json",
    '{"env": {\n"A": {"description": "x"},\n"B": {"required": false},\n"C": "1",\n"D": {"value": "2"},\n"E": {"generator": "secret"}},\n"environments": {"test": {"env": {"F": "3"}}}}',
    [
      "2:1 wanted-variable A true",
      "3:1 wanted-variable B false",
      '4:6 variable C "1" false',
      '5:16 variable D "2" false',
      "6:1 variable E ? true",
      '7:40 variable test F "3" false',
    ],
  ],
  [HEROKU_APP_JSON, "nothing of an Expo app", "app.json", '{"expo": {"name": "a"}}', []],
  [
    HEROKU_YML,
    "the web process, variables and build arguments",
    "heroku.yml",
    "setup:\n  config:\n    A: 1\nbuild:\n  config:\n    B: 2\nrun:\n  web: node a.js\n  worker: node b.js\n",
    ['3:8 variable A "1" false', '6:8 build-argument B "2" false', '8:8 start-command "node a.js"'],
  ],
  [
    HEROKU_YML,
    "a process in long form",
    "heroku.yml",
    "run:\n  web:\n    command:\n      - node a.js\n    image: worker\n",
    ['4:7 start-command "node a.js"'],
  ],
];

describe("the readers of platforms' manifests", () => {
  for (const [reader, what, path, text, expected] of CASES) {
    it(`state ${what} (${reader.name})`, () => assert.deepEqual(factLines(reader, path, text), expected));
  }

  it("take a Fly app's environment from the file's name, then from the app's", () => {
    const of = (path: string, app: string) =>
      FLY_TOML.read({ path, text: `app = "${app}"\n[env]\nA = "1"` }, ONE_FILE).facts[0]?.environment;
    assert.deepEqual(
      [of("fly.staging.toml", "shop"), of("fly.toml", "shop-staging"), of("fly.toml", "shop")],
      ["staging", "staging", "production"],
    );
  });

  for (const [reader, path] of [
    [FLY_TOML, "fly.toml"],
    [RAILWAY, "railway.json"],
    [RAILWAY, "railway.toml"],
    [HEROKU_APP_JSON, "app.json"],
    [HEROKU_YML, "heroku.yml"],
  ] as const) {
    it(`say where ${path} is broken`, () => {
      const { facts, problems } = reader.read({ path, text: 'ok = 1\n"env": [\n' }, ONE_FILE);
      assert.deepEqual([reader.accepts(path), facts.length, problems.length], [true, 0, 1]);
    });
  }
});
