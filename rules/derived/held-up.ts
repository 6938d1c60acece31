import type { StartCommandFact } from "../../domain/fact";
import type { Violation } from "../../domain/rule";
import type { Unreached } from "../../domain/start-command/lasting";

/** `celery worker && gunicorn`: the server would begin when the worker has ended. */
export function ofBlocked({ place }: StartCommandFact, worker: string): Violation {
  return {
    place,
    what: "start command",
    expected: "a server that is started",
    got: `\`${worker}\` before it, which goes on running`,
    fix: "Make the worker a service of its own, or start it in the background: put `&` behind it.",
  };
}

/** `gunicorn && celery worker`: the worker would begin when the server has ended. */
export function ofUnreached({ place }: StartCommandFact, { words, behind }: Unreached): Violation {
  return {
    place,
    what: "start command",
    expected: `\`${words}\` to be started, too`,
    got: `\`${behind}\` before it, which goes on running`,
    fix: "Make it a service of its own, or start it first and in the background: put `&` behind it.",
  };
}

/** `celery worker` for a web service: it goes on running, and opens no port. */
export function ofWorker({ place }: StartCommandFact, worker: string): Violation {
  return {
    place,
    what: "start command",
    expected: "a server that answers requests",
    got: `\`${worker}\`, a worker, which opens no port`,
    fix: "Make the worker a service of its own, of type worker, and start the server here.",
  };
}
