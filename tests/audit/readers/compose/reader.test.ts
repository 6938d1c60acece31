import assert from "node:assert/strict";
import fc from "fast-check";
import type { Reader } from "../../../../audit/reader";
import { interpolate } from "../../../../audit/readers/compose/interpolation";
import { COMPOSE as WITH_BUILDS } from "../../../../audit/readers/compose/reader";
import { type Knowable, known, unknown } from "../../../../domain";
import { factLines } from "../fact-lines";
import { filesOf, ONE_FILE } from "../one-file";

/** All but where a service's image is built from, which has cases of its own below. */
const COMPOSE: Reader = {
  ...WITH_BUILDS,
  read(file, repository) {
    const { facts, problems } = WITH_BUILDS.read(file, repository);
    return { facts: facts.filter(({ kind }) => kind !== "build"), problems };
  },
};

const lines = (text: string, files: Readonly<Record<string, string>> = {}, path = "compose.yaml") =>
  factLines(COMPOSE, path, text, filesOf(files));

const service = (yaml: string): string => `services:\n  web:\n    build: .\n${yaml.replace(/^/gm, "    ")}`;

/** What follows `services.web`, and the fact lines that it becomes; line 4 is its first. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ["variables of a map", "environment:\n  PORT: 8000", ['5:13 variable web local PORT "8000" false']],
  ["variables of a list", 'environment:\n  - "PORT=8000"', ['5:9 variable web local PORT "8000" false']],
  ["a fraction as compose writes it", "environment: { A: 1.10 }", ['4:23 variable web local A "1.1" false']],
  ["a quoted one as it stands", "environment: { A: '1.10' }", ['4:23 variable web local A "1.10" false']],
  [
    "a variable of the machine as unknown",
    "environment:\n  - API_KEY",
    ["5:9 variable web local API_KEY ? true"],
  ],
  ["a nameless value as such too", "environment:\n  A:", ["5:7 variable web local A ? false"]],
  ["the container's side of a port", 'ports: ["9000:8000"]', ["4:13 port compose 8000 web local"]],
  ["it after an address", 'ports: ["127.0.0.1:9000:8000/tcp"]', ["4:13 port compose 8000 web local"]],
  ["it after a reference", 'ports: ["${HOST_PORT:-80}:8000"]', ["4:13 port compose 8000 web local"]],
  [
    "the default of one that is a reference",
    'ports: ["80:${PORT:-8000}"]',
    ["4:13 port compose 8000 web local"],
  ],
  ["a reference without default as unknown", 'ports: ["80:$PORT"]', ["4:13 port compose ? web local"]],
  ["a port in long form", "ports:\n  - target: 8000", ["5:17 port compose 8000 web local"]],
  ["a port that is exposed", "expose: [8000]", ["4:14 port compose 8000 web local"]],
  ["no port of UDP and no range", 'ports: ["53:53/udp", "3000-3005:3000-3005"]', []],
  ["the port beside a debugger's", "ports: [5678, 8000]", ["4:19 port compose 8000 web local"]],
  ["an unknown one of several", "ports: [9090, 8000]", ["4:13 port compose ? web local"]],
  ["a command", "command: node a.js $$PORT", ['4:14 start-command web local "node a.js $PORT"']],
  ["a command of words", 'command: [sh, -c, "a b"]', ["4:14 start-command web local \"sh -c 'a b'\""]],
  [
    "an entry point with its arguments",
    "entrypoint: [uvicorn]\ncommand: [main:app]",
    ['5:14 start-command web local "uvicorn main:app"'],
  ],
  ["a command that compose fills in as unknown", "command: node $X", ["4:14 start-command web local ?"]],
  [
    "the port that a health check asks",
    'healthcheck: { test: ["CMD", "curl", "http://localhost:8000/"] }',
    ["4:26 port health-check web local 8000"],
  ],
];

describe("the reader of compose files", () => {
  for (const [what, yaml, expected] of CASES) {
    it(`states ${what}`, () => {
      const sorted = lines(service(yaml));
      assert.deepEqual(sorted.map(words), expected.map(words));
    });
  }

  it("states a build's arguments, and marks a secret one", () => {
    const text =
      "services:\n  web:\n    build:\n      context: .\n      args: { NPM_TOKEN: canary-abc, A: 1 }\n";
    assert.deepEqual(lines(text).map(words), [
      words('5:26 build-argument web local NPM_TOKEN "canary-abc" true'),
      words('5:41 build-argument web local A "1" false'),
    ]);
  });

  it("states the variables of an env file at their place, and the service's own before them", () => {
    const text = "services:\n  web:\n    env_file: [../.env, api.env]\n    environment: { A: own }\n";
    const files = { ".env": "A=1\nB=2\nC=3\n", "docker/api.env": "C=4\n" };
    const { facts } = COMPOSE.read({ path: "docker/compose.yml", text }, filesOf(files));
    const said = facts.map((fact) => [
      fact.place.source === "file" && `${fact.place.file}:${fact.place.line}`,
      fact.kind === "variable" && fact.value,
    ]);
    assert.deepEqual(said, [
      ["docker/compose.yml:4", { known: true, value: "own" }],
      [".env:2", { known: true, value: "2" }],
      ["docker/api.env:1", { known: true, value: "4" }],
    ]);
  });

  it("keeps the environment that an env file's name says", () => {
    const { facts } = COMPOSE.read(
      { path: "compose.yml", text: service("env_file: .env.staging") },
      filesOf({ ".env.staging": "A=1" }),
    );
    assert.deepEqual(
      facts.map(({ environment }) => environment),
      ["staging"],
    );
  });

  it("fills in from the .env beside the file", () => {
    assert.match(lines(service('ports: ["80:${PORT:-8000}"]'), { ".env": "PORT=9000" })[0] ?? "", /9000/);
  });

  it("states once what a worker of the same code shares with the service that publishes a port", () => {
    const text = [
      "x-env: &env { A: 1 }",
      "services:",
      "  worker: { build: ., environment: *env }",
      "  web: { build: ., ports: [8000], environment: { <<: *env, B: 2 } }",
    ].join("\n");
    assert.deepEqual(
      lines(text).map((line) => line.replace(/ local| false/g, "")),
      ['4:63 variable web B "2"', '1:18 variable web A "1"', "4:28 port compose web 8000"].map((line) =>
        line.replace("port compose web 8000", "port compose 8000 web"),
      ),
    );
  });

  for (const [image, count] of [
    ["docker.io/library/postgres:16", 0],
    ["redis@sha256:abc", 0],
    ["supabase/studio:latest", 0],
    ["ghcr.io/acme/studio:latest", 2],
    ["registry:5000/acme/api", 2],
    ["registry:5000/mirror/redis:7@sha256:abc", 0],
  ] as const) {
    it(`states ${count === 0 ? "neither port nor command" : "port and command"} of ${image}`, () => {
      assert.equal(
        lines(`services:\n  a: { image: ${image}, ports: [5432], command: run -c a }\n`).length,
        count,
      );
    });
  }

  it("takes the environment from the file's name, else a developer's machine", () => {
    const of = (path: string) =>
      COMPOSE.read({ path, text: service("expose: [8000]") }, ONE_FILE).facts[0]?.environment;
    const names = [
      "compose.yaml",
      "docker-compose.prod.yml",
      "docker-compose-staging.yml",
      "compose.override.yml",
    ];
    assert.deepEqual(names.map(of), ["local", "prod", "staging", "local"]);
  });

  it("says where a file is no YAML", () => {
    assert.equal(COMPOSE.read({ path: "compose.yml", text: "services: [\n" }, ONE_FILE).problems.length, 1);
  });

  it("ends soon where 20,000 services are aliases", () => {
    const text = `x: &x { ports: [8000] }\nservices:\n${Array.from({ length: 20_000 }, (_, at) => `  s${at}: *x\n`).join("")}`;
    assert.equal(lines(text).length, 20_000);
  });
});

/** A fact line's words, in no order: which key comes first says nothing. */
function words(line: string): readonly string[] {
  return line.split(" ").sort();
}

