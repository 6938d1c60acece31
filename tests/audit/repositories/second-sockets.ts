import { BLUEPRINT } from "./faulty";
import type { FaultyRepository, OpenRepository, SmallRepository } from "./repository";

type Files = SmallRepository["files"];

const IN_NODE = (code: string): Files => ({
  "render.yaml": BLUEPRINT("node server.js", "", "node"),
  "package.json":
    '{ "name": "shop", "dependencies": { "hono": "4", "@hono/node-server": "1", "express": "5" } }\n',
  "server.js": code,
});
const IN_RUST = (code: string): Files => ({
  "Cargo.toml": '[package]\nname = "shop"\n',
  "render.yaml": BLUEPRINT("./target/release/shop", "", "rust").replace("make", "cargo build --release"),
  "src/main.rs": `async fn main() {\n${code}}\n`,
});
const IN_KOTLIN = (code: string, port = 8080): Files => ({
  "build.gradle.kts": 'dependencies { implementation("io.ktor:ktor-server-netty:3.0.0") }\n',
  "render.yaml":
    "services:\n  - type: web\n    name: app\n    runtime: docker\n    plan: starter\n    healthCheckPath: /\n",
  Dockerfile: `FROM eclipse-temurin:21\nEXPOSE ${port}\nCMD ["java", "-jar", "a.jar"]\n`,
  "src/main/kotlin/Main.kt": `fun main() {\n${code}}\n`,
});
const IN_CSHARP = (code: string): Files => ({
  "Shop.csproj": '<Project Sdk="Microsoft.NET.Sdk.Web"/>\n',
  "render.yaml":
    "services:\n  - type: web\n    name: app\n    runtime: docker\n    plan: starter\n    healthCheckPath: /\n",
  Dockerfile: 'FROM x\nCMD ["dotnet", "Shop.dll"]\n',
  "Program.cs": code,
});
const IN_GO = (code: string): Files => ({
  "go.mod": "module shop\n",
  "render.yaml": BLUEPRINT("./app", "", "go").replace("make", "go build -o app"),
  "main.go": `package main\n\nfunc main() {\n${code}}\n`,
});

/** A public listener that takes PORT, and one for this machine alone, in this order. */
const PAIRS: Readonly<Record<string, readonly [string, string, (code: string) => Files]>> = {
  "Hono's serve": [
    'serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: "0.0.0.0" });\n',
    'serve({ fetch: admin.fetch, port: 9229, hostname: "127.0.0.1" });\n',
    IN_NODE,
  ],
  "Hono's serve, without a host": [
    "serve({ fetch: app.fetch, port: Number(process.env.PORT) });\n",
    'serve({ fetch: admin.fetch, port: 9229, hostname: "localhost" });\n',
    IN_NODE,
  ],
  "Bun's serve": [
    'Bun.serve({ port: process.env.PORT, hostname: "0.0.0.0", fetch });\n',
    'Bun.serve({ port: 9000, hostname: "127.0.0.1", fetch });\n',
    IN_NODE,
  ],
  "Deno's serve": [
    'Deno.serve({ port: Number(process.env.PORT), hostname: "0.0.0.0" }, answer);\n',
    'Deno.serve({ port: 9000, hostname: "127.0.0.1" }, answer);\n',
    IN_NODE,
  ],
  "Node's servers": [
    'require("http").createServer().listen(process.env.PORT, "0.0.0.0");\n',
    'require("net").createServer().listen({ port: 7000, host: "localhost" });\n',
    IN_NODE,
  ],
  "Express, whose default is all": [
    'const app = require("express")();\napp.listen(process.env.PORT);\n',
    'const admin = require("express")();\nadmin.listen(9000, "127.0.0.1");\n',
    IN_NODE,
  ],
  "Express, whose port is a name": [
    'const port = process.env.PORT || 3000;\nconst app = require("express")();\napp.listen(port, () => {});\n',
    'require("http").createServer(metrics).listen(9100, "127.0.0.1");\n',
    IN_NODE,
  ],
  "tokio's listeners": [
    '    let port: u16 = std::env::var("PORT").unwrap().parse().unwrap();\n    let l = TcpListener::bind(("0.0.0.0", port)).await.unwrap();\n',
    '    let admin = TcpListener::bind("127.0.0.1:9000").await.unwrap();\n',
    IN_RUST,
  ],
  "tokio's listeners, by an address": [
    '    let port: u16 = std::env::var("PORT").unwrap().parse().unwrap();\n    let l = TcpListener::bind(SocketAddr::from(([0, 0, 0, 0], port))).await.unwrap();\n',
    "    let admin = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 9000))).await.unwrap();\n",
    IN_RUST,
  ],
  "Actix' binds": [
    '    let s = HttpServer::new(app)\n        .bind(("0.0.0.0", port()))?\n',
    '        .bind(("127.0.0.1", 9000))?;\n',
    IN_RUST,
  ],
  "Ktor's servers": [
    '    embeddedServer(Netty, port = System.getenv("PORT").toInt(), host = "0.0.0.0") {}.start()\n',
    '    embeddedServer(Netty, port = 9000, host = "127.0.0.1") {}.start()\n',
    IN_KOTLIN,
  ],
  "Kestrel's URLs": [
    'b.WebHost.UseUrls("http://*:8080");\n',
    'admin.WebHost.UseUrls("http://localhost:9000");\n',
    (code) => ({
      ...IN_CSHARP(code),
      Dockerfile: 'FROM x\nEXPOSE 8080\nENV PORT=8080\nCMD ["dotnet", "Shop.dll"]\n',
    }),
  ],
  "Go's servers": [
    '\tgo http.ListenAndServe(":"+os.Getenv("PORT"), nil)\n',
    '\thttp.ListenAndServe("127.0.0.1:9000", admin)\n',
    IN_GO,
  ],
};

