import type { Diagnosis } from "../../../diagnosis/diagnosis";
import { moveRecord, recordFailure, verifyRecords } from "../../../records";
import { diagnosis } from "../../records/failures";

/** In every place of {@link HOSTILE} where a log or a person may put a secret, and must not be shown. */
export const CANARY = "c4nary-5f2b91";

/** What a log or a repository may hold that is to be text on a page, and nothing else. */
export const HOSTILE = `<script>document.title="owned"</script><img src=x onerror="document.title='owned'"> "quoted" & 'so'`;

interface Failed {
  readonly at: string;
  readonly environment: "local" | "staging" | "production";
  readonly service?: string;
  readonly deploy?: string;
  readonly changed: Partial<Diagnosis>;
}

const line = (number: number, text: string) => ({ line: number, text });

const CREDENTIALS: Failed = {
  at: "2026-03-02T08:14:00Z",
  environment: "staging",
  deploy: "dep-d0a1b2c3d4e5f6g7h8i0",
  changed: {
    certainty: "likely",
    rootCause:
      "the pooler refused the password, and asyncpg reads a SASL message that lacks the attribute it looks for, as Supavisor before 2.6 answers a wrong password",
    correctiveAction:
      "Copy the password from the dashboard again and set it:\n`pulumi config set --secret portcullis:databasePassword -s staging`",
    evidence: [
      line(311, "asyncpg.exceptions.InternalClientError: unexpected error while performing authentication:"),
      line(312, "'NoneType' object has no attribute 'group'"),
    ],
    contributing: [
      {
        place: { source: "file", file: ".env.staging", line: 4 },
        what: "variable `DATABASE_URL`: a placeholder, `your-staging-project`",
      },
      {
        place: {
          source: "configuration",
          key: "portcullis:database.supabase.projectRef",
          file: "Pulumi.staging.yaml",
        },
        what: "expected 20 letters and digits",
      },
    ],
  },
};

const LOOPBACK: Failed = {
  at: "2026-03-04T16:40:00Z",
  environment: "production",
  deploy: "dep-d0b1b2c3d4e5f6g7h8i1",
  changed: {
    failureMode: "port/loopback-bind",
    rootCause: "uvicorn listens on 127.0.0.1, where Render cannot reach it",
    correctiveAction: "Let `portcullis:service.start` listen on `--host 0.0.0.0 --port $PORT`.",
    evidence: [line(58, "INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)")],
    contributing: [
      { place: { source: "file", file: "Procfile", line: 1 }, what: "start command without `--host`" },
    ],
    preventiveRule: "port/loopback-bind",
  },
};

const FAILED: readonly Failed[] = [
  CREDENTIALS,
  LOOPBACK,
  {
    at: "2026-03-04T16:55:00Z",
    environment: "production",
    deploy: "dep-d0b1b2c3d4e5f6g7h8i1",
    changed: {
      failureMode: "platform/cause-unknown",
      rootCause: "Render waited 15 minutes for an open port",
      correctiveAction: "Read the service's own lines before this one.",
      evidence: [line(71, "==> Timed Out")],
      preventiveRule: undefined,
    },
  },
  {
    at: "2026-03-06T11:02:00Z",
    environment: "production",
    changed: {
      failureMode: "port/mismatch",
      rootCause: "PORT is 10000 and everything else says 8000",
      correctiveAction: "Set `PORT=8000` in `.env.production`.",
      evidence: [line(44, "INFO:     Uvicorn running on http://0.0.0.0:10000 (Press CTRL+C to quit)")],
      contributing: [
        {
          place: { source: "file", file: ".env.production", line: 3 },
          what: "variable PORT: expected 8000, got 10000",
        },
      ],
      preventiveRule: "port/agreement",
    },
  },
  {
    at: "2026-03-09T09:31:00Z",
    environment: "staging",
    changed: {
      failureMode: "import/missing-module",
      rootCause: "the module `orjson` is not installed",
      correctiveAction: "Add `orjson` to `requirements.txt`.",
      evidence: [
        line(20, "Traceback (most recent call last):"),
        line(21, '  File "/opt/render/project/src/main.py", line 3, in <module>'),
        line(27, "ModuleNotFoundError: No module named 'orjson'"),
      ],
    },
  },
  {
    at: "2026-03-11T20:10:00Z",
    environment: "production",
    changed: {
      failureMode: "database/prepared-statement",
      rootCause:
        "prepared statements are cached, and the transaction pooler gives each one to another server",
      correctiveAction: "Use the session pooler, or set `statement_cache_size=0`.",
      evidence: [
        line(
          1204,
          'asyncpg.exceptions.DuplicatePreparedStatementError: prepared statement "__asyncpg_stmt_1__" already exists',
        ),
      ],
      preventiveRule: "database/transaction-mode",
    },
  },
  {
    at: "2026-03-12T07:45:00Z",
    environment: "local",
    changed: {
      failureMode: "port/in-use",
      rootCause: "another process listens on port 8000",
      correctiveAction: "End it: `lsof -i :8000` names it.",
      evidence: [
        line(
          2,
          "ERROR:    [Errno 98] error while attempting to bind on address ('0.0.0.0', 8000): address already in use",
        ),
      ],
    },
  },
  {
    at: "2026-03-13T13:13:00Z",
    environment: "staging",
    service: "reports-worker-staging",
    changed: {
      failureMode: "memory/exhausted",
      rootCause: "the plan has 512 MB, and four workers use more",
      correctiveAction: "Choose a larger plan, or `WEB_CONCURRENCY=2`.",
      evidence: [line(9001, "==> Out of memory (used over 512Mi)")],
    },
  },
  {
    at: "2026-03-14T02:20:00Z",
    environment: "production",
    changed: {
      failureMode: "unknown",
      certainty: "unknown",
      rootCause: "no line of the log is known; these are the most telling ones",
      correctiveAction:
        "Read them, and file what they mean: `portcullis fracas move FR-0009 analysed --by NAME --root-cause '…'`.",
      evidence: Array.from({ length: 10 }, (_, index) =>
        line(
          index * 7 + 3,
          `worker ${index}: unexpected frame 0x${index}f from the broker, giving up on this batch and waiting for the next one`,
        ),
      ),
      preventiveRule: undefined,
    },
  },
  {
    at: "2026-03-15T10:00:00Z",
    environment: "staging",
    changed: {
      failureMode: "configuration/missing-variable",
      rootCause: HOSTILE,
      correctiveAction: `${HOSTILE} postgresql://app:${CANARY}@db.example.com:5432/app`,
      evidence: [line(1, `${HOSTILE} Authorization: Bearer ${CANARY}`)],
      contributing: [
        { place: { source: "file", file: `${HOSTILE}.env`, line: 1 }, what: `password=${CANARY}` },
      ],
    },
  },
  {
    at: "2026-03-16T18:30:00Z",
    environment: "production",
    changed: {
      failureMode: "health-check/failed",
      rootCause: "`/health` answers 404: the route is `/healthz`",
      correctiveAction: "Set `portcullis:verify.endpoints` and the service's health check to `/healthz`.",
      evidence: [line(77, 'INFO:     10.0.0.8:0 - "GET /health HTTP/1.1" 404 Not Found')],
    },
  },
  {
    at: "2026-03-17T05:05:00Z",
    environment: "production",
    changed: {
      failureMode: "database/ipv6-unreachable",
      rootCause: "the direct host has an IPv6 address only, and Render has no outbound IPv6",
      correctiveAction:
        "Connect through the session pooler: `portcullis:database.supabase.connection: session`.",
      evidence: [line(15, "OSError: [Errno 101] Network is unreachable")],
      preventiveRule: "database/ipv6-only-host",
    },
  },
];

