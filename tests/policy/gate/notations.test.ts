import assert from "node:assert/strict";
import type { Server } from "../../../domain/start-command/server";
import { SERVERS } from "../../../domain/start-command/servers";
import { PREVIEW_RULES } from "../../../rules";
import { DATABASE_FACTS, DATABASE_NOTATIONS } from "./database-notations";
import { FRAMES } from "./frames";
import { NOT_STARTED, notationsOf, STARTED_ROWS, STARTS, withOptions } from "./notations";
import { judgedProgram, resourcesOf } from "./program";
import { together } from "./rejected";
import type { SealedCase } from "./sealed";

/** Those that a start command can break: a verdict by all rules takes ten times as long. */
const JUDGED = ["port/agreement", "service/loopback-bind", "service/start-command"];
const judging = PREVIEW_RULES.filter(({ id }) => JUDGED.includes(id));

/** The rules that reject it, or `undecided`; empty where it passes. */
function verdict(one: SealedCase): string {
  const { rejected, undecided } = together(judgedProgram(resourcesOf("api", one), {}, judging));
  const rules = new Set(rejected.map((message) => message.split(":")[0]));
  return [...rules, ...(undecided === "" ? [] : ["undecided"])].join();
}

const BESIDE = {
  otherEnvironments: {
    preview: { host: "db.preview.acme.io", port: 5432, user: "app", database: "app" },
  },
};

/** One fact, and what is right to say of it. */
const FACTS = [
  { fact: "all interfaces and the declared port", host: "0.0.0.0", port: "8000", right: "" },
  { fact: "a port that is not the declared one", host: "0.0.0.0", port: "9000", right: "port-agreement" },
  { fact: "loopback", host: "127.0.0.1", port: "8000", right: "service-loopback-bind" },
] as const;

const isStarted = ({ names: [name = ""], servingWords }: Server) =>
  name in STARTS && (STARTED_ROWS[name] === undefined || servingWords?.includes(STARTED_ROWS[name]) === true);

describe("one fact in all its notations", () => {
  it("knows how each server of the table is started", () => {
    const names = SERVERS.map(({ names: [name = ""] }) => name);
    assert.deepEqual(
      names.filter((name) => !(name in STARTS) && !NOT_STARTED.includes(name)),
      [],
    );
  });

  for (const { fact, host, port, right } of FACTS) {
    it(`gives the same verdict of ${fact}, however a server gets it`, () => {
      const wrong = SERVERS.filter(isStarted).flatMap((server) => {
        const [command = "", around = {}] = STARTS[server.names[0] ?? ""] ?? [];
        return notationsOf(server, host, port).flatMap(([options, variables]) => {
          const one = { driver: "psycopg2", ...around, command: withOptions(command, options), variables };
          const said = verdict(one);
          return said === right ? [] : [[said, one.command, variables]];
        });
      });
      assert.deepEqual(wrong, []);
    });
  }

  for (const { fact, host, port, right } of FACTS) {
    it(`gives the same verdict of ${fact}, whatever a shell puts around it`, () => {
      const served = [
        `uvicorn main:app --host ${host} --port ${port}`,
        `gunicorn main:app --bind=${host}:${port}`,
        `python -m hypercorn main:app -b ${host}:${port}`,
        `poetry run uvicorn main:app --port ${port} --host ${host}`,
        `/app/.venv/bin/gunicorn main:app -w 4 -k uvicorn.workers.UvicornWorker -b ${host}:${port}`,
        `npx next start -H ${host} -p ${port}`,
      ];
      const wrong = served.flatMap((command) =>
        FRAMES.flatMap((frame) => {
          const framed = frame.replaceAll("{}", command);
          const said = verdict({ command: framed, driver: "psycopg2" });
          return said === right ? [] : [[said, framed]];
        }),
      );
      assert.deepEqual(wrong, []);
    });
  }

  for (const [fact, [said, rule]] of Object.entries(DATABASE_FACTS)) {
    it(`gives the same verdict of ${fact}, whatever notation the database is in`, () => {
      const wrong = Object.entries(DATABASE_NOTATIONS).flatMap(([notation, write]) => {
        const one = { ...write(said), declared: BESIDE };
        const { rejected } = together(judgedProgram(resourcesOf("api", one)));
        const isRight =
          rule === undefined
            ? rejected.length === 0
            : rejected.some(
                (message) =>
                  message.startsWith(`${rule.replace("/", "-")}:`) || message.includes(`(${rule})`),
              );
        return isRight ? [] : [[notation, rejected]];
      });
      assert.deepEqual(wrong, []);
    });
  }
});
