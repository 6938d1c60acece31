import { BLUEPRINT } from "./faulty";
import type { FaultyRepository, OpenRepository, SmallRepository } from "./repository";

const FLY = 'app = "app"\n\n[http_service]\n  internal_port = 8080\n';
const JAVA = {
  "pom.xml": "<project/>\n",
  Dockerfile: 'FROM eclipse-temurin:21\nCMD ["java", "-jar", "a.jar"]\n',
  "fly.toml": FLY,
};
const RUST = {
  "Cargo.toml": '[package]\nname = "app"\n',
  Dockerfile: 'FROM debian\nCOPY target/release/app /app\nCMD ["/app"]\n',
  "fly.toml": FLY,
};
const ROCKET = "#[launch]\nfn rocket() -> _ {\n    rocket::build()\n}\n";
const GO = (main: string): Readonly<Record<string, string>> => ({
  "go.mod": "module app\n",
  "render.yaml": BLUEPRINT("./app", "", "go").replace("make", "go build -o app"),
  "main.go": `package main\n\nfunc main() {\n${main}}\n`,
});
const bound = (name: string, files: Readonly<Record<string, string>>, at: string): FaultyRepository => ({
  name: `listener: ${name}`,
  files,
  finds: [`service/loopback-bind ${at}`],
});

const BOUND: readonly FaultyRepository[] = [
  bound(
    "Spring in YAML",
    {
      ...JAVA,
      "src/main/resources/application.yml": "spring:\n  a: 1\nserver:\n  port: 8080\n  address: 127.0.0.1\n",
    },
    "src/main/resources/application.yml:5",
  ),
  bound(
    "Quarkus",
    { ...JAVA, "src/main/resources/application.properties": "quarkus.http.host=localhost\n" },
    "src/main/resources/application.properties:1",
  ),
  bound(
    "Micronaut",
    { ...JAVA, "src/main/resources/application.properties": "micronaut.server.host=localhost\n" },
    "src/main/resources/application.properties:1",
  ),
  bound(
    "Ktor",
    {
      ...JAVA,
      "src/main/kotlin/Main.kt":
        'fun main() {\n    embeddedServer(Netty, port = 8080,\n        host = "127.0.0.1") {}\n}\n',
    },
    "src/main/kotlin/Main.kt:3",
  ),
  bound(
    "Ktor with a function as its module",
    {
      ...JAVA,
      "src/main/kotlin/Main.kt":
        'fun main() {\n    embeddedServer(Netty, port = 8080, host = "127.0.0.1", module = Application::module)\n        .start(wait = true)\n}\n',
    },
    "src/main/kotlin/Main.kt:2",
  ),
  bound(
    "ASP.NET in code",
    {
      "a.csproj": "<Project/>\n",
      Dockerfile: 'FROM x\nCMD ["dotnet", "a.dll"]\n',
      "fly.toml": FLY,
      "Program.cs": 'var app = builder.Build();\napp.Run("http://localhost:8080");\n',
    },
    "Program.cs:2",
  ),
  bound(
    "a pair of Actix",
    {
      ...RUST,
      "src/main.rs": 'fn main() {\n    HttpServer::new(app)\n        .bind(("127.0.0.1", 8080))\n}\n',
    },
    "src/main.rs:3",
  ),
  bound(
    "octets of Rust",
    {
      ...RUST,
      "src/main.rs": "fn main() {\n    let address = SocketAddr::from(([127, 0, 0, 1], 8080));\n}\n",
    },
    "src/main.rs:2",
  ),
  bound(
    "Rocket's settings",
    { ...RUST, "src/main.rs": ROCKET, "Rocket.toml": '[default]\nport = 8080\naddress = "127.0.0.1"\n' },
    "Rocket.toml:3",
  ),
  bound("Rocket by itself", { ...RUST, "src/main.rs": ROCKET }, "src/main.rs:3"),
  bound(
    "Sinatra in code",
    {
      "render.yaml": BLUEPRINT("ruby app.rb", "", "ruby"),
      Gemfile: 'gem "sinatra"\n',
      "app.rb": 'require "sinatra"\nset :bind, "127.0.0.1"\n',
    },
    "app.rb:2",
  ),
];