describe("layers of compose files", () => {
  const starts = (facts: readonly string[]): readonly string[] =>
    facts.map((line) => line.replace(/^\S+ /, "")).sort();

  it("let a service keep what it has and inherit the rest, also from another file", () => {
    const common =
      "services:\n  app:\n    build: .\n    command: serve --port 1\n    environment: { A: 1, B: 2 }\n    ports: ['1:1']\n";
    const own =
      "services:\n  web:\n    extends: { file: base/common.yml, service: app }\n    environment: { A: 3 }\n  again: { extends: web }\n";
    assert.deepEqual(
      starts(lines(own, { "base/common.yml": common })),
      [
        "port compose 1 web local",
        "port compose 1 again local",
        'start-command again local "serve --port 1"',
        'start-command web local "serve --port 1"',
        'variable again local A "3" false',
        'variable again local B "2" false',
        'variable web local A "3" false',
        'variable web local B "2" false',
      ].sort(),
    );
  });

  it("end in a circle, and where there is no such service or file", () => {
    for (const yaml of [
      "services:\n  a: { build: ., extends: b }\n  b: { extends: a }\n",
      "services:\n  a: { build: ., extends: c }\n",
      "services:\n  a: { build: ., extends: { file: ../away.yml, service: a } }\n",
    ])
      assert.deepEqual(lines(yaml), []);
  });

  it("leave of a file what the override beside it replaces", () => {
    const base =
      "services:\n  web:\n    build: .\n    command: serve --port 1\n    environment: { A: 1, B: 2 }\n";
    const override = "services:\n  web:\n    command: serve --port 2\n    environment: { A: 3 }\n";
    const files = { "docker-compose.override.yml": override };
    assert.deepEqual(starts(lines(base, files, "docker-compose.yml")), ['variable web local B "2" false']);
    const checked = (port: number): string =>
      `services:\n  web:\n    build: .\n    healthcheck: { test: "curl http://localhost:${port}/" }\n    ports: ["1:1"]\n`;
    assert.deepEqual(
      starts(lines(checked(1), { "docker-compose.override.yml": checked(2) }, "docker-compose.yml")),
      ["port compose 1 web local"],
    );
    assert.equal(lines(base, {}, "docker-compose.yml").length, 3);
    assert.equal(lines(base, files, "docker-compose.production.yml").length, 3);
  });

  const BASE =
    'services:\n  web:\n    build: { context: ., args: { V: 1 } }\n    command: serve --port 1\n    ports: ["1:1"]\n' +
    '    environment: { A: 1, B: 2 }\n    healthcheck: { test: "curl http://localhost:3/" }\n';
  const ALL = [
    'build-argument web local V "1" false',
    "port compose 1 web local",
    "port health-check web local 3",
    'start-command web local "serve --port 1"',
    'variable web local A "1" false',
    'variable web local B "2" false',
  ];
  for (const [what, override, gone] of [
    ["a variable", "environment: { A: !reset }", /variable web local A/],
    ["a variable with a value", 'environment: { A: !reset "5" }', /variable web local A/],
    ["all variables", "environment: !reset {}", /variable/],
    ["all variables for others", "environment: !override { C: 3 }", /variable/],
    ["a command", "command: !reset null", /start-command/],
    ["the ports", "ports: !reset []", /port compose/],
    ["the ports for others", 'ports: !override ["2:2"]', /port compose/],
    ["a health check", "healthcheck: !reset", /health-check/],
    ["a build", "build: !reset", /build-argument/],
  ] as const)
    it(`lose ${what} that a layer above takes away: ${override}`, () => {
      const upper = `services:\n  web:\n    ${override}\n`;
      const below = lines(BASE, { "docker-compose.override.yml": upper }, "docker-compose.yml");
      const left = ALL.filter((line) => !gone.test(line));
      assert.deepEqual(starts(below).toSorted(), left);
      const extended = `services:\n  web:\n    extends: { file: base.yml, service: web }\n    ${override}\n`;
      const own = starts(lines(extended, { "base.yml": BASE }, "compose.yaml"));
      assert.deepEqual(own.filter((line) => ALL.includes(line)).toSorted(), left);
    });
});

