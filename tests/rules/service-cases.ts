import { type Fact, known, unknown } from "../../domain";
import { type Cases, declared, environment, health, here, render, start, variable } from "./facts";

const takes = (name: string): Fact => ({
  kind: "wanted-variable",
  place: here,
  name,
  required: known(false),
});
const exposed = (port: number): Fact => ({ ...declared(port), role: "exposed" }) as Fact;
const code = (port: number): Fact => ({ ...declared(port), role: "code" }) as Fact;
const complete = { ...render, variablesComplete: true } as const;

/** Commands that bind all interfaces, and the address that the others bind; the variables are the service's. */
const BINDS: readonly (readonly [
  command: string,
  host: string | undefined,
  variables?: Record<string, string>,
])[] = [
  ["alembic upgrade head && uvicorn main:app --host 0.0.0.0 --port $PORT", undefined],
  ["uvicorn main:app --port $PORT", "127.0.0.1"],
  ["uvicorn main:app --host=127.0.0.1", "127.0.0.1"],
  ["uvicorn main:app", undefined, { UVICORN_HOST: "0.0.0.0" }],
  ["uvicorn main:app", "localhost", { UVICORN_HOST: "localhost" }],
  ["uvicorn main:app --host 0.0.0.0", undefined, { UVICORN_HOST: "localhost" }],
  ["UVICORN_HOST=0.0.0.0 uvicorn main:app", undefined],
  ["export UVICORN_HOST=0.0.0.0; exec uvicorn main:app", undefined],
  ["uvicorn main:app --host :: --port $PORT", undefined],
  ["uvicorn main:app --uds /tmp/api.sock", "unix:/tmp/api.sock"],
  ["uvicorn main:app --uds /tmp/api.sock & nginx", undefined],
  ["uvicorn main:app --host $HOST", "127.0.0.1", { HOST: "127.0.0.1" }],
  ["uvicorn main:app --host ${HOST:-localhost}", "localhost"],
  ["uvicorn main:app --host 192.168.0.7", "`192.168.0.7`"],
  ["uvicorn main:app --host 0.0.0.0:8000", "`0.0.0.0:8000`"],
  ["uvicorn main:app --host https://0.0.0.0", "`https://0.0.0.0`"],
  ["python -m uvicorn main:app --host 0.0.0.0", undefined],
  ["/opt/venv/bin/uvicorn main:app", "127.0.0.1"],
  ["poetry run uvicorn main:app --host 127.0.0.1", "127.0.0.1"],
  ["uvicorn main:app --host 0.0.0.0 2>&1 | tee /tmp/log", undefined],
  ["uvicorn main:app > /tmp/log", "127.0.0.1"],
  ["bash -lc 'cd app && uvicorn main:app'", "127.0.0.1"],
  ['sh -c "uvicorn main:app --host 0.0.0.0 --port ${PORT:-8000}"', undefined],
  ["pip install uvicorn && python main.py", undefined],
  ["uvicorn main:app --host 0.0.0.0 --reload-include *.py", undefined],
  ["gunicorn main:app", undefined],
  ["gunicorn -k uvicorn.workers.UvicornWorker main:app --bind 0.0.0.0:$PORT", undefined],
  ["gunicorn main:app -b 127.0.0.1:8000", "127.0.0.1"],
  ["gunicorn -b127.0.0.1:8000 main:app", "127.0.0.1"],
  ["gunicorn main:app", "127.0.0.1", { GUNICORN_CMD_ARGS: "--workers 2 --bind=127.0.0.1:8000" }],
  ["gunicorn main:app --bind :8000", undefined, { GUNICORN_CMD_ARGS: "--bind=127.0.0.1:8000" }],
  ["gunicorn -c gunicorn.conf.py main:app", undefined],
  ["gunicorn --bind unix:/tmp/api.sock main:app", "unix:/tmp/api.sock"],
  ["hypercorn main:app --bind localhost:8000", "localhost"],
  ["hypercorn main:app --bind [::]:8000", undefined],
  ["hypercorn main:app", "127.0.0.1"],
  ["daphne -b 0.0.0.0 -p $PORT main:app", undefined],
  ["daphne main:app", "127.0.0.1"],
  ["flask run --host=0.0.0.0", undefined],
  ["flask --app main run", "127.0.0.1"],
  ["flask --app main run", undefined, { FLASK_RUN_HOST: "0.0.0.0" }],
  ["granian --interface asgi main:app", "127.0.0.1"],
  ["waitress-serve main:app", undefined],
  ["python manage.py runserver", "127.0.0.1"],
  ["python manage.py runserver --noreload 0.0.0.0:$PORT", undefined],
  ["python manage.py runserver 0:8000", undefined],
  ["python manage.py runserver 8000", "127.0.0.1"],
  ["node server.js", undefined],
  ["npm start", undefined],
  ["next start -p $PORT", undefined],
  ["next start -H localhost", "localhost"],
];

