import { BLUEPRINT } from "./faulty";
import { type FaultyRepository, type OpenRepository, type SmallRepository, sound } from "./repository";

type Files = SmallRepository["files"];

const main = (code: string, imports = ""): string => `package main\n\n${imports}func main() {\n${code}}\n`;
const GO = (code: string, more: Files): Files => ({
  "go.mod": "module shop\n",
  "render.yaml": BLUEPRINT("./app", "", "go").replace("make", "go build -o app"),
  "main.go": main(code),
  ...more,
});
const OF_PORT = '\thttp.ListenAndServe(":"+os.Getenv("PORT"), nil)\n';
const DEBUG = (address: string, name = "main", function_ = "startDebug"): string =>
  `package ${name}\n\nfunc ${function_}() {\n\tlog.Println(http.ListenAndServe("${address}", nil))\n}\n`;
const PACKAGE = (code: string, address: string): Files =>
  GO("", {
    "main.go": main(code, 'import "shop/internal/debug"\n\n'),
    "internal/debug/debug.go": DEBUG(address, "debug", "Start"),
  });
const FLY = (internal: number, more = ""): string =>
  `app = "shop"\n\n[env]\nPORT = "8080"\n\n[[metrics]]\nprocesses = ["app"]\npath = "/metrics"\nport = 9090\n\n[http_service]\ninternal_port = ${internal}\n${more}`;
const ON_FLY = (files: Files, internal = 8080): Files => {
  const { "render.yaml": _, ...others } = files;
  return { ...others, Dockerfile: 'FROM x\nCMD ["./app"]\n', "fly.toml": FLY(internal) };
};
const RUST = (code: string, metrics: string): Files => ({
  "Cargo.toml": '[package]\nname = "shop"\n',
  "render.yaml": BLUEPRINT("./target/release/shop", "", "rust").replace("make", "cargo build --release"),
  "src/main.rs": `mod metrics;\nasync fn main() {\n${code}}\n`,
  "src/metrics.rs": `pub async fn serve() {\n${metrics}}\n`,
});
const RUST_PORT =
  '    let port = std::env::var("PORT").unwrap();\n    let l = TcpListener::bind(format!("0.0.0.0:{port}")).await.unwrap();\n';
const RUST_METRICS = '    let l = TcpListener::bind("127.0.0.1:9090").await.unwrap();\n';
const IMAGE: Files = {
  "render.yaml":
    "services:\n  - type: web\n    name: app\n    runtime: docker\n    plan: starter\n    healthCheckPath: /\n",
  Dockerfile: 'FROM eclipse-temurin:21\nCMD ["java", "-jar", "a.jar"]\n',
};
const ROCKET = (settings: string, more: Files = {}): Files => ({
  "Cargo.toml": '[package]\nname = "app"\nversion = "0.1.0"\n\n[dependencies]\nrocket = "0.5"\n',
  "src/main.rs": "#[launch]\nfn rocket() -> _ {\n    rocket::build()\n}\n",
  Dockerfile: 'FROM debian:bookworm-slim\nCMD ["./target/release/app"]\n',
  "fly.toml": 'app = "app"\n\n[http_service]\ninternal_port = 8080\n',
  "Rocket.toml": settings,
  ...more,
});

const UNOPTIMISED: Files = {
  Dockerfile: 'FROM rust:1.83\nCOPY . .\nRUN cargo build\nCMD ["./target/debug/app"]\n',
};

