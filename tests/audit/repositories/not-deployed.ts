import { BLUEPRINT } from "./faulty";
import type { FaultyRepository, OpenRepository, SmallRepository } from "./repository";

type Files = SmallRepository["files"];

/** Code that is in the repository and not in the program that is deployed, or in it only where a condition holds. */
const RUST = (main: string, more: Files = {}): Files => ({
  "Cargo.toml": '[package]\nname = "shop"\n\n[dependencies]\naxum = "0.8"\n',
  "render.yaml": BLUEPRINT("./target/release/shop", "", "rust").replace("make", "cargo build --release"),
  "src/main.rs": main,
  ...more,
});
const GO = (main: string, more: Files = {}): Files => ({
  "go.mod": "module shop\n",
  "render.yaml": BLUEPRINT("./app", "", "go").replace("make", "go build -o app ."),
  "main.go": `package main\n\nfunc main() {\n${main}}\n`,
  ...more,
});
const IMAGE = (more = ""): string =>
  `services:\n  - type: web\n    name: app\n    runtime: docker\n    plan: starter\n    healthCheckPath: /\n${more}`;
const CSHARP = (program: string, more: Files = {}): Files => ({
  "Shop.csproj": '<Project Sdk="Microsoft.NET.Sdk.Web"/>\n',
  "render.yaml": IMAGE(),
  Dockerfile:
    'FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build\nCOPY . .\nRUN dotnet publish -c Release -o /app\nFROM mcr.microsoft.com/dotnet/aspnet:9.0\nCOPY --from=build /app /app\nENTRYPOINT ["dotnet", "/app/Shop.dll"]\n',
  "Program.cs": program,
  ...more,
});
const SINATRA = (start: string, app: string, more: Files = {}): Files => ({
  Gemfile: 'gem "sinatra"\ngem "puma"\ngem "rackup"\n',
  "render.yaml": BLUEPRINT(start, "", "ruby"),
  "app.rb": app,
  "config.ru": 'require "./app"\nrun Sinatra::Application\n',
  ...more,
});
const SPRING = (profile: string | undefined, settings: string, more: Files = {}): Files => ({
  "pom.xml": "<project/>\n",
  Dockerfile: 'FROM eclipse-temurin:21\nCMD ["java", "-jar", "a.jar"]\n',
  "render.yaml": IMAGE(
    profile === undefined
      ? ""
      : `    envVars:\n      - key: SPRING_PROFILES_ACTIVE\n        value: ${profile}\n`,
  ),
  "src/main/resources/application.yml": settings,
  ...more,
});

const RUST_PORT =
  '    let port: u16 = std::env::var("PORT").unwrap().parse().unwrap();\n    let listener = TcpListener::bind(("0.0.0.0", port)).await.unwrap();\n';
const RUST_LOOPBACK = '    let listener = TcpListener::bind("127.0.0.1:3000").await.unwrap();\n';
const RUST_TESTS =
  '#[cfg(test)]\nmod tests {\n    use super::*;\n    #[test]\n    fn braces() { let text = "}"; }\n    #[tokio::test]\n    async fn serves() {\n        let l = TcpListener::bind("127.0.0.1:8099").await.unwrap();\n    }\n}\n';
const GO_PORT = '\thttp.ListenAndServe(":"+os.Getenv("PORT"), nil)\n';
const GO_FILE = (head: string): string =>
  `${head}package main\n\nfunc serve() {\n\thttp.ListenAndServe("127.0.0.1:5000", nil)\n}\n`;
const CSHARP_ALL = 'b.WebHost.UseUrls("http://*:" + Environment.GetEnvironmentVariable("PORT"));\n';
const CSHARP_LOCAL = 'b.WebHost.UseUrls("http://localhost:5000");\n';
const SPRING_ALL = "server:\n  port: ${PORT:8080}\n";
const SPRING_LOCAL = "server:\n  address: localhost\n  port: 3000\n";
const ON = (profile: string): string => `spring:\n  config:\n    activate:\n      on-profile: ${profile}\n`;