/** The day after the last of them. */
export const NOW = new Date("2026-03-18T09:00:00Z");

/** Twelve records of many kinds, made as a team makes them: filed, counted, moved on, verified, reopened. */
export async function writeVariedRecords(folder: string): Promise<void> {
  for (const failed of FAILED) await fail(folder, failed);
  await through(folder, "FR-0001", "staging", "2026-03-03", "2f1e0d9");
  await fail(folder, { ...CREDENTIALS, at: "2026-03-10T12:00:00Z", deploy: "dep-d0c1b2c3d4e5f6g7h8i2" });
  for (const day of ["05", "07", "08"]) {
    await fail(folder, { ...LOOPBACK, at: `2026-03-${day}T16:40:00Z`, deploy: `dep-of-march-${day}` });
  }
  await through(folder, "FR-0002", "production", "2026-03-10", "77aa0b1");
  await move(folder, "FR-0002", "closed", "2026-03-11T09:00:00Z", {});
  await through(folder, "FR-0005", "staging", "2026-03-10", "c0ffee1");
  await move(folder, "FR-0006", "analysed", "2026-03-12T09:00:00Z", {
    reason: "the pool's settings, read with Grace",
  });
  await move(folder, "FR-0006", "corrected", "2026-03-12T15:30:00Z", { commit: "0b5e55ed" });
  await move(folder, "FR-0008", "analysed", "2026-03-14T09:00:00Z", {});
  await through(folder, "FR-0004", "production", "2026-03-07", "8000abc");
}

async function fail(folder: string, { at, environment, service, deploy, changed }: Failed): Promise<void> {
  const failedAt = new Date(at);
  const context = {
    environment,
    service: service ?? (environment === "production" ? "navigator-api" : `navigator-api-${environment}`),
    log: "deploy.log",
    failedAt,
    ...(deploy !== undefined && { deploy, commit: "a1b2c3d4e5f60718293a4b5c6d7e8f9012345678" }),
  };
  await recordFailure(
    folder,
    diagnosis({ preventiveRule: undefined, ...changed }),
    context,
    () => new Date(failedAt.getTime() + 7 * 60_000),
  );
}

async function move(
  folder: string,
  id: string,
  to: Parameters<typeof moveRecord>[2],
  at: string,
  given: Omit<Parameters<typeof moveRecord>[3], "by">,
): Promise<void> {
  await moveRecord(folder, id, to, { by: "Ada Lovelace", ...given }, () => new Date(at));
}

/** From `open` to `verified` within one day. */
async function through(
  folder: string,
  id: string,
  environment: string,
  day: string,
  commit: string,
): Promise<void> {
  await move(folder, id, "analysed", `${day}T09:00:00Z`, {
    reason: "read in the log and in the stack's file",
  });
  await move(folder, id, "corrected", `${day}T11:00:00Z`, { commit });
  const service = environment === "production" ? "navigator-api" : `navigator-api-${environment}`;
  const passedAt = new Date(`${day}T18:00:00Z`);
  const passed = { environment, service, verification: `dep-verified-${id.toLowerCase()}`, commit, passedAt };
  await verifyRecords(folder, passed, { clock: () => passedAt, contains: () => undefined });
}