/** Javalin on Heroku, which says no port but the platform's. */
const JAVALIN = (main: string): SmallRepository["files"] => ({
  "pom.xml": "<project><artifactId>shop</artifactId></project>\n",
  Procfile: "web: java -jar target/shop.jar\n",
  "app.json": "{}\n",
  "src/main/java/App.java": `import io.javalin.Javalin;\nclass App {\n  public static void main(String[] given) {\n    ${main}\n  }\n}\n`,
});

/** Beside where it is bound, which port is opened. */
const PORTS: readonly FaultyRepository[] = [
  {
    name: "listener: another port than the platform asks for, on loopback",
    files: {
      ...RUST,
      "src/main.rs": 'fn main() {\n    HttpServer::new(app).bind(("127.0.0.1", 3000))\n}\n',
    },
    finds: ["service/loopback-bind src/main.rs:2", "port/agreement src/main.rs:2"],
  },
  {
    name: "listener: Nest on Fastify, in a function",
    files: {
      "render.yaml": BLUEPRINT("npx tsx src/main.ts", "", "node"),
      "src/main.ts":
        'import { NestFactory } from "@nestjs/core";\nasync function bootstrap() {\n  const app = await NestFactory.create(Module, new FastifyAdapter());\n  await app.listen(process.env.PORT ?? 3000);\n}\nbootstrap();\n',
    },
    finds: ["service/loopback-bind src/main.ts:4"],
  },
  ...[
    'Javalin.create(it -> { it.http.defaultContentType = "text/plain"; }).start(7000);',
    "Javalin app = Javalin.create(); app.start(7000);",
  ].map(
    (main): FaultyRepository => ({
      name: `listener: Javalin by \`${main}\``,
      files: JAVALIN(main),
      finds: ["port/hard-coded src/main/java/App.java:4"],
    }),
  ),
];

/** A program of Python that Render starts by its file. */
const BY_ITS_FILE = (code: string): SmallRepository["files"] => ({
  "app.py": `import os\n${code}\n`,
  "requirements.txt":
    "aiohttp\nbottle\ngevent\nquart\nrobyn\nsanic\nwebsockets\nwerkzeug\nflask\nflask-socketio\nuvicorn\ntornado\n",
  "render.yaml":
    "services:\n  - type: web\n    name: shop\n    runtime: python\n    plan: starter\n    healthCheckPath: /health\n    startCommand: python app.py\n",
});

/** What each opens is at its last line. */
const ON_LOOPBACK: Readonly<Record<string, string>> = {
  "Python's HTTPServer":
    'from http.server import BaseHTTPRequestHandler, HTTPServer\nHTTPServer(("localhost", 8080), BaseHTTPRequestHandler).serve_forever()',
  "wsgiref's make_server":
    'from wsgiref.simple_server import make_server\nmake_server("127.0.0.1", 8000, print).serve_forever()',
  "aiohttp's TCPSite":
    'from aiohttp import web\nsite = web.TCPSite(web.AppRunner(web.Application()), "localhost", int(os.environ["PORT"]))',
  "werkzeug's run_simple": 'from werkzeug.serving import run_simple\nrun_simple("127.0.0.1", 4000, print)',
  "gevent's WSGIServer":
    'from gevent.pywsgi import WSGIServer\nWSGIServer(("127.0.0.1", 5000), print).serve_forever()',
  "websockets' serve": 'import websockets\nserver = websockets.serve(print, "localhost", 8765)',
  "bottle's run, by itself": 'from bottle import run\nrun(port=int(os.environ["PORT"]))',
  "Quart's run, by itself":
    'from quart import Quart\napp = Quart(__name__)\napp.run(port=int(os.environ["PORT"]))',
  "Flask's run, by its place":
    'from flask import Flask\napp = Flask(__name__)\napp.run("127.0.0.1", int(os.environ["PORT"]))',
  "bottle's run, by its place":
    'from bottle import run\nrun(None, "wsgiref", "127.0.0.1", int(os.environ["PORT"]))',
  "Tornado's listen, by its place":
    'from tornado.web import Application\napp = Application([])\napp.listen(int(os.environ["PORT"]), "127.0.0.1")',
  "Sanic's run, by itself":
    'from sanic import Sanic\napp = Sanic("shop")\napp.run(port=int(os.environ["PORT"]))',
};

