import type { Signature } from "../signature";

const row = { stage: "root", certainty: "certain", decisive: true } as const;

/** What the service's own process says before it ends, or while it listens where it cannot be reached. */
export const PROCESS_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "server/no-application",
    decidesUnnamed: true,
    mode: "import/missing-module",
    meaning: "the module that the start command names has no such application",
    pattern:
      /Error loading ASGI app\. Attribute "(?<name>[^"]*)" not found in module|Failed to find (?:attribute|application object) '(?<name2>[^']*)' in '/,
    cause: "the start command names an application that its module does not have: {name}",
    correctiveAction:
      "Correct what follows the colon in the start command, or the name that the code gives its application.",
    source: "encode/uvicorn: uvicorn/importer.py; benoitc/gunicorn: gunicorn/util.py",
    example: 'ERROR:    Error loading ASGI app. Attribute "application" not found in module "main".',
    examples: [
      "Failed to find attribute 'application' in 'main'.",
      "Failed to find application object 'app' in 'app'",
    ],
    nearMiss: "found attribute 'application' in 'main'",
  },
  {
    ...row,
    id: "program/port-in-use",
    mode: "port/in-use",
    meaning: "the port is taken by another process of the same instance",
    pattern: /^(?!.*sshd).*(address already in use|EADDRINUSE)/i,
    cause: "two processes of the start command want the same port",
    correctiveAction: "Let the start command start one server only.",
    source: "encode/uvicorn: uvicorn/server.py; nodejs: lib/net.js",
    example:
      "ERROR:    [Errno 98] error while attempting to bind on address ('0.0.0.0', 8000): address already in use",
    nearMiss: "sshd[41]: error: Bind to port 22 on 0.0.0.0 failed: Address already in use.",
  },
  {
    ...row,
    id: "shell/not-executable",
    mode: "disk/permission-denied",
    meaning: "the start command's program cannot be executed",
    pattern:
      /(?:bash|sh): (?:line \d+: |\d+: )?(?<name>[^:\s]+): Permission denied$|exec (?<name2>\/\S+): permission denied/i,
    cause: "{name} is started as a program, and has no right to be executed",
    correctiveAction:
      "Commit it as executable (`git update-index --chmod=+x {name}`), or start it by its interpreter (`sh {name}`).",
    source: "bash: execute_cmd.c; dash: src/exec.c; opencontainers/runc: libcontainer",
    example: "bash: line 1: ./start.sh: Permission denied",
    examples: ["sh: 1: ./start.sh: Permission denied"],
    nearMiss: "GET /start.sh 403 permission denied",
  },
  {
    ...row,
    id: "server/loopback",
    mode: "port/loopback-bind",
    meaning: "the server listens on the loopback address",
    pattern: /(running on|Listening at:) (https?|tcp):\/\/(127\.0\.0\.1|localhost|\[::1\]):\d+/i,
    certainty: "possible",
    // Another server of the same instance may be in front of it.
    decisive: false,
    cause: "the server listens on 127.0.0.1, where Render cannot reach it",
    correctiveAction:
      "Let the server listen on 0.0.0.0: by its option in the start command, where it has one (uvicorn: `--host 0.0.0.0`), or in the code.",
    source: "render.com/docs/web-services#port-binding; encode/uvicorn: uvicorn/server.py",
    example: "INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)",
    nearMiss: "INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)",
  },
];