/** What a program opens in another file than the one that listens on PORT, and settings that another profile replaces. */
export const SOUND_SECOND_LISTENERS: readonly SmallRepository[] = [
  sound(
    "a second listener: Go's, in a goroutine of another file",
    GO(`\tgo startDebug()\n${OF_PORT}`, { "debug.go": DEBUG("127.0.0.1:6060") }),
  ),
  sound(
    "a second listener: Go's, in a goroutine of another file beside a written port",
    GO('\tgo startDebug()\n\thttp.ListenAndServe(":10000", nil)\n', {
      "debug.go": DEBUG("127.0.0.1:6060"),
    }),
  ),
  sound(
    "a second listener: Go's, in a goroutine of another file beside gin, which takes PORT",
    GO("\tgo startDebug()\n\tr := gin.Default()\n\tr.Run()\n", { "debug.go": DEBUG("127.0.0.1:6060") }),
  ),
  sound(
    "a second listener: Go's, in a goroutine of another package",
    PACKAGE(`\tgo debug.Start()\n${OF_PORT}`, "127.0.0.1:6060"),
  ),
  sound(
    "a second listener: Go's on all interfaces, in a goroutine of another package",
    PACKAGE(`\tgo debug.Start()\n${OF_PORT}`, ":9090"),
  ),
  sound(
    "a second listener: Go's, in a goroutine of a package by another name",
    GO("", {
      "main.go": main(
        '\tgo dbg.Start()\n\thttp.ListenAndServe(":10000", nil)\n',
        'import (\n\tdbg "shop/internal/debug"\n)\n\n',
      ),
      "internal/debug/debug.go": DEBUG("127.0.0.1:6060", "debug", "Start"),
    }),
  ),
  sound(
    "settings: Rocket's release, of which a build for debugging takes nothing",
    ROCKET(
      '[default]\naddress = "0.0.0.0"\nport = 8080\n\n[release]\naddress = "127.0.0.1"\nport = 8000\n',
      UNOPTIMISED,
    ),
  ),
  sound(
    "a second listener: Go's, in a function of its own that calls another package",
    PACKAGE(`\tgo func() {\n\t\tdebug.Start()\n\t}()\n${OF_PORT}`, ":9090"),
  ),
  sound(
    "a second listener: Go's, of a method",
    GO(`\tgo d.Serve()\n${OF_PORT}`, {
      "debug.go":
        'package main\n\nfunc (d *Debug) Serve() {\n\thttp.ListenAndServe("127.0.0.1:6060", nil)\n}\n',
    }),
  ),
  sound(
    "a second listener: Go's, beside one whose port the configuration holds",
    GO('\tgo startDebug()\n\thttp.ListenAndServe(":"+load().Port, nil)\n', {
      "debug.go": DEBUG("127.0.0.1:6060"),
      "config.go": 'package main\n\nfunc load() C {\n\treturn C{Port: os.Getenv("PORT")}\n}\n',
    }),
  ),
  sound(
    "a second listener: Go's for metrics, on Fly",
    ON_FLY(PACKAGE(`\tgo debug.Start()\n${OF_PORT}`, ":9090")),
  ),
  sound(
    "a second listener: Go's at the port of Fly's metrics",
    ON_FLY(PACKAGE('\tdebug.Start()\n\thttp.ListenAndServe(":8080", nil)\n', ":9090")),
  ),
  sound(
    "a second listener: Rust's, in a task of another module",
    RUST(`    tokio::spawn(metrics::serve());\n${RUST_PORT}`, RUST_METRICS),
  ),
  sound("a second listener: Ktor's, in another file", {
    ...IMAGE,
    "build.gradle.kts": 'dependencies { implementation("io.ktor:ktor-server-netty:3.0.0") }\n',
    "src/main/kotlin/Main.kt":
      'fun main() {\n    metrics()\n    embeddedServer(Netty, port = System.getenv("PORT").toInt(), host = "0.0.0.0") {}.start(wait = true)\n}\n',
    "src/main/kotlin/Server.kt":
      'fun metrics() {\n    embeddedServer(Netty, port = 9090, host = "127.0.0.1") {}.start()\n}\n',
  }),
  sound("a second listener: Javalin's, in another file", {
    ...IMAGE,
    "pom.xml": "<project/>\n",
    "src/main/java/Main.java":
      'class Main {\n    public static void main(String[] a) {\n        Server.run();\n        Javalin.create().start(Integer.parseInt(System.getenv("PORT")));\n    }\n}\n',
    "src/main/java/Server.java":
      'class Server {\n    static void run() {\n        Javalin.create().start("127.0.0.1", 9090);\n    }\n}\n',
  }),
  sound(
    "settings: Rocket's release in place of its default",
    ROCKET('[default]\naddress = "127.0.0.1"\nport = 8000\n[release]\naddress = "0.0.0.0"\nport = 8080\n'),
  ),
  sound(
    "settings: Rocket's release before its default",
    ROCKET('[release]\naddress = "0.0.0.0"\n\n[default]\naddress = "127.0.0.1"\nport = 8080\n'),
  ),
  sound(
    "settings: Rocket's global in place of its release",
    ROCKET('[release]\naddress = "127.0.0.1"\nport = 8000\n\n[global]\naddress = "0.0.0.0"\nport = 8080\n'),
  ),
];