const GIVEN = "\thttp.ListenAndServe(addr, nil)\n";

/** Addresses of Go that hold where a variable is not set; each is at line 6. */
const BY_A_VARIABLE: Readonly<Record<string, string>> = {
  "Go, where os.Getenv is empty":
    '\taddr := os.Getenv("ADDR")\n\tif addr == "" {\n\t\taddr = "localhost:8080"\n\t}\n',
  "Go, where os.LookupEnv has none":
    '\taddr, ok := os.LookupEnv("ADDR")\n\tif !ok {\n\t\taddr = "127.0.0.1:8080"\n\t}\n',
  "Go, by cmp.Or": '\n\taddr := cmp.Or(\n\t\tos.Getenv("ADDR"), "localhost:8080")\n',
  "Go, by a function of a default": '\n\n\taddr := getEnv("ADDR", "localhost:8080")\n',
  "Go, before a variable that may be set":
    '\n\n\taddr := "localhost:8080"\n\tif v := os.Getenv("ADDR"); v != "" {\n\t\taddr = v\n\t}\n',
};
const OR_ITS_OWN = GO(`${BY_A_VARIABLE["Go, where os.Getenv is empty"]}${GIVEN}`);
const WITH_ADDRESS = (value: string): string =>
  String(OR_ITS_OWN["render.yaml"]).replace(
    /\n?$/,
    `\n    envVars:\n      - key: ADDR\n        value: "${value}"\n`,
  );

export const FAULTY_LISTENERS: readonly FaultyRepository[] = [
  ...BOUND,
  ...Object.entries(BY_A_VARIABLE).map(([name, code]) => bound(name, GO(`${code}${GIVEN}`), "main.go:6")),
  bound(
    "Go, whose variable holds a loopback address",
    { ...OR_ITS_OWN, "render.yaml": WITH_ADDRESS("127.0.0.1:10000") },
    "main.go:6",
  ),
  ...PORTS,
  ...Object.entries(ON_LOOPBACK).map(([name, code]) =>
    bound(name, BY_ITS_FILE(code), `app.py:${code.split("\n").length + 1}`),
  ),
];

const sound = (name: string, files: Readonly<Record<string, string>>): SmallRepository => ({
  name: `listener: ${name}`,
  files,
});

/** Programs that say by the place of their arguments where they listen, or that say it by another object. */
const ON_ALL: Readonly<Record<string, string>> = {
  Sanic: 'from sanic import Sanic\napp = Sanic("shop")\napp.run("0.0.0.0", int(os.environ["PORT"]))',
  Quart: 'from quart import Quart\napp = Quart(__name__)\napp.run("0.0.0.0", int(os.environ["PORT"]))',
  Flask: 'from flask import Flask\napp = Flask(__name__)\napp.run("0.0.0.0", int(os.environ["PORT"]))',
  "Flask-SocketIO":
    'from flask import Flask\nfrom flask_socketio import SocketIO\napp = Flask(__name__)\nlive = SocketIO(app)\nlive.run(app, "0.0.0.0", int(os.environ["PORT"]))',
  bottle:
    'from bottle import default_app, run\nrun(default_app(), "wsgiref", "0.0.0.0", int(os.environ["PORT"]))',
  Robyn: 'from robyn import Robyn\napp = Robyn(__file__)\napp.start("0.0.0.0", int(os.environ["PORT"]))',
  "Sanic on a socket":
    'from sanic import Sanic\napp = Sanic("shop")\napp.run(sock=opened(os.environ["PORT"]))',
  "bottle by an adapter": "from bottle import Bottle\napp = Bottle()\napp.run(server=Adapter)",
  "aiohttp with a second site for metrics":
    'from aiohttp import web\nsite = web.TCPSite(runner, port=int(os.environ["PORT"]))\nmetrics = web.TCPSite(runner, "127.0.0.1", 9100)',
  "uvicorn beside a control socket, and a login in a function":
    'import uvicorn\nfrom http.server import HTTPServer\ncontrol = HTTPServer(("127.0.0.1", 8099), Control)\ndef run_login_flow():\n    HTTPServer(("localhost", 8090), Login).handle_request()\nuvicorn.run(app, host="0.0.0.0", port=int(os.environ["PORT"]))',
  "aiohttp on a socket":
    'from aiohttp import web\nweb.run_app(web.Application(), sock=opened(os.environ["PORT"]))',
};

