import { BLUEPRINT, PORT_8080 } from "./faulty";
import type { SmallRepository } from "./repository";

/** Sound repositories beside the faulty ones of the same stacks. */
export const SOUND_STACKS: readonly SmallRepository[] = [
  {
    name: "Go with a cache on the developer's machine, a second program, and PORT",
    files: {
      "go.mod": "module example.org/app\n\ngo 1.24\n",
      "render.yaml": BLUEPRINT("./app", PORT_8080, "go").replace(
        "buildCommand: make",
        "buildCommand: go build -o app ./cmd/app",
      ),
      "cmd/app/main.go":
        'package main\n\nfunc main() {\n\tredis.NewClient(&redis.Options{Addr: "localhost:6379"})\n\thttp.ListenAndServe(":"+os.Getenv("PORT"), nil)\n}\n',
      "cmd/mock/main.go": 'package main\n\nfunc main() {\n\thttp.ListenAndServe("127.0.0.1:9999", nil)\n}\n',
    },
  },
  {
    name: "an Astro server that is told its host",
    files: {
      "package.json": '{ "dependencies": { "astro": "5.0.0", "@astrojs/node": "9.0.0" } }\n',
      "render.yaml": BLUEPRINT(
        "node ./dist/server/entry.mjs",
        "    envVars:\n      - key: HOST\n        value: 0.0.0.0\n",
        "node",
      ),
    },
  },
  {
    name: "an Astro server whose settings name the host",
    files: {
      "package.json": '{ "dependencies": { "astro": "5.0.0", "@astrojs/node": "9.0.0" } }\n',
      "astro.config.mjs": "export default { server: { host: true }, adapter: node({}) };\n",
      "render.yaml": BLUEPRINT("node ./dist/server/entry.mjs", "", "node"),
    },
  },
  {
    name: "Daphne by an extra of Channels",
    files: {
      "requirements.txt": "django==5.2\nchannels[daphne]==4.3.1\n",
      "render.yaml": BLUEPRINT("daphne -b 0.0.0.0 -p $PORT site.asgi:application"),
      "site/asgi.py": "application = 1\n",
    },
  },
  {
    name: "Spring with a developer's own database in its settings",
    files: {
      "pom.xml": "<project/>\n",
      "src/main/resources/application.properties":
        "server.port=${PORT:8080}\nspring.datasource.url=jdbc:postgresql://localhost:5432/app\nspring.datasource.password=Secret12345pw\n",
      Procfile: "web: java -jar target/app.jar\n",
    },
  },
];
