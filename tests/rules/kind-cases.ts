import { type Fact, type FactOf, known, type PlatformFact, type ServiceType, unknown } from "../../domain";
import { type Cases, declared, render, start, variable } from "./facts";

const of = (type: ServiceType, change: Partial<PlatformFact> = {}): PlatformFact => ({
  ...render,
  type,
  ...(type !== "web" && type !== "private" && { listens: false }),
  ...change,
});
const job = (schedule: string) => of("cron", { schedule });

const before = (by: FactOf<"platform-command">["by"], command: string): FactOf<"platform-command"> => ({
  kind: "platform-command",
  place: { source: "resource", urn: "urn:pulumi:a::b::c::d", property: "preDeployCommand" },
  by,
  command: known(command),
});

/** What the rules say of services that no one asks over HTTP; the web service's own cases are in service-cases. */
export const KIND_CASES: Cases = {
  "service/cron-schedule": [
    ...[
      "0 3 * * *",
      "*/5 * * * *",
      " 0  0 1,15 * * ",
      "30 4 * * mon-fri",
      "0 0 * JAN-JUN/2 7",
      "5/10 9-17 * * 0-6",
      "0 0 29 2 *",
      "0 0 31 4 MON",
      "0 22 * * FRI-SUN",
    ].map((schedule) => [schedule, [job(schedule)], undefined] as const),
    ...(
      [
        ["60 * * * *", "60"],
        ["* 24 * * *", "24"],
        ["0 0 32 * *", "32"],
        ["0 0 * 0 *", "0"],
        ["0 0 * * 8", "8"],
        ["0 0 * * MONDAY", "MONDAY"],
        ["0 3 * *", "0 3 \\* \\*"],
        ["0 0 0 3 * *", "0 0 0 3 \\* \\*"],
        ["", "``"],
        ["daily", "daily"],
        ["5-1 * * * *", "5-1"],
        ["*/0 * * * *", "\\*/0"],
        ["1,,2 * * * *", "1,,2"],
        ["0 0 31 4,6 *", "a day that none of its months has"],
        ["0 0 30 2 *", "a day that none of its months has"],
      ] as const
    ).map(([schedule, got]) => [schedule, [job(schedule)], new RegExp(got)] as const),
    ["0 0 L * *", [job("0 0 L * *")], "unknown"],
    ["@daily", [job("@daily")], "unknown"],
    ["not known yet", [of("cron", { pending: "later" })], "unknown"],
    ["a worker has none", [of("worker", { pending: "later" })], undefined],
  ],
  "port/agreement": [
    [
      "a worker has no port, whatever PORT and its command say",
      [of("worker"), variable("PORT", "10000"), start("uvicorn metrics:app --port 9000")],
      undefined,
    ],
    [
      "a private service's own port",
      [of("private"), declared(9000), variable("PORT", "8000")],
      [
        "error test: variable PORT: expected 9000, the declared port, got 8000. Set it to 9000, or declare 8000 as the service's port. [`8000` -> `9000`]",
      ],
    ],
  ],
  "port/standard": [["a private service may have any port", [of("private"), declared(50051)], undefined]],
  "port/hard-coded": [
    [
      "a private service is asked for what it opens",
      [of("private", { variablesComplete: true }), start("uvicorn main:app --host 0.0.0.0 --port 50051")],
      undefined,
    ],
  ],
  "port/reserved": [
    [
      "10000 in the private network",
      [of("private"), variable("PORT", "10000")],
      [
        "warning test: variable PORT: expected a port that other services certainly reach in the private network, got 10000. " +
          "Choose another port: Render's page on the private network excludes this one, and its page on Blueprints shows it.",
      ],
    ],
    ["10000 of a web service", [of("web"), variable("PORT", "10000")], undefined],
  ],
  "service/loopback-bind": [
    ["a worker's own metrics", [of("worker"), start("uvicorn metrics:app")], undefined],
    ["a private service", [of("private"), start("uvicorn main:app")], /127\.0\.0\.1/],
  ],
  "service/start-command": [
    ...(
      [
        ["a migration", "alembic upgrade head", undefined],
        ["a server", "alembic upgrade head && uvicorn main:app", /uvicorn, a server that goes on running/],
        ["a server for a limited time", "timeout 20 uvicorn main:app", undefined],
        ["a server in the background", "uvicorn main:app & python smoke.py", undefined],
        ["a package of the system", "apt-get install -y ffmpeg", /nothing runs as root/],
        ["Docker", "docker build .", /no daemon of Docker runs/],
        ["what may fail", "apt-get install -y ffmpeg || true", undefined],
      ] as const
    ).flatMap(([what, command, said]) =>
      (["pre-deploy command", "build command"] as const).map(
        (by) =>
          [`${what} in a ${by}`, [of("web", { runtime: "python" }), before(by, command)], said] as const,
      ),
    ),
    [
      "a pre-deploy command that is not known yet",
      [of("web"), { ...before("pre-deploy command", ""), command: unknown("pending") } as Fact],
      "unknown",
    ],
    ["a command of the application's own", [of("worker"), start("python manage.py qcluster")], undefined],
    ["Flask's command", [of("worker"), start("flask --app jobs consume")], undefined],
    ["Django's migrations", [of("worker"), start("python manage.py migrate")], /python manage.py migrate/],
    ["a worker that is known", [of("worker"), start("celery -A app worker")], undefined],
    [
      "a worker beside another",
      [of("worker"), start("celery -A a worker & exec celery -A a beat")],
      undefined,
    ],
    [
      "two that are waited for",
      [of("worker"), start("celery -A a worker & celery -A a beat & wait")],
      undefined,
    ],
    [
      "a worker in the background",
      [of("worker"), start("celery -A app worker &")],
      /a worker in the background/,
    ],
    [
      "a scheduler behind a worker",
      [of("worker"), start("celery -A a worker; celery -A a beat")],
      /^`celery` before it, which goes on running$/,
    ],
    ["a worker that migrates", [of("worker"), start("alembic upgrade head")], /alembic upgrade head/],
    ["a worker of which nothing is known", [of("worker"), start("python worker.py")], undefined],
    ["a job that ends", [job("0 3 * * *"), start("alembic upgrade head")], undefined],
    [
      "a job with a server beside its work",
      [job("0 3 * * *"), start("uvicorn a:b & python t.py")],
      undefined,
    ],
    ["a job whose server is ended", [job("0 3 * * *"), start("timeout 600 uvicorn a:b")], undefined],
    ["a job that serves", [job("0 3 * * *"), start("gunicorn main:app")], /a server that goes on running/],
    ["a private service that ends", [of("private"), start("alembic upgrade head")], /alembic/],
  ],
  "service/start-builds": [
    ["a job that builds", [job("0 3 * * *"), start("npm ci && node sync.js")], undefined],
    ["a worker that builds first", [of("worker"), start("npm ci && node worker.js")], /npm ci/],
  ],
  "plan/limits": [
    ...(["private", "worker", "cron"] as const).map(
      (type) => [`a ${type} on free`, [of(type, { plan: "free" })], /a (private|background|cron)/] as const,
    ),
    ["a web service on free", [of("web", { plan: "free" })], undefined],
    ["a worker on a plan of its own", [of("worker", { plan: "free_for_acme" })], undefined],
  ],
  "service/native-without-start": [
    ["a worker without a command", [of("worker", { runtime: "node" })], /none/],
    ["a site has none", [of("static", { runtime: "static" })], undefined],
  ],
};