describe("the environment of a compose file", () => {
  it("is a developer's machine, unless its name says another", () => {
    const of = (path: string): readonly string[] => lines(service("environment: { A: 1 }"), {}, path);
    assert.deepEqual(of("compose.yaml"), ['4:23 variable web local A "1" false']);
    assert.deepEqual(of("compose.production.yml"), ['4:23 variable web production A "1" false']);
  });
});

describe("compose's interpolation", () => {
  const values: Readonly<Record<string, Knowable<string>>> = {
    A: known("1"),
    EMPTY: known(""),
    UNREAD: unknown("tools differ"),
  };
  const variable = (name: string): Knowable<string> | undefined => values[name];
  for (const [text, expected] of [
    ["no reference", "no reference"],
    ["$A-${A}", "1-1"],
    ["$$A", "$A"],
    ["${B:-b}", "b"],
    ["${B-${C:-c}}", "c"],
    ["${EMPTY:-b}${EMPTY-b}", "b"],
    ["${A:+set}", "set"],
    ["${A:?needed}", "1"],
    ["$B", undefined],
    ["${UNREAD:-b}", undefined],
    ["${B:?needed}", undefined],
    ["${B:-", undefined],
    ["100 $", undefined],
  ] as const) {
    it(`reads ${text}`, () => {
      const value = interpolate(text, variable);
      assert.equal(value.known ? value.value : undefined, expected);
    });
  }

  it("ends for any text", () => {
    const piece = fc.constantFrom("$", "{", "}", "A", ":-", "-", "+", "?", "${", " ");
    fc.assert(fc.property(fc.array(piece), (pieces) => interpolate(pieces.join(""), variable) !== undefined));
    assert.equal(interpolate("${A:-".repeat(50_000), variable).known, false);
  });
});

