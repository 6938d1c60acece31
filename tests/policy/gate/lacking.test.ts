import assert from "node:assert/strict";
import { judgedProgram, resourcesOf } from "./program";
import { together } from "./rejected";
import type { SealedCase } from "./sealed";
import { DOCKER, go, node } from "./written";

const START = "service-start-command:";
const inProgram = (one: SealedCase) => together(judgedProgram(resourcesOf("api", one)));
const isRejected = (one: SealedCase) => inProgram(one).rejected.some((message) => message.startsWith(START));
const image = { properties: DOCKER } as const;

/** Each needs what a service at Render does not have. */
const LACKING: readonly SealedCase[] = [
  { command: "docker run -p 8000:8000 acme/api" },
  { command: "docker compose up" },
  { command: "docker-compose up --build" },
  { command: "docker compose -f docker-compose.prod.yml up", ...image },
  { command: "alembic upgrade head && docker run acme/api" },
  { command: "podman run -p 8000:8000 acme/api", ...go },
  { command: "systemctl start api" },
  { command: "systemctl start api", ...image },
  { command: "sudo uvicorn main:app --host 0.0.0.0 --port $PORT" },
  { command: "sudo npm start", ...node },
  { command: "apt-get update && apt-get install -y ffmpeg && gunicorn main:app --bind 0.0.0.0:$PORT" },
  { command: "apt install -y nginx && uvicorn main:app --host 0.0.0.0 --port $PORT" },
  { command: "service postgresql start && uvicorn main:app --host 0.0.0.0 --port $PORT" },
  { command: "docker run acme/worker", kind: "worker" },
  { command: "sudo -u app python report.py", kind: "cron" },
];

/** Each goes on without it, or is given it by an image. */
const SOUND: readonly SealedCase[] = [
  { command: "service nginx start && uvicorn main:app --host 0.0.0.0 --port $PORT", ...image },
  { command: "sudo -E uvicorn main:app --host 0.0.0.0 --port $PORT", ...image },
  { command: "apt-get install -y ffmpeg || true; gunicorn main:app --bind 0.0.0.0:$PORT" },
  { command: "apt-get update; gunicorn main:app --bind 0.0.0.0:$PORT" },
  { command: "command -v docker || echo none; uvicorn main:app --host 0.0.0.0 --port $PORT" },
  { command: "docker --version; uvicorn main:app --host 0.0.0.0 --port $PORT" },
  { command: "./bin/service --port $PORT --host 0.0.0.0", ...go },
  { command: "python docker.py" },
  { command: "java -Dserver.port=$PORT -jar app.jar", ...image, driver: "pgjdbc" },
];

describe("a start command that needs what its platform does not have", () => {
  it("is rejected, and told what to do instead", () => {
    assert.deepEqual(
      LACKING.filter((one) => !isRejected(one)),
      [],
    );
    const [docker = ""] = inProgram({ command: "docker run -p 8000:8000 acme/api" }).rejected;
    assert.match(docker, /expected programs that Render has, got `docker`: there no daemon of Docker runs/);
    assert.match(docker, /make the service's runtime docker or image/);
  });

  it("passes where the line goes on without it, or an image has it", () => {
    assert.deepEqual(
      SOUND.flatMap((one) => inProgram(one).rejected),
      [],
    );
  });

  it("is undecided where a build may bring the program", () => {
    for (const command of ["java -Dserver.port=$PORT -jar app.jar", "php -S 0.0.0.0:$PORT -t public"]) {
      const { rejected, undecided } = inProgram({ command, driver: "none" });
      assert.deepEqual(rejected, []);
      assert.match(
        undecided,
        /Render's runtime is not known to have `(?:java|php)`, unless the build brings it/,
      );
    }
  });

  it("says of a detaching tool how its program stays in the foreground", () => {
    const fixOf = (command: string) => inProgram({ command, ...node, ...image }).rejected.join();
    assert.match(
      fixOf("pm2 start server.js"),
      /got `pm2 start server\.js`, which ends\. Start it with `pm2-runtime`/,
    );
    assert.match(fixOf("caddy start"), /Write `caddy run`/);
    assert.match(fixOf("nohup node server.js & disown"), /Remove the `&`/);
  });
});
