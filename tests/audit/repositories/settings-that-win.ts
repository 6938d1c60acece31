import { BLUEPRINT } from "./faulty";
import type { FaultyRepository, OpenRepository, SmallRepository } from "./repository";

type Files = SmallRepository["files"];

const JAVA = (variables: Readonly<Record<string, string | number>>, files: Files): Files => ({
  "pom.xml": "<project/>\n",
  Dockerfile: 'FROM eclipse-temurin:21\nCMD ["java", "-jar", "a.jar"]\n',
  "render.yaml": `services:\n  - type: web\n    name: app\n    runtime: docker\n    plan: starter\n    healthCheckPath: /\n    envVars:\n${Object.entries(
    { A: 1, ...variables },
  )
    .map(([key, value]) => `      - key: ${key}\n        value: ${value}\n`)
    .join("")}`,
  ...files,
});
const YAML = "src/main/resources/application.yml";
const PROPERTIES = "src/main/resources/application.properties";
const PUMA = (settings: string): Files => ({
  Gemfile: 'gem "puma"\ngem "rackup"\n',
  "config.ru": "run App\n",
  "render.yaml": BLUEPRINT("bundle exec puma", "", "ruby"),
  "config/puma.rb": settings,
});
const NODE = (code: string, more: Files = {}): Files => ({
  "render.yaml": BLUEPRINT("node server.js", "", "node"),
  "package.json": '{ "name": "shop" }\n',
  "server.js": code,
  ...more,
});
const CSHARP = (code: string): Files => ({
  "Shop.csproj": '<Project Sdk="Microsoft.NET.Sdk.Web"/>\n',
  "render.yaml":
    "services:\n  - type: web\n    name: app\n    runtime: docker\n    plan: starter\n    healthCheckPath: /\n",
  Dockerfile: 'FROM x\nCMD ["dotnet", "Shop.dll"]\n',
  "Program.cs": code,
});

const ENDPOINT = (url: string): string =>
  `{\n  "Kestrel": { "Endpoints": { "Http": { "Url": "${url}" } } }\n}\n`;
const LOCAL = 'app.Run("http://localhost:5080");\n';

const ROCKET = (start: Files, more: Files = {}): Files => ({
  "Cargo.toml": '[package]\nname = "app"\nversion = "0.1.0"\n\n[dependencies]\nrocket = "0.5"\n',
  "src/main.rs": "#[launch]\nfn rocket() -> _ {\n    rocket::build()\n}\n",
  "Rocket.toml": '[default]\naddress = "127.0.0.1"\nport = 8000\n',
  ...start,
  ...more,
});
const HEROKU = (web: string): Files => ({ Procfile: `web: ${web}\n`, "app.json": '{ "name": "app" }\n' });

