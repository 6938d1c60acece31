import { BLUEPRINT } from "./faulty";
import type { FaultyRepository, OpenRepository, SmallRepository } from "./repository";

type Files = SmallRepository["files"];

const SINATRA = (start: string, app: string, more: Files = {}): Files => ({
  Gemfile: 'gem "sinatra"\ngem "puma"\ngem "rackup"\n',
  "render.yaml": BLUEPRINT(start, "", "ruby"),
  "app.rb": app,
  "config.ru": 'require "./app"\nrun Sinatra::Application\n',
  ...more,
});
const LOCAL = 'require "sinatra"\nset :bind, "127.0.0.1"\nset :port, 4567\n';
const MODULAR =
  'require "sinatra/base"\nclass Shop < Sinatra::Base\n  set :bind, "localhost"\n  run! if app_file == $0\nend\n';

const PUBLIC =
  'async fn main() {\n    let port: u16 = std::env::var("PORT").unwrap().parse().unwrap();\n    let listener = TcpListener::bind(("0.0.0.0", port)).await.unwrap();\n}\n';
const PRIVATE =
  'async fn main() {\n    let listener = TcpListener::bind("127.0.0.1:7000").await.unwrap();\n}\n';
const RUST = (start: string, build: string, files: Files): Files => ({
  "Cargo.toml": '[package]\nname = "shop"\n\n[dependencies]\naxum = "0.8"\n',
  "render.yaml": BLUEPRINT(start, "", "rust").replace("make", build),
  ...files,
});
const RELEASE = "cargo build --release";
const WORKSPACE: Files = {
  "Cargo.toml": '[workspace]\nmembers = ["crates/*"]\n',
  "crates/api/Cargo.toml":
    '[package]\nname = "shop-api"\n\n[dependencies]\nshop-core = { path = "../core" }\n',
  "crates/core/Cargo.toml": '[package]\nname = "shop-core"\n',
  "crates/tool/Cargo.toml": '[package]\nname = "shop-tool"\n',
};
const DOTNET = (files: Files): Files => ({
  "render.yaml":
    "services:\n  - type: web\n    name: app\n    runtime: docker\n    plan: starter\n    healthCheckPath: /\n",
  Dockerfile: 'FROM x\nCMD ["dotnet", "Shop.Api.dll"]\n',
  "src/Shop.Api/Shop.Api.csproj": '<Project Sdk="Microsoft.NET.Sdk.Web"/>\n',
  "src/Shop.Tool/Shop.Tool.csproj": '<Project Sdk="Microsoft.NET.Sdk.Web"/>\n',
  ...files,
});
const ON_ALL = 'app.Run("http://0.0.0.0:" + Environment.GetEnvironmentVariable("PORT"));\n';
const ON_LOOPBACK = 'app.Run("http://localhost:5000");\n';

const sound = (name: string, files: Files): SmallRepository => ({ name: `another program: ${name}`, files });
const faulty = (name: string, files: Files, at: string): FaultyRepository => ({
  name: `the program that is started: ${name}`,
  files,
  finds: [`service/loopback-bind ${at}`],
});

