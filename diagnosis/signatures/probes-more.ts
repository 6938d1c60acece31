import type { Signature } from "../signature";

/** What a kubelet says of a probe, and ends of containers by their code alone. */
export const PROBES_MORE_SIGNATURES: readonly Signature[] = [
  {
    id: "probe/database-not-ready",
    mode: "health-check/failed",
    meaning: "the probe of a database's own container finds it not ready",
    pattern:
      /[Pp]robe failed: (?:psql|pg_isready|mysqladmin|redis-cli)\b.*?(?<text>the database system is [\w ]+|[^:]+)$/,
    stage: "process",
    certainty: "possible",
    decisive: false,
    cause: "the probe of the database's own container fails, since the database is not ready: {text}",
    correctiveAction:
      "Read the database's own log for why it starts, recovers, or shuts down; give its probe more time (`startupProbe`).",
    source: "kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes",
    example:
      'Liveness probe failed: psql: error: connection to server at "localhost" (127.0.0.1), port 5432 failed: FATAL:  the database system is in recovery mode',
    nearMiss: "the database system is ready",
  },
  {
    id: "probe/failed",
    mode: "health-check/failed",
    meaning: "a probe of the container fails",
    pattern:
      /(?:Liveness|Readiness|Startup) probe (?:failed|errored)[^:]*:(?! (?:Get "?\S+: )?(?:dial tcp|HTTP probe|context deadline|net\/http)) (?<text>\S.{0,200})|container "?(?<name>[\w-]+)"? is unhealthy .*(?:killed|restarted)|Container (?<name2>\S+) failed (?:liveness|startup) probe|probe for "\S+" failed \(failure\)/,
    stage: "process",
    certainty: "possible",
    decisive: false,
    cause: "a probe of the container fails ({text}), and the platform restarts it or gives it no traffic",
    correctiveAction:
      "Run the probe's command or request inside the container, and correct it or what it asks; give a slow start a `startupProbe`.",
    source: "kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes",
    example: "Liveness probe failed: cat: can't open '/tmp/healthy': No such file or directory",
    nearMiss: "Liveness probe succeeded",
  },
  {
    id: "broker/credentials",
    mode: "configuration/invalid",
    meaning: "the cache or broker refuses the login",
    pattern:
      /NOAUTH Authentication required|redis\.exceptions\.AuthenticationError: Authentication required|NOT_ALLOWED - (?:vhost|access to vhost) |AUTH <password> called without any password|invalid username-password pair|ACCESS_REFUSED - Login was refused|NOPERM this user has no permissions|SASL Authentication failed.*kafka/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "Redis or the broker refuses the login: its password, and the one in the URL, do not agree (one of the two has none)",
    correctiveAction:
      "Write the password into the URL (between the colon and the @, without a user), or take it out where the server has none.",
    source: "redis.io/docs/latest/commands/auth; rabbitmq.com/docs/access-control",
    example: "redis.exceptions.AuthenticationError: NOAUTH Authentication required.",
    nearMiss: "redis accepted the password",
  },
];

/** Ends by their code alone: asked last. */
export const CODE_ENDS_SIGNATURES: readonly Signature[] = [
  {
    id: "compose/unhealthy",
    mode: "health-check/failed",
    meaning: "a container that others wait for is not healthy",
    pattern: /[Cc]ontainer +"?(?<name>[\w.-]+)"? is unhealthy/,
    stage: "process",
    certainty: "open",
    decisive: false,
    asksFor: [
      "What does that container print, and its check? Type `docker logs NAME` and `docker inspect NAME`.",
    ],
    cause: "the health check of the container {name} fails; the line does not say why",
    correctiveAction: "Read the container's own log, and run its health check's command inside it.",
    source: "docs.docker.com/reference/compose-file/services/#depends_on",
    example: "dependency failed to start: container shop-api-1 is unhealthy",
    nearMiss: "container shop-api-1 is healthy",
  },
  {
    id: "shell/killed",
    mode: "process/killed",
    meaning: "a command of a script was killed",
    pattern: /: line \d+: +\d+ Killed\b/,
    stage: "process",
    certainty: "open",
    decisive: false,
    asksFor: [
      "How much memory may the container use, and how much did it use? Is there a probe that ends it?",
    ],
    cause:
      "a command of a script was killed (SIGKILL), mostly because the memory was exhausted; the line does not say by what",
    correctiveAction: "Raise the memory's limit, or give a slow start more time before a probe ends it.",
    source: "gnu.org/software/bash/manual: job control",
    example: '/opt/setup.sh: line 344:   154 Killed                  "$@"',
    nearMiss: "line 344: done",
  },
  {
    id: "shell/exec-not-found",
    mode: "process/command-not-found",
    meaning: "a script's command is not there",
    pattern: /: (?:exec: )?line \d+: (?:exec: )?(?<name>[\w./-]+): not found$/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the script runs {name}, which is not in the image's PATH",
    correctiveAction: "Install {name} in the image's last stage, or correct the PATH.",
    source: "dash: src/exec.c",
    example: "/usr/local/bin/docker-entrypoint.sh: exec: line 12: deno: not found",
    nearMiss: "line 12: deno: found",
  },
  {
    id: "process/exit-127",
    mode: "process/command-not-found",
    meaning: "a shell did not find what it was to run",
    pattern:
      /\b[Ee]xited \(127\)|exit(?:ed with)? (?:code|status):? 127\b(?!.*did not complete)|command exited with status 127/,
    stage: "process",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "process/exited", cause: "the program itself ended with 127" }],
    cause:
      "it ended with 127, the code of a shell that does not find its command: a program that is not installed, or a script whose first line names one",
    correctiveAction:
      "Start the same image with a shell, and look for the command; a script written on Windows needs Unix line ends.",
    source: "pubs.opengroup.org/onlinepubs/9799919799: Shell Command Language, 2.8.2",
    example: 'backend:latest   "/start.sh"   10 seconds ago   Exited (127) 8 seconds ago',
    nearMiss: "exited with code 0",
  },
  {
    id: "container/exited",
    mode: "process/exited",
    meaning: "a container has ended",
    pattern: /\bExited \((?<code>(?!(?:0|127|137|143|130)\))\d+)\) .*ago/,
    stage: "process",
    certainty: "open",
    decisive: false,
    asksFor: ["What does the container print? Type `docker logs NAME`."],
    cause: "a container ended with exit code {code}; the list does not say why",
    correctiveAction: "Read the container's own log.",
    source: "docs.docker.com/reference/cli/docker/container/ls",
    example: 'web:latest   "npm start"   10 seconds ago   Exited (1) 8 seconds ago',
    nearMiss: "Up 8 seconds ago",
  },
  {
    id: "container/completed",
    mode: "process/crash-loop",
    meaning: "the command ends by itself, and is started again",
    pattern: /^\s*Reason:\s+Completed$/,
    stage: "process",
    certainty: "possible",
    decisive: false,
    cause:
      "the container's command ended without an error (Completed, exit code 0), and the platform starts it again",
    correctiveAction:
      "Let the command go on in the foreground: a service does not end; what ends by itself is a job (`kind: Job`).",
    source: "kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle",
    example: "      Reason:       Completed",
    nearMiss: "Completed 200 OK",
  },
];