/** Commands with declared port 8000, and the port that each names instead. */
const PORTS: readonly (readonly [
  command: string,
  port: string | undefined,
  variables?: Record<string, string>,
])[] = [
  ["uvicorn main:app --port 8000", undefined],
  ["uvicorn main:app --host 0.0.0.0 --port ${PORT:-9000}", undefined],
  ["sh -c 'uvicorn main:app --port=9000'", "9000"],
  ["uvicorn main:app", "9001", { UVICORN_PORT: "9001" }],
  ["uvicorn main:app --port $APP_PORT", "9002", { APP_PORT: "9002" }],
  ["uvicorn main:app --port ${APP_PORT:-9003}", "9003"],
  ["uvicorn main:app --port $APP_PORT", undefined, { APP_PORT: "8000" }],
  // The shell fills the words in before it assigns (POSIX 2.9.1): this opens the service's PORT.
  ["PORT=9004 uvicorn main:app --port $PORT", undefined],
  ["export PORT=9004; uvicorn main:app --port $PORT", "9004"],
  ["PORT=9004; uvicorn main:app --port $PORT", "9004"],
  ["unset PORT; uvicorn main:app --port ${PORT:-9004}", "9004"],
  ["PORT=9004 gunicorn main:app", "9004"],
  ["uvicorn main:app --port $((PORT))", undefined],
  ["uvicorn main:app --port $(printenv PORT)", undefined],
  ["uvicorn main:app --port ${PORT:?not set}", undefined],
  ["uvicorn main:app --port ${PORT:=9000}", undefined],
  ["gunicorn main:app -b 0.0.0.0:$PORT -b 127.0.0.1:9191", undefined],
  ["uvicorn main:app --host 0.0.0.0 --port $PORT & exec uvicorn admin:app --port 9191", undefined],
  ["gunicorn main:app", undefined],
  ["gunicorn main:app --bind 0.0.0.0:9005", "9005"],
  ["gunicorn main:app", "9006", { GUNICORN_CMD_ARGS: "--bind 0.0.0.0:9006" }],
  ["python manage.py runserver 0.0.0.0:9007", "9007"],
  ["python manage.py runserver 0.0.0.0:${PORT:-9000}", undefined],
  ["next start --port 3000", "3000"],
  ["flask run", "5000"],
  ["node server.js", undefined],
];

const variables = (values: Record<string, string> = {}) =>
  Object.entries(values).map(([name, value]) => variable(name, value));

const literally = (text: string) => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);