export const SOUND_OTHER_PROGRAMS: readonly SmallRepository[] = [
  sound("Sinatra's settings under rackup", SINATRA("bundle exec rackup -o 0.0.0.0 -p $PORT", LOCAL)),
  sound("Sinatra's settings under Puma", SINATRA("bundle exec puma -p $PORT", MODULAR)),
  sound("Sinatra's settings under Thin", SINATRA("bundle exec thin start -a 0.0.0.0 -p $PORT", LOCAL)),
  sound(
    "Sinatra's settings in a file that is not started",
    SINATRA("ruby server.rb", 'require "sinatra"\nset :bind, "0.0.0.0"\n', {
      "server.rb": 'require "sinatra"\nset :bind, "0.0.0.0"\nset :port, ENV["PORT"]\n',
      "web.rb": LOCAL,
    }),
  ),
  sound(
    "Sinatra's settings where the command says another address",
    SINATRA("ruby app.rb -o 0.0.0.0 -p $PORT", LOCAL),
  ),
  sound(
    "Rust's second program beside the first",
    RUST("./target/release/shop", RELEASE, { "src/main.rs": PUBLIC, "src/bin/devproxy.rs": PRIVATE }),
  ),
  sound(
    "Rust's first program beside the second",
    RUST("./target/release/api", RELEASE, { "src/main.rs": PRIVATE, "src/bin/api.rs": PUBLIC }),
  ),
  sound(
    "Rust's program in a folder below bin",
    RUST("./target/release/shop", RELEASE, {
      "src/main.rs": PUBLIC,
      "src/bin/proxy/main.rs": "mod serve;\n",
      "src/bin/proxy/serve.rs": PRIVATE,
    }),
  ),
  sound(
    "Rust's program of cargo run",
    RUST("cargo run --release --bin shop", RELEASE, {
      "src/main.rs": PUBLIC,
      "src/bin/devproxy.rs": PRIVATE,
    }),
  ),
  sound("Rust's default program of cargo run", {
    ...RUST("cargo run --release", RELEASE, { "src/main.rs": PRIVATE, "src/bin/api.rs": PUBLIC }),
    "Cargo.toml": '[package]\nname = "shop"\ndefault-run = "api"\n',
  }),
  sound("Rust's program by a path in the manifest", {
    ...RUST("./target/release/web", RELEASE, { "web/start.rs": PUBLIC, "src/main.rs": PRIVATE }),
    "Cargo.toml": '[package]\nname = "shop"\n\n[[bin]]\nname = "web"\npath = "web/start.rs"\n',
  }),
  sound("Rust's package of a workspace", {
    ...RUST("./target/release/shop-api", RELEASE, {
      "crates/api/src/main.rs": PUBLIC,
      "crates/core/src/lib.rs": "pub fn a() {}\n",
      "crates/tool/src/main.rs": PRIVATE,
    }),
    ...WORKSPACE,
  }),
  sound(
    "Rust's file that no module names",
    RUST("./target/release/shop", RELEASE, { "src/main.rs": PUBLIC, "src/old.rs": PRIVATE }),
  ),
  sound("Rust's program under another name in an image", {
    "Cargo.toml": '[package]\nname = "shop"\n',
    "src/main.rs": PUBLIC,
    "src/bin/devproxy.rs": PRIVATE,
    "render.yaml":
      "services:\n  - type: web\n    name: app\n    runtime: docker\n    plan: starter\n    healthCheckPath: /\n",
    Dockerfile:
      'FROM rust AS build\nCOPY . .\nRUN cargo build --release\nFROM debian\nCOPY --from=build /target/release/shop /usr/local/bin/server\nCMD ["server"]\n',
  }),
  sound(
    ".NET's other project",
    DOTNET({ "src/Shop.Api/Program.cs": ON_ALL, "src/Shop.Tool/Program.cs": ON_LOOPBACK }),
  ),
];

export const FAULTY_STARTED_PROGRAMS: readonly FaultyRepository[] = [
  faulty("Sinatra by its file", SINATRA("bundle exec ruby app.rb", LOCAL), "app.rb:2"),
  faulty("Sinatra's class by its file", SINATRA("ruby app.rb", MODULAR), "app.rb:3"),
  faulty(
    "Sinatra's class by the file that runs it",
    SINATRA(
      "ruby server.rb",
      'require "sinatra/base"\nclass Shop < Sinatra::Base\n  set :bind, "localhost"\nend\n',
      { "server.rb": 'require_relative "app"\nShop.run!\n' },
    ),
    "app.rb:3",
  ),
  faulty(
    "Rust's second program",
    RUST("./target/release/devproxy", RELEASE, { "src/main.rs": PUBLIC, "src/bin/devproxy.rs": PRIVATE }),
    "src/bin/devproxy.rs:2",
  ),
  faulty(
    "Rust's module of the program",
    RUST("./target/release/shop", RELEASE, {
      "src/main.rs": "mod web;\n",
      "src/web/mod.rs": "pub mod serve;\n",
      "src/web/serve.rs": PRIVATE,
    }),
    "src/web/serve.rs:2",
  ),
  faulty(
    "Rust's module by a path",
    RUST("./target/release/shop", RELEASE, {
      "src/main.rs": '#[path = "other/net.rs"]\nmod web;\n',
      "src/other/net.rs": PRIVATE,
    }),
    "src/other/net.rs:2",
  ),
  faulty(
    "Rust's library of the package",
    RUST("./target/release/shop", RELEASE, {
      "src/main.rs": "fn main() { shop::run() }\n",
      "src/lib.rs": "pub mod startup;\n",
      "src/startup.rs": PRIVATE,
    }),
    "src/startup.rs:2",
  ),
  faulty(
    "Rust's library of the workspace",
    {
      ...RUST("./target/release/shop-api", RELEASE, {
        "crates/api/src/main.rs": "fn main() { shop_core::run() }\n",
        "crates/core/src/lib.rs": PRIVATE,
        "crates/tool/src/main.rs": PUBLIC,
      }),
      ...WORKSPACE,
    },
    "crates/core/src/lib.rs:2",
  ),
  faulty(
    ".NET's project that is started",
    DOTNET({ "src/Shop.Api/Program.cs": ON_LOOPBACK, "src/Shop.Tool/Program.cs": ON_ALL }),
    "src/Shop.Api/Program.cs:1",
  ),
];

export const OPEN_OTHER_PROGRAMS: readonly OpenRepository[] = [
  {
    name: "another program: Rust's, of which nothing names one",
    files: RUST("./server", RELEASE, { "src/main.rs": PRIVATE, "src/bin/other.rs": PRIVATE }),
    undecidedAt: "src/main.rs:2",
  },
  {
    name: "another program: Sinatra's file, where it is required",
    files: SINATRA("ruby server.rb", LOCAL, { "server.rb": 'require "./app"\n' }),
    undecidedAt: "app.rb:2",
  },
];