export const FAULTY_ONLY_LISTENERS: readonly FaultyRepository[] = [
  {
    name: "the only listener: Go's, in a goroutine of another file",
    files: GO("\tgo startDebug()\n\tselect {}\n", { "debug.go": DEBUG("127.0.0.1:8080") }),
    finds: ["service/loopback-bind debug.go:4"],
  },
  {
    name: "the only listener: Go's, of another file than the one that reads PORT",
    files: GO('\tserve(os.Getenv("PORT"))\n', {
      "server.go":
        'package main\n\nfunc serve(port string) {\n\thttp.ListenAndServe("127.0.0.1:"+port, nil)\n}\n',
    }),
    finds: ["service/loopback-bind server.go:4"],
  },
  {
    name: "the only listener: Go's, of a package that is given PORT",
    files: GO("", {
      "main.go": main('\tport := os.Getenv("PORT")\n\tapi.Start(port)\n', 'import "shop/api"\n\n'),
      "api/api.go": DEBUG("127.0.0.1:8080", "api", "Start"),
    }),
    finds: ["service/loopback-bind api/api.go:4"],
  },
  {
    name: "the only listener: Go's server, which another file starts",
    files: GO('\tsrv := newServer(os.Getenv("PORT"))\n\tgo srv.ListenAndServe()\n\tselect {}\n', {
      "server.go":
        'package main\n\nfunc newServer(_ string) *http.Server {\n\treturn &http.Server{Addr: "127.0.0.1:8080"}\n}\n',
    }),
    finds: ["service/loopback-bind server.go:4"],
  },
  {
    name: "the only listener: Rust's, of another file than the one that reads PORT",
    files: RUST('    let port = std::env::var("PORT");\n    metrics::serve().await;\n', RUST_METRICS),
    finds: ["service/loopback-bind src/metrics.rs:2"],
  },
  {
    name: "settings: Rocket's default, where its release replaces the port alone",
    files: ROCKET('[default]\naddress = "127.0.0.1"\nport = 8000\n\n[release]\nport = 8080\n'),
    finds: ["service/loopback-bind Rocket.toml:2"],
    spares: ["port/agreement"],
  },
  {
    name: "settings: Rocket's profile of a build for debugging, on loopback",
    files: ROCKET(
      '[default]\naddress = "0.0.0.0"\nport = 8080\n\n[debug]\naddress = "127.0.0.1"\n',
      UNOPTIMISED,
    ),
    finds: ["service/loopback-bind Rocket.toml:6"],
  },
  {
    name: "settings: Rocket's release on loopback",
    files: ROCKET('[default]\naddress = "0.0.0.0"\nport = 8080\n\n[release]\naddress = "127.0.0.1"\n'),
    finds: ["service/loopback-bind Rocket.toml:6"],
  },
  {
    name: "a second listener: Fly forwards to the port of its metrics alone",
    files: ON_FLY(GO('\thttp.ListenAndServe("127.0.0.1:9090", nil)\n', {}), 9090),
    finds: ["service/loopback-bind main.go:4"],
  },
];

export const OPEN_SECOND_LISTENERS: readonly OpenRepository[] = [
  {
    name: "a second listener: Go's, called in turn beside one whose port the configuration holds",
    files: GO('\tserve()\n\thttp.ListenAndServe(":"+load().Port, nil)\n', {
      "debug.go": DEBUG("127.0.0.1:6060", "main", "serve"),
      "config.go": 'package main\n\nfunc load() C {\n\treturn C{Port: os.Getenv("PORT")}\n}\n',
    }),
    undecidedAt: "debug.go:4",
  },
  {
    name: "a second listener: Rust's, beside one whose address is not followed",
    files: RUST(
      "    tokio::spawn(metrics::serve());\n    let l = TcpListener::bind(&Args::parse().listen).await.unwrap();\n",
      RUST_METRICS,
    ),
    undecidedAt: "src/metrics.rs:2",
  },
];