/** Which of several settings counts, by what its framework documents. */
export const SOUND_SETTINGS: readonly SmallRepository[] = [
  {
    name: "settings: Rocket's address before its command",
    files: ROCKET(HEROKU("ROCKET_ADDRESS=0.0.0.0 ROCKET_PORT=$PORT ./target/release/app")),
  },
  {
    name: "settings: Rocket's address that env sets, without a file",
    files: ROCKET(HEROKU("env ROCKET_ADDRESS=0.0.0.0 ROCKET_PORT=$PORT ./target/release/app"), {
      "Rocket.toml": "[default]\nident = false\n",
    }),
  },
  {
    name: "settings: Rocket's address of the image",
    files: ROCKET({
      Dockerfile:
        'FROM debian:bookworm-slim\nENV ROCKET_ADDRESS=0.0.0.0 ROCKET_PORT=8000\nCMD ["./target/release/app"]\n',
      "fly.toml": 'app = "app"\n\n[http_service]\ninternal_port = 8000\n',
    }),
  },
  {
    name: "settings: Rocket's address of the manifest",
    files: ROCKET({
      Dockerfile: 'FROM debian:bookworm-slim\nCMD ["./target/release/app"]\n',
      "fly.toml":
        'app = "app"\n\n[env]\nROCKET_ADDRESS = "0.0.0.0"\n\n[http_service]\ninternal_port = 8000\n',
    }),
  },
  {
    name: "settings: Spring's address before its command",
    files: {
      "pom.xml": "<project/>\n",
      ...HEROKU("SERVER_ADDRESS=0.0.0.0 SERVER_PORT=$PORT java -jar target/a.jar"),
      [PROPERTIES]: "server.address=127.0.0.1\nserver.port=3000\n",
    },
  },
  {
    name: "settings: Spring's port by a variable",
    files: JAVA({ SERVER_PORT: 10000 }, { [YAML]: "server:\n  port: 8080\n" }),
  },
  {
    name: "settings: Spring's address by a variable",
    files: JAVA(
      { SERVER_ADDRESS: "0.0.0.0", SERVER_PORT: 10000 },
      { [PROPERTIES]: "server.address=127.0.0.1\nserver.port=3000\n" },
    ),
  },
  {
    name: "settings: Quarkus' host by a variable",
    files: JAVA(
      { QUARKUS_HTTP_HOST: "0.0.0.0" },
      { [PROPERTIES]: "quarkus.http.host=127.0.0.1\nquarkus.http.port=${PORT}\n" },
    ),
  },
  ...[
    "quarkus.http.host=127.0.0.1\n%prod.quarkus.http.host=0.0.0.0\n",
    "%prod.quarkus.http.host=0.0.0.0\nquarkus.http.host=127.0.0.1\n",
  ].map((settings, index) => ({
    name: `settings: Quarkus' profile of what is packaged, ${index === 0 ? "behind" : "before"} the setting`,
    files: JAVA({}, { [PROPERTIES]: `${settings}quarkus.http.port=\${PORT:8080}\n` }),
  })),
  {
    name: "settings: Spring's address in one key of another profile",
    files: JAVA(
      { SPRING_PROFILES_ACTIVE: "prod" },
      {
        [YAML]:
          "server.port: ${PORT:8080}\n---\nspring.config.activate.on-profile: dev\nserver.address: 127.0.0.1\nserver.port: 3000\n",
      },
    ),
  },
  {
    name: "settings: Puma's port with an address behind it",
    files: PUMA('port ENV.fetch("PORT", 3000), "0.0.0.0"\n'),
  },
  {
    name: "settings: .NET's URL with a port that is put behind it",
    files: CSHARP('app.Run("http://0.0.0.0:" + (Environment.GetEnvironmentVariable("PORT") ?? "8080"));\n'),
  },
  ...["appsettings.json", "appsettings.Production.json"].map((file) => ({
    name: `settings: Kestrel's endpoint in ${file}, over what code says`,
    files: { ...CSHARP(LOCAL), [file]: ENDPOINT("http://0.0.0.0:10000") },
  })),
  {
    name: "settings: Kestrel's endpoint of another environment",
    files: {
      ...CSHARP('app.Run("http://0.0.0.0:10000");\n'),
      "appsettings.Development.json": ENDPOINT("http://localhost:5000"),
    },
  },
  {
    name: "settings: a list of hashers by the word PASSWORD",
    files: {
      "render.yaml": BLUEPRINT(
        "uvicorn main:app --host 0.0.0.0 --port $PORT",
        "    envVars:\n      - key: PASSWORD_HASHERS\n        value: argon2\n      - key: TOKEN_ALGORITHMS\n        value: HS256,RS256\n      - key: API_KEY_HEADERS\n        value: X-Api-Key\n      - key: PASSWORD_VALIDATORS\n        value: length,common\n",
      ),
    },
  },
  {
    name: "settings: rails' address of TLS, with its port",
    files: {
      Gemfile: 'gem "rails"\ngem "puma"\n',
      "render.yaml": BLUEPRINT('bundle exec rails s -b "ssl://0.0.0.0:$PORT"', "", "ruby"),
    },
  },
  {
    // A line could be read in as many ways as it has blanks: of twelve, the audit took seconds, of twenty, hours.
    name: "settings: a long block of Spring's server",
    files: JAVA({}, { [YAML]: `server:\n${"    compression: true\n".repeat(12)}` }),
  },
  {
    name: "settings: a callback by a name, and a backlog",
    files: NODE(
      'const app = require("express")();\napp.listen(process.env.PORT, onListening);\nrequire("http").createServer().listen(process.env.PORT, backlog, done);\n',
    ),
  },
];

const faulty = (name: string, files: Files, at: string): FaultyRepository => ({
  name: `settings: ${name}`,
  files,
  finds: [`service/loopback-bind ${at}`],
});