const ANY_PORT: Readonly<Record<string, Files>> = {
  Rust: IN_RUST(
    '    let probe = std::net::TcpListener::bind("127.0.0.1:0").unwrap();\n    let addr = SocketAddr::from(([0, 0, 0, 0], port()));\n    let l = TcpListener::bind(addr).await.unwrap();\n',
  ),
  Go: IN_GO('\tl, _ := net.Listen("tcp", "127.0.0.1:0")\n\tl.Close()\n\thttp.ListenAndServe(addr(), nil)\n'),
};

export const SOUND_SECOND_SOCKETS: readonly SmallRepository[] = [
  ...Object.entries(PAIRS).flatMap(([name, [open, own, files]]): readonly SmallRepository[] => [
    { name: `a second socket: ${name}, behind the public one`, files: files(open + own) },
    ...(name.startsWith("Actix")
      ? []
      : [{ name: `a second socket: ${name}, before the public one`, files: files(own + open) }]),
  ]),
  {
    name: "a second socket: Actix' binds, the private one first",
    files: IN_RUST('    HttpServer::new(app).bind(("127.0.0.1", 9000))?.bind(("0.0.0.0", port()))?;\n'),
  },
  {
    name: "a second socket: on all interfaces beside the one that takes PORT",
    files: IN_NODE(
      'serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: "0.0.0.0" });\nserve({ fetch: metrics.fetch, port: 9100, hostname: "0.0.0.0" });\n',
    ),
  },
  ...Object.entries(ANY_PORT).map(([name, files]) => ({
    name: `a second socket: whichever port is free, of ${name}`,
    files,
  })),
];

const faulty = (name: string, files: Files, at: string): FaultyRepository => ({
  name: `the only socket: ${name}`,
  files,
  finds: [`service/loopback-bind ${at}`],
});

export const FAULTY_ONLY_SOCKETS: readonly FaultyRepository[] = [
  faulty(
    "Hono's serve",
    IN_NODE('serve({ fetch: app.fetch, port: 9229, hostname: "127.0.0.1" });\n'),
    "server.js:1",
  ),
  faulty(
    "two of Bun's on loopback",
    IN_NODE(
      'Bun.serve({ port: process.env.PORT, hostname: "localhost", fetch });\nBun.serve({ port: 9000, hostname: "127.0.0.1", fetch });\n',
    ),
    "server.js:1",
  ),
  faulty(
    "Ktor's by its place",
    IN_KOTLIN('    embeddedServer(Netty, 8080, "127.0.0.1") {}.start()\n'),
    "src/main/kotlin/Main.kt:2",
  ),
  faulty(
    "Actix' binds, both on loopback",
    IN_RUST('    HttpServer::new(app).bind(("127.0.0.1", 8080))?.bind(("localhost", 9000))?;\n'),
    "src/main.rs:2",
  ),
];

export const OPEN_SECOND_SOCKETS: readonly OpenRepository[] = [
  {
    name: "a second socket: the one that takes PORT is on loopback, and another is not",
    files: IN_NODE(
      'serve({ fetch: metrics.fetch, port: 9100, hostname: "0.0.0.0" });\nserve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: "127.0.0.1" });\n',
    ),
    undecidedAt: "server.js:2",
  },
  {
    name: "a second socket: beside one of Rust that cannot be followed",
    files: IN_RUST(
      '    let l = TcpListener::bind(&settings.address).await.unwrap();\n    let admin = TcpListener::bind("127.0.0.1:9000").await.unwrap();\n',
    ),
    undecidedAt: "src/main.rs:3",
  },
];