const sound = (name: string, files: Files): SmallRepository => ({ name: `not deployed: ${name}`, files });
const faulty = (name: string, files: Files, at: string): FaultyRepository => ({
  name: `deployed beside what is not: ${name}`,
  files,
  finds: [`service/loopback-bind ${at}`],
});
const open = (name: string, files: Files, undecidedAt: string): OpenRepository => ({
  name: `not known whether it is deployed: ${name}`,
  files,
  undecidedAt,
});

export const SOUND_NOT_DEPLOYED: readonly SmallRepository[] = [
  sound("Rust's tests in the file", RUST(`async fn main() {\n${RUST_PORT}}\n\n${RUST_TESTS}`)),
  sound(
    "Rust's tests with other attributes and conditions",
    RUST(
      `async fn main() {\n${RUST_PORT}}\n\n#[cfg(all(test, feature = "net"))]\n#[allow(dead_code)]\npub(crate) mod net {\n    fn open() { TcpListener::bind("127.0.0.1:8099"); }\n}\n\n#[tokio::test(flavor = "multi_thread")]\nasync fn alone() {\n    TcpListener::bind("127.0.0.1:8098").await.unwrap();\n}\n`,
    ),
  ),
  sound(
    "Rust's tests in a file of their own",
    RUST(`#[cfg(test)]\nmod checks;\n\nasync fn main() {\n${RUST_PORT}}\n`, {
      "src/checks.rs":
        '#[tokio::test]\nasync fn a() {\n    let l = start("127.0.0.1");\n}\nasync fn start(h: &str) { TcpListener::bind("127.0.0.1:8099").await.unwrap(); }\n',
    }),
  ),
  sound(
    "Rust's build for a developer",
    RUST(
      "async fn main() {\n    #[cfg(debug_assertions)]\n    let addr = SocketAddr::from(([127, 0, 0, 1], 3000));\n    #[cfg(not(debug_assertions))]\n    let addr = SocketAddr::from(([0, 0, 0, 0], port()));\n    let listener = TcpListener::bind(addr).await.unwrap();\n}\n",
    ),
  ),
  sound(
    "Rust's `cfg!` in a condition",
    RUST(
      `async fn main() {\n    if cfg!(debug_assertions) {\n    ${RUST_LOOPBACK}    } else {\n    ${RUST_PORT}    }\n}\n`,
    ),
  ),
  sound(
    "Rust for another operating system",
    RUST(
      `async fn main() {\n${RUST_PORT}}\n\n#[cfg(target_os = "windows")]\nasync fn other() {\n${RUST_LOOPBACK}}\n`,
    ),
  ),
  sound(
    "Rust in a comment over lines",
    RUST(`async fn main() {\n${RUST_PORT}/* before:\n${RUST_LOOPBACK}*/\n}\n`),
  ),
  sound("Go for Windows, by the file's name", GO(GO_PORT, { "serve_windows.go": GO_FILE("") })),
  sound("Go for another processor, by the file's name", GO(GO_PORT, { "serve_linux_s390x.go": GO_FILE("") })),
  sound("Go by a tag of its own", GO(GO_PORT, { "serve.go": GO_FILE("//go:build dev\n\n") })),
  sound("Go by a negated system", GO(GO_PORT, { "serve.go": GO_FILE("//go:build !linux || ignore\n\n") })),
  sound(
    "Go in a comment over lines",
    GO(`/*\n\thttp.ListenAndServe("127.0.0.1:5000", nil)\n*/\n\thttp.ListenAndServe(addr(), nil)\n`),
  ),
  sound(
    "C# of a debug build",
    CSHARP(
      `var b = WebApplication.CreateBuilder(args);\n#if DEBUG\n${CSHARP_LOCAL}#else\n${CSHARP_ALL}#endif\nb.Build().Run();\n`,
    ),
  ),
  sound(
    "C# of no release build",
    CSHARP(
      `var b = WebApplication.CreateBuilder(args);\n#if !RELEASE && DEBUG\n${CSHARP_LOCAL}#endif\n${CSHARP_ALL}b.Build().Run();\n`,
    ),
  ),
  sound(
    "C# in development",
    CSHARP(
      `var b = WebApplication.CreateBuilder(args);\nif (b.Environment.IsDevelopment()) { ${CSHARP_LOCAL}}\nelse b.WebHost.ConfigureKestrel(o => o.ListenAnyIP(port));\nb.Build().Run();\n`,
    ),
  ),
  sound(
    "C# in development, without braces",
    CSHARP(
      `var b = WebApplication.CreateBuilder(args);\nif (b.Environment.IsDevelopment())\n    ${CSHARP_LOCAL}b.Build().Run();\n`,
    ),
  ),
  sound("C# in a comment over lines", CSHARP(`/*\n${CSHARP_LOCAL}*/\n${CSHARP_ALL}`)),
  sound(
    "Sinatra in development by a block",
    SINATRA(
      "bundle exec ruby app.rb",
      'require "sinatra"\nset :port, ENV["PORT"]\nset :bind, "0.0.0.0"\nconfigure :development do\n  set :bind, "127.0.0.1"\nend\n',
    ),
  ),
  sound(
    "Sinatra in development by what is behind",
    SINATRA(
      "bundle exec ruby app.rb",
      'require "sinatra"\nset :port, ENV["PORT"]\nset :bind, "127.0.0.1" if development?\n',
    ),
  ),
  sound(
    "Sinatra in development by a condition",
    SINATRA(
      "bundle exec ruby app.rb",
      'require "sinatra/base"\nclass Shop < Sinatra::Base\n  set :port, ENV["PORT"]\n  if settings.development?\n    set :bind, "127.0.0.1"\n  end\n  run!\nend\n',
    ),
  ),
  sound(
    "Sinatra outside production",
    SINATRA(
      "ruby app.rb",
      'require "sinatra"\nset :port, ENV["PORT"]\nset :bind, "localhost" unless production?\n',
    ),
  ),
  ...["dev", '"!prod"', "[dev, test]", "dev | local"].map((profile) =>
    sound(
      `Spring's document of the profile ${profile}`,
      SPRING("prod", `${SPRING_ALL}---\n${ON(profile)}${SPRING_LOCAL}`),
    ),
  ),
  sound(
    "Spring's document of a profile, in one key",
    SPRING("prod", `${SPRING_ALL}---\nspring.config.activate.on-profile: dev\n${SPRING_LOCAL}`),
  ),
  sound(
    "Spring's document of a profile, as older releases name it",
    SPRING("prod", `${SPRING_ALL}---\nspring:\n  profiles: dev\n${SPRING_LOCAL}`),
  ),
  sound("Spring's properties of a profile", {
    ...SPRING("prod", ""),
    "src/main/resources/application.properties":
      "server.port=${PORT:8080}\n#---\nspring.config.activate.on-profile=dev\nserver.address=localhost\nserver.port=3000\n",
  }),
  sound("Spring's file of another profile", {
    ...SPRING("staging", SPRING_ALL),
    "src/main/resources/application-prod.yml": SPRING_LOCAL,
  }),
  sound("Phoenix in development", {
    "mix.exs": "defmodule Shop.MixProject do\nend\n",
    "render.yaml": BLUEPRINT("_build/prod/rel/shop/bin/shop start", "", "elixir"),
    "config/runtime.exs":
      'import Config\n\nif config_env() == :dev do\n  config :shop, ShopWeb.Endpoint, http: [ip: {127, 0, 0, 1}]\nend\n\nif config_env() == :prod do\n  config :shop, ShopWeb.Endpoint, http: [ip: {0, 0, 0, 0}, port: String.to_integer(System.get_env("PORT"))]\nend\n',
  }),
];