export const FAULTY_SETTINGS: readonly FaultyRepository[] = [
  {
    name: "settings: Rocket's address of the file, where a variable gives the port alone",
    files: ROCKET(HEROKU("ROCKET_PORT=$PORT ./target/release/app")),
    finds: ["service/loopback-bind Rocket.toml:2"],
  },
  {
    name: "settings: Rocket's address before its command, on loopback",
    files: ROCKET(HEROKU("ROCKET_ADDRESS=127.0.0.1 ROCKET_PORT=$PORT ./target/release/app"), {
      "Rocket.toml": '[default]\naddress = "0.0.0.0"\n',
    }),
    finds: ["service/loopback-bind Procfile:1"],
  },
  faulty(
    "Spring's address by a variable, on loopback",
    JAVA({ SERVER_ADDRESS: "127.0.0.1" }, { [YAML]: "server:\n  address: 0.0.0.0\n" }),
    "render.yaml:11",
  ),
  faulty(
    "Quarkus' profile of what is packaged, on loopback",
    JAVA({}, { [PROPERTIES]: "quarkus.http.host=0.0.0.0\n%prod.quarkus.http.host=127.0.0.1\n" }),
    `${PROPERTIES}:2`,
  ),
  faulty(
    "Spring's address in one key",
    JAVA({}, { [YAML]: "server.port: ${PORT:8080}\nserver.address: 127.0.0.1\n" }),
    `${YAML}:2`,
  ),
  faulty(
    "Spring's address in one key of the active profile",
    JAVA(
      { SPRING_PROFILES_ACTIVE: "prod" },
      {
        [YAML]:
          "server:\n  port: ${PORT:8080}\n---\nspring.config.activate.on-profile: prod\nserver.address: 127.0.0.1\n",
      },
    ),
    `${YAML}:5`,
  ),
  faulty(
    "Quarkus' host in YAML",
    JAVA({}, { [YAML]: "quarkus:\n  http:\n    port: 8080\n    host: localhost\n" }),
    `${YAML}:4`,
  ),
  faulty(
    "Micronaut's host in YAML",
    JAVA({}, { [YAML]: "micronaut:\n  application:\n    name: shop\n  server:\n    host: localhost\n" }),
    `${YAML}:5`,
  ),
  faulty(
    "Puma's port with loopback behind it",
    PUMA('port ENV.fetch("PORT", 3000), "127.0.0.1"\n'),
    "config/puma.rb:1",
  ),
  faulty(
    "Puma's port as a number, with loopback behind it",
    PUMA("threads 1, 5\nport(3000, 'localhost')\n"),
    "config/puma.rb:2",
  ),
  faulty(
    ".NET's URL with a port that is put behind it",
    CSHARP('app.Run("http://localhost:" + (Environment.GetEnvironmentVariable("PORT") ?? "8080"));\n'),
    "Program.cs:1",
  ),
  faulty(
    ".NET's URL with a port within it",
    CSHARP('b.WebHost.UseUrls($"http://127.0.0.1:{port}");\n'),
    "Program.cs:1",
  ),
  faulty(
    "Kestrel's endpoint on loopback, over what code says",
    {
      ...CSHARP('app.Run("http://0.0.0.0:10000");\n'),
      "appsettings.json": ENDPOINT("http://localhost:8080"),
    },
    "appsettings.json:2",
  ),
  faulty(
    "Kestrel's endpoint in development alone",
    { ...CSHARP(LOCAL), "appsettings.Development.json": ENDPOINT("http://0.0.0.0:5000") },
    "Program.cs:1",
  ),
  faulty(
    "Kestrel's own loopback",
    CSHARP("b.WebHost.ConfigureKestrel(o => o.ListenLocalhost(5000));\n"),
    "Program.cs:1",
  ),
  faulty("Kestrel's address of a class", CSHARP("o.Listen(IPAddress.Loopback, port);\n"), "Program.cs:1"),
  faulty(
    "Rust's address by its name",
    {
      "Cargo.toml": '[package]\nname = "shop"\n',
      "render.yaml": BLUEPRINT("./target/release/shop", "", "rust").replace("make", "cargo build --release"),
      "src/main.rs": "fn main() {\n    let l = TcpListener::bind((Ipv4Addr::LOCALHOST, 3000)).unwrap();\n}\n",
    },
    "src/main.rs:2",
  ),
  faulty(
    "a host in a file of JSON",
    NODE(
      'const config = require("./config.json");\nrequire("http").createServer().listen(process.env.PORT, config.server.host);\n',
      { "config.json": '{ "server": { "host": "127.0.0.1" } }\n' },
    ),
    "server.js:2",
  ),
];

const open = (name: string, code: string, line: number, more: Files = {}): OpenRepository => ({
  name: `settings: ${name}`,
  files: NODE(code, more),
  undecidedAt: `server.js:${line}`,
});

export const OPEN_SETTINGS: readonly OpenRepository[] = [
  open(
    "a host that a library of settings knows",
    'const config = require("config");\nrequire("http").createServer().listen(process.env.PORT, config.get("host"));\n',
    2,
  ),
  open(
    "a host of the command line",
    'const argv = require("yargs").option("host", { default: "localhost" }).argv;\nrequire("http").createServer().listen(process.env.PORT, argv.host);\n',
    2,
  ),
  open(
    "a host of an object",
    'const http = require("http");\nclass Server {\n  constructor() { this.host = "127.0.0.1"; this.s = http.createServer(); }\n  start() { http.createServer().listen(process.env.PORT, this.host); }\n}\nnew Server().start();\n',
    4,
  ),
  open(
    "a host of a server that an object holds",
    'class Server {\n  constructor(host) { this.host = host; this.s = require("http").createServer(); }\n  start() { this.s.listen(process.env.PORT, this.host); }\n}\nnew Server("127.0.0.1").start();\n',
    3,
  ),
  open(
    "a host among options",
    'const config = require("./config.json");\nrequire("http").createServer().listen({ port: process.env.PORT, host: config.at });\n',
    2,
  ),
  open(
    "a host of Hono's",
    'const config = require("./config.json");\nserve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: config.at });\n',
    2,
  ),
];