export const SERVICE_CASES: Cases = {
  "port/agreement": [
    [
      "PORT, command and declaration agree",
      [declared(8000), variable("PORT", "8000"), start("uvicorn main:app --host 0.0.0.0 --port 8000")],
      undefined,
    ],
    ["PORT is 10000", [declared(8000), variable("PORT", "10000")], /^10000$/],
    [
      "code listens on the declared port, and on another one beside it",
      [declared(8000), code(9091), code(8000)],
      undefined,
    ],
    ["code listens on two ports that nothing names", [code(8080), code(9091)], undefined],
    [
      "code listens on two ports, of which none is the declared one",
      [declared(8000), code(8080), code(9091)],
      [8080, 9091].map(
        (port) =>
          `error test: port in the code: expected 8000, the declared port, got ${port}. Let the service listen on 8000, or name a port that it opens, which are 8080 and 9091.`,
      ),
    ],
    [
      "PORT is a port that code opens, and EXPOSE another one",
      [variable("PORT", "8080"), exposed(9091), code(8080), code(9091)],
      undefined,
    ],
    [
      "PORT is none of the ports that code opens, and EXPOSE one",
      [variable("PORT", "8000"), exposed(8080), code(8080), code(9091)],
      /^(?:8080|9091)$/,
    ],
    [
      "a health check asks another port",
      [
        declared(8000),
        { kind: "port", role: "health-check", place: here, port: known(8081) },
        { kind: "port", role: "exposed", place: here, port: known(8000) },
      ],
      /^8081$/,
    ],
    [
      "a health check asks another port than EXPOSE has, of code that cannot be followed",
      [
        { kind: "port", role: "health-check", place: here, port: known(8081) },
        { kind: "port", role: "exposed", place: here, port: known(8000) },
        { kind: "port", role: "code", place: here, port: unknown("it cannot be followed") },
      ],
      "unknown",
    ],
    [
      "a health check asks another port of an image that exposes several",
      [
        declared(8000),
        { kind: "port", role: "health-check", place: here, port: known(8081) },
        { kind: "port", role: "exposed", place: here, port: unknown("several ports are named") },
      ],
      "unknown",
    ],
    [
      "the command has PORT without its dollar sign",
      [declared(8000), start("uvicorn main:app --port PORT")],
      [
        "error test: start command's port: expected 8000, the declared port, got `PORT`, which is no port. Write $PORT: a shell fills a variable in by its name behind a dollar sign.",
      ],
    ],
    ["the command leaves uvicorn's own default", [declared(9000), start("uvicorn main:app")], /^8000$/],
    ["PORT is no port", [declared(8000), variable("PORT", "80OO")], /no port/],
    [
      "an image exposes another port beside the service's",
      [declared(8000), exposed(8000), exposed(9090)],
      undefined,
    ],
    ["an image exposes another port alone", [declared(8000), exposed(9090)], /^9090$/],
    [
      "nothing is declared, and PORT and the command agree",
      [variable("PORT", "8000"), start("uvicorn main:app --port 8000")],
      undefined,
    ],
    [
      "nothing is declared, and PORT and the command differ",
      [start("uvicorn main:app --port 8000"), variable("PORT", "10000")],
      /^8000$/,
    ],
    [
      "nobody sets PORT, as far as is known yet",
      [render, declared(8000), start("uvicorn main:app --port $PORT")],
      undefined,
    ],
    [
      "nobody sets PORT, so that Render does",
      [complete, declared(8000), start("uvicorn main:app --port $PORT")],
      /^10000$/,
    ],
    [
      "an env group sets PORT",
      [complete, declared(8000), variable("PORT", "8000"), start("uvicorn main:app --port $PORT")],
      undefined,
    ],
    ...PORTS.map(
      ([command, port, values]) =>
        [
          `${command} ${JSON.stringify(values ?? {})}`,
          [declared(8000), start(command), ...variables(values)],
          port === undefined ? undefined : literally(port),
        ] as const,
    ),
  ],
  "port/standard": [
    ["8000 is declared", [declared(8000)], undefined],
    [
      "the stack has a standard of its own",
      [declared(9000), { kind: "standard-port", place: here, port: 9000 }],
      undefined,
    ],
    ["10000 is declared", [declared(10_000)], /^10000$/],
  ],
  "port/reserved": [
    ["8000 is free to use", [declared(8000)], undefined],
    ["18012 is Render's", [variable("PORT", "18012")], /^18012$/],
    ["19099 stands in the command", [start("uvicorn main:app --port 19099")], /^19099$/],
  ],
  "port/privileged": [
    ["8000", [declared(8000)], undefined],
    ["1024", [variable("PORT", "1024")], undefined],
    ["a proxy's 80 in EXPOSE", [{ ...declared(80), role: "exposed" } as Fact], undefined],
    ["80 in the command", [start("uvicorn main:app --host 0.0.0.0 --port 80")], /^80$/],
    ["443 in PORT", [variable("PORT", "443")], /^443$/],
    ["a developer's machine", [environment("local"), variable("PORT", "443")], undefined],
    ["Render, whatever the stack is called", [render, environment("test"), variable("PORT", "443")], /^443$/],
  ],
  "port/hard-coded": [
    ["the command reads PORT", [complete, start("uvicorn main:app --port $PORT")], undefined],
    ["Render's own default", [complete, start("uvicorn main:app --port 10000")], undefined],
    [
      "PORT is set, whatever it is",
      [complete, variable("PORT", "8000"), start("uvicorn main:app --port 8000")],
      undefined,
    ],
    ["it is for another platform", [start("uvicorn main:app --port 8000")], undefined],
    ["PORT may be set where it is not read", [render, start("uvicorn main:app --port 8000")], "unknown"],
    [
      "not even the variables' names are known",
      [complete, variable("(all)", "x"), start("uvicorn main:app --port 8000")],
      "unknown",
    ],
    [
      "it is for a developer's machine",
      [complete, environment("local"), start("uvicorn main:app --port 8000")],
      undefined,
    ],
    ["the command has a port of its own", [complete, start("uvicorn main:app --port 8000")], /^8000$/],
    ["the server has one by itself", [complete, start("uvicorn main:app --host 0.0.0.0")], /^8000$/],
    ["the code has one", [complete, { ...declared(3000), role: "code" } as Fact], /^3000$/],
  ],
  "service/native-without-start": [
    ["an image starts by itself", [{ ...render, runtime: "docker" }], undefined],
    ["a start command is there", [{ ...render, runtime: "python" }, start("python main.py")], undefined],
    ["the runtime is not told", [render], undefined],
    ["none is there", [{ ...render, runtime: "python" }], /^none$/],
    [
      "only a Procfile has one",
      [
        { ...render, runtime: "python" },
        { ...start("gunicorn main:app"), place: { source: "file", file: "Procfile", line: 1 } },
      ],
      /^none$/,
    ],
  ],
  "service/start-builds": [
    [
      "a .NET program that is published first",
      [start("cd App && dotnet publish -c Release -o out && dotnet out/App.dll")],
      /`dotnet publish` before it/,
    ],
    [
      "a jar that is packaged first",
      [start("./mvnw clean package -DskipTests && java -jar target/app.jar")],
      /package` before it/,
    ],
    ["a .NET program", [start("dotnet App.dll")], undefined],
    ...[
      "npm start",
      "alembic upgrade head && uvicorn main:app",
      "next start",
      "yarn start",
      "yarn install-all",
    ].map((command) => [command, [start(command)], undefined] as const),
    ...(
      [
        ["npm run build && npm start", "npm run build"],
        ["npm ci --omit=dev; node server.js", "npm ci"],
        ["yarn && yarn start", "yarn"],
        ["npx tsc -p . && node dist/server.js", "npx tsc"],
        ["sh -c 'pip install -r requirements.txt && uvicorn main:app'", "pip install"],
        ["python -m pip install . && python main.py", "python -m pip install"],
      ] as const
    ).map(([command, build]) => [command, [start(command)], literally(`\`${build}\` before it`)] as const),
    ["a developer's machine", [environment("local"), start("npm install && npm run dev")], undefined],
    ["it starts nothing, and nobody asks it", [start("npm run build")], /which ends when it is done/],
    ["it starts nothing, which another rule says", [health("/health"), start("npm run build")], undefined],
  ],
  "service/start-command": [
    ["a server", [health("/health"), start("uvicorn main:app")], undefined],
    [
      "a server behind a migration",
      [health("/health"), start("alembic upgrade head && gunicorn main:app")],
      undefined,
    ],
    ["a server that the shell waits for", [health("/health"), start("uvicorn main:app & wait")], undefined],
    ["a whole command in quotes", [health("/health"), start('"gunicorn main:app"')], /^one in quotes/],
    [
      "a quote without its other",
      [health("/health"), start('gunicorn main:app -b "0.0.0.0:8000')],
      /^one `"` that is not closed/,
    ],
    [
      "an option that is nearly one of uvicorn's",
      [health("/health"), start("uvicorn main:app --worker 2")],
      "unknown",
    ],
    ["a shell's own text in quotes", [health("/health"), start("sh -c 'gunicorn main:app'")], undefined],
    ["a program in a folder with a space", [health("/health"), start('"./my app/server" --a')], "unknown"],
    ["a module of ASGI", [health("/health"), start("uvicorn shop.asgi:application")], undefined],
    [
      "a module of ASGI, with a worker class of it",
      [health("/health"), start("gunicorn shop.asgi:application -k uvicorn.workers.UvicornWorker")],
      undefined,
    ],
    [
      "a module of ASGI, of which the settings file may say the worker class",
      [health("/health"), start("gunicorn shop.asgi:application -w 2")],
      "unknown",
    ],
    [
      "a module of ASGI, with a worker class of WSGI",
      [health("/health"), start("gunicorn shop.asgi:application --worker-class=gthread")],
      /^`shop\.asgi:application`, which is one of ASGI$/,
    ],
    [
      "a module of WSGI, with a worker class of ASGI",
      [
        health("/health"),
        variable("GUNICORN_CMD_ARGS", "-k uvicorn.workers.UvicornWorker"),
        start("gunicorn shop.wsgi"),
      ],
      /^`shop\.wsgi`, which is one of WSGI$/,
    ],
    [
      "a module of WSGI, with uvicorn",
      [health("/health"), start("uvicorn shop.wsgi:application --host 0.0.0.0")],
      [
        "error test: the application that uvicorn calls: expected one of ASGI, got `shop.wsgi:application`, which is one of WSGI. Name the module `asgi`, or serve it with gunicorn.",
      ],
    ],
    [
      "a module of WSGI, which uvicorn is to call so",
      [health("/health"), start("uvicorn shop.wsgi:application --interface wsgi")],
      undefined,
    ],
    [
      "a module of WSGI, with daphne",
      [health("/health"), start("daphne shop.wsgi:application")],
      /^`shop\.wsgi:application`, which is one of WSGI$/,
    ],
    [
      "a module of ASGI, with waitress",
      [health("/health"), start("waitress-serve --port=8000 shop.asgi:application")],
      /^`shop\.asgi:application`, which is one of ASGI$/,
    ],
    [
      "a module of WSGI, with hypercorn",
      [health("/health"), start("hypercorn shop.wsgi:application")],
      undefined,
    ],
    [
      "an application of WSGI by another name",
      [health("/health"), start("uvicorn shop.wsgi:app")],
      undefined,
    ],
    ["a worker, which nobody asks", [start("celery -A app worker")], undefined],
    ["a developer's machine", [environment("local"), health("/health"), start("true")], undefined],
    ["a program of its own", [health("/health"), start("python main.py")], "unknown"],
    ["a program that asks for PORT", [health("/health"), start("python main.py"), takes("PORT")], undefined],
    [
      "a program that asks for DEBUG",
      [health("/health"), start("python main.py"), takes("DEBUG")],
      "unknown",
    ],
    [
      "a script, told of at its own command",
      [health("/health"), start("npm start"), start("next start")],
      undefined,
    ],
    ["what is no shell's text", [health("/health"), start("uvicorn main:app && (")], "unknown"],
    ["nothing", [health("/health"), start(" ")], /^`nothing`, which ends$/],
    [
      "a migration alone",
      [health("/health"), start("alembic upgrade head")],
      /^`alembic upgrade head`, which ends$/,
    ],
    [
      "a worker that is asked",
      [health("/health"), start("celery -A app worker")],
      /a worker, which opens no port/,
    ],
    [
      "a server in the background",
      [health("/health"), start("nohup uvicorn main:app &")],
      /in the background/,
    ],
    [
      "a worker behind a server",
      [health("/health"), start("uvicorn main:app && celery -A app worker")],
      /^`uvicorn` before it, which goes on running$/,
    ],
    ["a server as a daemon", [health("/health"), start("gunicorn main:app --daemon")], /in the background/],
  ],
  "plan/limits": [
    ["a paid plan with a disk", [{ ...render, plan: "starter", disk: true, instances: 1 }], undefined],
    ["a paid plan with several instances", [{ ...render, plan: "starter", instances: 3 }], undefined],
    ["nothing is told", [render], undefined],
    ["a free disk", [{ ...render, plan: "free", disk: true }], /a disk/],
    ["free instances", [{ ...render, plan: "free", instances: 2 }], /several instances/],
    ["free autoscaling", [{ ...render, plan: "free", autoscaling: true }], /autoscaling/],
    ["free maintenance mode", [{ ...render, plan: "free", maintenanceMode: true }], /maintenance mode/],
    ["a disk for several instances", [{ ...render, plan: "pro", disk: true, instances: 2 }], /^several$/],
    ["a disk with autoscaling", [{ ...render, plan: "pro", disk: true, autoscaling: true }], /^autoscaling$/],
    ["the longest shutdown delay", [{ ...render, shutdownDelaySeconds: 300 }], undefined],
    ["a longer one", [{ ...render, shutdownDelaySeconds: 301 }], /^301$/],
    ["none", [{ ...render, shutdownDelaySeconds: 0 }], /^0$/],
  ],
  "service/loopback-bind": [
    ...BINDS.map(
      ([command, host, values]) =>
        [
          `${command} ${JSON.stringify(values ?? {})}`,
          [start(command), ...variables(values)],
          host === undefined ? undefined : literally(host),
        ] as const,
    ),
    [
      "the code binds all",
      [{ kind: "bind", place: here, host: { known: true, value: "0.0.0.0" } }],
      undefined,
    ],
    [
      "the code binds loopback",
      [{ kind: "bind", place: here, host: { known: true, value: "127.0.0.1" } }],
      /127\.0\.0\.1/,
    ],
  ],
  "service/health-check-path": [
    ["a path is set", [health("/health")], undefined],
    ["none is set", [health(undefined)], /none/],
    ["it begins with no slash", [health("health")], /health/],
    [
      "Actuator answers it on another port",
      [health("/actuator/health"), variable("MANAGEMENT_SERVER_PORT", "9001"), variable("PORT", "8000")],
      /actuator/,
    ],
    [
      "no port is known beside Actuator's",
      [health("/actuator/health"), variable("MANAGEMENT_SERVER_PORT", "9001")],
      "unknown",
    ],
  ],
};