export const FAULTY_DEPLOYED: readonly FaultyRepository[] = [
  faulty(
    "Rust before its tests",
    RUST(`async fn main() {\n${RUST_LOOPBACK}}\n\n${RUST_TESTS}`),
    "src/main.rs:2",
  ),
  faulty(
    "Rust behind its tests",
    RUST(`${RUST_TESTS}async fn main() {\n${RUST_LOOPBACK}}\n`),
    "src/main.rs:12",
  ),
  faulty(
    "Rust's release build",
    RUST(`async fn main() {\n    #[cfg(not(debug_assertions))]\n${RUST_LOOPBACK}}\n`),
    "src/main.rs:3",
  ),
  faulty("Rust for Linux", RUST(`#[cfg(unix)]\nasync fn main() {\n${RUST_LOOPBACK}}\n`), "src/main.rs:3"),
  faulty(
    "Rust with quotes and lifetimes before it",
    RUST(
      `struct A<'a>(&'a str);\nconst Q: char = '"';\nconst R: &str = r#"a "quoted" /* text"#;\nasync fn main() {\n${RUST_LOOPBACK}}\n`,
    ),
    "src/main.rs:5",
  ),
  faulty("Go for Linux", GO("\tserve()\n", { "serve_linux.go": GO_FILE("") }), "serve_linux.go:4"),
  faulty(
    "Go with a name that ends like a system",
    GO("\tserve()\n", { "windows.go": GO_FILE("") }),
    "windows.go:4",
  ),
  faulty(
    "Go by a tag that is built",
    {
      ...GO("\tserve()\n", { "serve.go": GO_FILE("//go:build shop\n\n") }),
      "render.yaml": BLUEPRINT("./app", "", "go").replace("make", "go build -tags shop -o app ."),
    },
    "serve.go:6",
  ),
  faulty(
    "C# of the release build",
    CSHARP(`#if DEBUG\n${CSHARP_ALL}#else\n${CSHARP_LOCAL}#endif\n`),
    "Program.cs:4",
  ),
  faulty(
    "C# outside development",
    CSHARP(`if (!b.Environment.IsDevelopment())\n{\n    ${CSHARP_LOCAL}}\n`),
    "Program.cs:3",
  ),
  faulty(
    "C# in development, which the image says",
    {
      ...CSHARP(`if (b.Environment.IsDevelopment())\n{\n    ${CSHARP_LOCAL}}\n`),
      "render.yaml": IMAGE("    envVars:\n      - key: ASPNETCORE_ENVIRONMENT\n        value: Development\n"),
    },
    "Program.cs:3",
  ),
  faulty(
    "Sinatra in each environment",
    SINATRA("ruby app.rb", 'require "sinatra"\nconfigure do\n  set :bind, "127.0.0.1"\nend\n'),
    "app.rb:3",
  ),
  faulty(
    "Sinatra in production",
    SINATRA("ruby app.rb", 'require "sinatra"\nconfigure :production do\n  set :bind, "127.0.0.1"\nend\n'),
    "app.rb:3",
  ),
  faulty(
    "Spring's document of the active profile",
    SPRING("prod", `${SPRING_ALL}---\n${ON("prod")}${SPRING_LOCAL}`),
    "src/main/resources/application.yml:9",
  ),
  faulty(
    "Spring's document before another profile's",
    SPRING("prod", `server:\n  address: localhost\n---\n${ON("dev")}${SPRING_ALL}`),
    "src/main/resources/application.yml:2",
  ),
  faulty(
    "Spring's document of no dev",
    SPRING("prod", `${SPRING_ALL}---\n${ON('"!dev"')}${SPRING_LOCAL}`),
    "src/main/resources/application.yml:9",
  ),
];

export const OPEN_DEPLOYED: readonly OpenRepository[] = [
  open(
    "Rust by a feature",
    RUST(`#[cfg(feature = "local")]\nasync fn main() {\n${RUST_LOOPBACK}}\n`),
    "src/main.rs:3",
  ),
  open(
    "Rust under a condition that is read when it runs",
    RUST(`async fn main() {\n    if local() {\n    ${RUST_LOOPBACK}    }\n}\n`),
    "src/main.rs:3",
  ),
  open("C# by a symbol of its own", CSHARP(`#if LOCAL\n${CSHARP_LOCAL}#endif\n`), "Program.cs:2"),
  open("C# under another condition", CSHARP(`if (local)\n{\n    ${CSHARP_LOCAL}}\n`), "Program.cs:3"),
  open(
    "Sinatra under another condition",
    SINATRA("ruby app.rb", 'require "sinatra"\nset :bind, "127.0.0.1" if ENV["LOCAL"]\n'),
    "app.rb:2",
  ),
  open(
    "Spring's profile, where nothing names one",
    SPRING(undefined, `${SPRING_ALL}---\n${ON("prod")}${SPRING_LOCAL}`),
    "src/main/resources/application.yml:9",
  ),
];