export const SOUND_LISTENERS: readonly SmallRepository[] = [
  ...Object.entries(ON_ALL).map(([name, code]) => sound(`${name}, not by keywords`, BY_ITS_FILE(code))),
  {
    name: "listeners: a pair with an empty host, which is all of them",
    files: BY_ITS_FILE(
      'from http.server import BaseHTTPRequestHandler, HTTPServer\nHTTPServer(("", int(os.environ["PORT"])), BaseHTTPRequestHandler).serve_forever()',
    ),
  },
  {
    name: "listeners: a socket for a login in a browser, beside the service's own",
    files: BY_ITS_FILE(
      'from http.server import BaseHTTPRequestHandler, HTTPServer\nfrom flask import Flask\n\n\ndef login():\n    HTTPServer(("localhost", 8080), BaseHTTPRequestHandler).handle_request()\n\n\napp = Flask(__name__)\n\nif __name__ == "__main__":\n    app.run(host="0.0.0.0", port=int(os.environ["PORT"]))',
    ),
  },
  sound(
    "Javalin beside a timer that starts too",
    JAVALIN(
      'var app = Javalin.create().start(Integer.parseInt(System.getenv("PORT")));\n    var timer = new Timer(); timer.start(1000);',
    ),
  ),
  sound("Quarkus in its development profile", {
    ...JAVA,
    "src/main/resources/application.properties":
      "%dev.quarkus.http.host=localhost\n%dev.quarkus.http.port=9000\n",
  }),
  sound("Spring by a reference", {
    ...JAVA,
    "src/main/resources/application.yml":
      "server:\n  port: ${PORT:8080}\nmanagement:\n  server:\n    address: 127.0.0.1\n    port: 9001\n",
  }),
  sound("Rocket that is set to all interfaces", {
    ...RUST,
    "src/main.rs": ROCKET,
    "Rocket.toml": '[default]\naddress = "0.0.0.0"\nport = 8080\n',
  }),
  sound("Rocket by a variable", {
    ...RUST,
    Dockerfile: `${RUST.Dockerfile}ENV ROCKET_ADDRESS=0.0.0.0\n`,
    "src/main.rs": ROCKET,
  }),
  sound("Actix on all interfaces", {
    ...RUST,
    "src/main.rs": 'fn main() {\n    HttpServer::new(app).bind(("0.0.0.0", 8080))\n}\n',
  }),
  sound("Go by a variable that is set", { ...OR_ITS_OWN, "render.yaml": WITH_ADDRESS(":10000") }),
  sound(
    "Go with a name that is given another value as well",
    GO(`\taddr := "localhost:8080"\n\tif deployed() {\n\t\taddr = ":10000"\n\t}\n${GIVEN}`),
  ),
  sound(
    "a profiler of Go beside the service",
    GO(
      '\tgo func() {\n\t\tlog.Println(http.ListenAndServe("localhost:6060", nil))\n\t}()\n\thttp.ListenAndServe(":"+os.Getenv("PORT"), nil)\n',
    ),
  ),
  sound(
    "metrics of Go behind the service",
    GO('\tgo http.ListenAndServe(address, router)\n\thttp.ListenAndServe("127.0.0.1:9090", metrics)\n'),
  ),
];

export const OPEN_LISTENERS: readonly OpenRepository[] = [
  {
    name: "listener: Puma under a condition",
    files: {
      "render.yaml": BLUEPRINT("bundle exec puma", "", "ruby"),
      "config/puma.rb":
        'if ENV["RACK_ENV"] == "development"\n  bind "tcp://127.0.0.1:9292"\nelse\n  port ENV.fetch("PORT")\nend\n',
    },
    undecidedAt: "config/puma.rb:2",
  },
  {
    name: "listener: the only one of Go, beside the program",
    files: GO('\tgo func() {\n\t\thttp.ListenAndServe("localhost:8080", nil)\n\t}()\n\tselect {}\n'),
    undecidedAt: "main.go:5",
  },
];