describe("where a compose file builds a service's image", () => {
  for (const [what, path, build, expected] of [
    ["a folder", "compose.yaml", "./svc", "build web local svc svc/Dockerfile"],
    ["the file's own folder", "deploy/compose.yaml", ".", "build web local deploy deploy/Dockerfile"],
    ["the repository", "deploy/compose.yaml", "..", "build web local  Dockerfile"],
    ["a context", "compose.yaml", "{ context: svc }", "build web local svc svc/Dockerfile"],
    ["arguments alone", "compose.yaml", "{ args: { A: 1 } }", "build web local  Dockerfile"],
    [
      "a Dockerfile outside of its context",
      "compose.yaml",
      "{ context: ./svc/, dockerfile: ../docker/api.Dockerfile }",
      "build web local svc docker/api.Dockerfile",
    ],
    [
      "a default that is filled in",
      "compose.yaml",
      "'${CONTEXT:-svc}'",
      "build web local svc svc/Dockerfile",
    ],
    ["what the machine says", "compose.yaml", "$CONTEXT", undefined],
    ["another repository", "compose.yaml", "https://github.com/acme/shop.git#main", undefined],
    ["a folder outside of the repository", "compose.yaml", "../other", undefined],
    ["a folder of the machine", "compose.yaml", "/srv/app", undefined],
  ] as const) {
    it(`is stated of ${what}${expected === undefined ? " by no fact" : ""}`, () => {
      const all = factLines(WITH_BUILDS, path, `services:\n  web:\n    build: ${build}\n`, filesOf({}));
      const found = all.filter((line) => line.includes(" build "));
      assert.deepEqual(
        found.map((line) => line.replace(/^\S+ /, "")),
        expected === undefined ? [] : [`${expected} web`],
      );
    });
  }
});
