import { hasCommand, type Row } from "./row";

const GUNICORN = /\bgunicorn\b/;
const GIVEN = /\s(?:-w|--workers)[\s=]?/;

/** Without a worker gunicorn's master listens, and answers nothing (benoitc/gunicorn: arbiter.py, read 2026-12-01). */
const WORKERS: Row = {
  names: /^WEB_CONCURRENCY$/,
  refused: (value, beside) => {
    if (/^0+$/.test(value))
      return hasCommand(beside, GUNICORN) && !hasCommand(beside, GIVEN)
        ? {
            expected: "one worker or more",
            got: "none: gunicorn's master listens, and answers no request",
            fix: "Write 1 or more.",
          }
        : undefined;
    return /^(?:\d+|auto)$/.test(value)
      ? undefined
      : {
          expected: "a number of processes",
          got: "another text",
          fix: "Write the number alone.",
          unless: "the command may give its own",
        };
  },
};

/** Puma's own, and those of the puma.rb and the database.yml that Rails writes (puma/puma: configuration.rb, read 2026-12-01). */
const THREADS: Row = {
  names: /^(?:RAILS|PUMA)_(?:MAX|MIN)_THREADS$/,
  refused: (value) =>
    /^\d+$/.test(value)
      ? undefined
      : {
          expected: "a number of threads",
          got: "another text, at which Puma ends",
          fix: "Write the number alone.",
          unless: "config/puma.rb may read it otherwise",
        },
};

export const WORKER_VALUES: readonly Row[] = [WORKERS, THREADS];
