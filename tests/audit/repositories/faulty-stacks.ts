import { BLUEPRINT, PORT_8080 } from "./faulty";
import type { FaultyRepository } from "./repository";

const GO = (start: string, build: string): string =>
  BLUEPRINT(start, PORT_8080, "go").replace("buildCommand: make", `buildCommand: ${build}`);
const MAIN = (listen: string): string =>
  `package main\n\nimport "net/http"\n\nfunc main() {\n\tport := "8080"\n\t${listen}\n}\n`;
const FLY = 'app = "app"\n\n[http_service]\n  internal_port = 8080\n';

/** Faults of stacks whose sources are compiled or built, and of settings that frameworks keep in files. */
export const FAULTY_STACKS: readonly FaultyRepository[] = [
  ...[
    'http.ListenAndServe("127.0.0.1:"+port, nil)',
    'http.ListenAndServe(fmt.Sprintf("localhost:%s", port), nil)',
    'http.ListenAndServe(net.JoinHostPort("127.0.0.1", port), nil)',
    'e.Logger.Fatal(e.Start("127.0.0.1:" + port))',
    'log.Fatal(app.Listen("localhost:" + port))',
    'server := &http.Server{Addr: "127.0.0.1:8080"}; server.ListenAndServe()',
    'addr := "127.0.0.1:" + port; http.ListenAndServe(addr, nil)',
  ].map((listen) => ({
    name: `Go: ${listen}`,
    files: {
      "go.mod": "module example.org/app\n\ngo 1.24\n",
      "render.yaml": GO("./app", "go build -o app"),
      "main.go": MAIN(listen),
    },
    finds: ["service/loopback-bind main.go:7"],
  })),
  {
    name: "Go: one program of several, in a package that it imports",
    files: {
      "go.mod": "module example.org/app\n\ngo 1.24\n",
      "render.yaml": GO("./bin/api", "go build -o bin/api ./cmd/api"),
      "cmd/api/main.go":
        'package main\n\nimport "example.org/app/internal/web"\n\nfunc main() {\n\tweb.Serve()\n}\n',
      "cmd/worker/main.go": MAIN('http.ListenAndServe(":9090", nil)'),
      "internal/web/web.go":
        'package web\n\nfunc Serve() {\n\thttp.ListenAndServe("127.0.0.1:8080", nil)\n}\n',
    },
    finds: ["service/loopback-bind internal/web/web.go:4"],
    spares: ["port/agreement"],
  },
  {
    name: "SvelteKit's node adapter with HOST on loopback",
    files: {
      "package.json":
        '{ "scripts": { "start": "node build" }, "devDependencies": { "@sveltejs/adapter-node": "5.3.3" } }\n',
      "render.yaml": BLUEPRINT(
        "npm start",
        "    envVars:\n      - key: HOST\n        value: 127.0.0.1\n",
        "node",
      ),
    },
    finds: ["service/loopback-bind render.yaml:11"],
  },
  {
    name: "Astro's node adapter, which binds localhost by itself",
    files: {
      "package.json": '{ "dependencies": { "astro": "5.0.0", "@astrojs/node": "9.0.0" } }\n',
      "astro.config.mjs": 'export default { output: "server", adapter: node({ mode: "standalone" }) };\n',
      "render.yaml": BLUEPRINT("node ./dist/server/entry.mjs", "", "node"),
    },
    finds: ["service/loopback-bind render.yaml:7"],
  },
  {
    name: "Astro's node adapter, whose settings say that no host is exposed",
    files: {
      "package.json": '{ "dependencies": { "astro": "5.0.0", "@astrojs/node": "9.0.0" } }\n',
      "astro.config.mjs":
        'export default { output: "server", adapter: node({ mode: "standalone" }), server: { host: false } };\n',
      "render.yaml": BLUEPRINT("node ./dist/server/entry.mjs", "", "node"),
    },
    finds: ["service/loopback-bind render.yaml:7"],
  },
  {
    name: "Next's standalone server with HOSTNAME on loopback",
    files: {
      "package.json": '{ "dependencies": { "next": "15.5.6" } }\n',
      Dockerfile:
        'FROM node:22\nENV HOSTNAME=127.0.0.1\nCOPY .next/standalone ./\nCMD ["node", "server.js"]\n',
      "fly.toml": FLY,
    },
    finds: ["service/loopback-bind Dockerfile:2"],
  },
  {
    name: "Heroku: a port of one's own",
    files: {
      Procfile: "web: node server.js\n",
      "package.json": '{ "dependencies": { "express": "5.1.0" } }\n',
      "server.js": 'require("express")().listen(5000);\n',
    },
    finds: ["port/hard-coded server.js:1"],
  },
  {
    name: "ASP.NET with a port in ASPNETCORE_URLS",
    files: {
      Dockerfile:
        'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nENV ASPNETCORE_URLS=http://+:5000\nENTRYPOINT ["dotnet", "A.dll"]\n',
      "fly.toml": FLY,
    },
    finds: ["port/agreement Dockerfile:2"],
  },
  {
    name: "a URL whose password alone is a reference, on the transaction pooler",
    files: {
      "render.yaml": BLUEPRINT("python main.py"),
      "main.py": 'import os\nimport asyncpg\n\nasyncpg.connect(os.environ["DATABASE_URL"])\n',
      ".env.production":
        "DATABASE_URL=postgresql://postgres.abcdefghijklmnopqrst:${DB_PASSWORD}@aws-0-us-west-1.pooler.supabase.com:6543/postgres\n",
    },
    finds: ["database/transaction-mode-statements .env.production:1"],
    spares: ["database/password-encoding", "environment/placeholder"],
  },
  {
    name: "Laravel's key in a Blueprint",
    files: {
      "render.yaml": BLUEPRINT(
        "php artisan serve --host 0.0.0.0 --port $PORT",
        `    envVars:\n      - key: APP_KEY\n        value: base64:${"q7Xc1vN0mRz5Tt8Yk2Lw9PjHs4Fd6Gb3Ae0UiOxKyVQ"}=\n`,
        "docker",
      ),
    },
    finds: ["secret/in-blueprint render.yaml:11"],
  },
];
