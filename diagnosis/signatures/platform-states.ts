import type { Signature } from "../signature";

const open = { certainty: "open", decisive: false } as const;
const likely = { certainty: "possible", decisive: false } as const;
const WHY = ["What do the lines of the container itself say before its end?"];

/** What a platform shows of a container from outside: lists, events, and the answers of its health checks. */
export const PLATFORM_STATES_SIGNATURES: readonly Signature[] = [
  {
    ...open,
    id: "kubernetes/restarts",
    mode: "process/crash-loop",
    stage: "process",
    asksFor: [
      ...WHY,
      "What does `kubectl describe pod` say of its last state: a probe, an exit code, memory?",
    ],
    meaning: "a container was restarted again and again, and is not ready",
    pattern:
      /^\s*(?<name>[\w.-]+) +(?:0\/\d|1\/[2-9]|2\/[3-9]) +Running +(?<times>[3-9]|\d{2,})(?: \([^)]*\))? +\S+/,
    cause: "the pod {name} was restarted {times} times and is not ready; why, the list does not say",
    correctiveAction: "Read `kubectl logs --previous` and `kubectl describe pod` of it.",
    source: "kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle",
    example: "shop-5bfd45c849-t9ql2   0/1     Running   9          30m",
    examples: ["shop-5bfd45c849-t9ql2   1/2     Running   12 (2m13s ago)   45m"],
    nearMiss: "shop-5bfd45c849-t9ql2   1/1     Running   9          30d",
  },
  {
    ...open,
    id: "docker/restarting",
    mode: "process/crash-loop",
    stage: "process",
    asksFor: WHY,
    meaning: "a container is restarted again and again",
    pattern: /\bago +Restarting \((?<status>\d+)\)/,
    cause: "the container is restarted again and again; its process ends with status {status}",
    correctiveAction: "Read the container's own log (`docker logs NAME`).",
    source: "docs.docker.com/reference/cli/docker/container/ls",
    example: 'a1b2c3d4e5f6   shop   "npm start"   2 minutes ago   Restarting (1) 14 seconds ago   shop-web-1',
    nearMiss: "Restarting the worker",
  },
  {
    ...open,
    id: "docker/unhealthy",
    mode: "health-check/failed",
    stage: "port",
    asksFor: ["What does the check print? `docker inspect` has its last answers."],
    meaning: "a container's own health check fails",
    pattern: /\bago +Up [\w ]+ \(unhealthy\)|^Healthcheck status: "unhealthy"|^New container is not healthy/,
    cause: "the container's own health check fails; why, the list does not say",
    correctiveAction:
      "Run the check's command in the container: its tool has to be in the image, and its port and path the service's.",
    source: "docs.docker.com/reference/dockerfile/#healthcheck; coolify.io/docs",
    example:
      'a1b2c3d4e5f6   shop   "npm start"   2 minutes ago   Up 2 minutes (unhealthy)   3000/tcp   shop-web-1',
    examples: ['Healthcheck status: "unhealthy"'],
    nearMiss: 'Healthcheck status: "healthy"',
  },
  {
    ...open,
    id: "worker/signal-9",
    mode: "process/killed",
    stage: "root",
    asksFor: ["How much memory did it use before? The platform's metrics or the kernel's log say it."],
    meaning: "a worker was killed",
    pattern:
      /was terminated due to signal 9\b|\bexited on signal 9\b|[Cc]ontainer terminated on signal 9\b|Uncaught signal: 9\b|exited with 'signal 9|via signal \[SIGKILL\]|killed by signal 9\b|process pool was terminated abruptly|Container called exit\(137\)|\bago +Exited \(137\) (?:\d+|an?|About) \w+ ago|^npm (?:ERR!|error) signal SIGKILL/,
    cause:
      "a worker was killed by SIGKILL (signal 9): by the kernel for lack of memory, or by what manages it after a time",
    correctiveAction:
      "Look at the memory at that time: give the instance more, or run fewer workers; where it is the time, raise it or shorten the work.",
    source: "benoitc/gunicorn: gunicorn/arbiter.py; cloud.google.com/run/docs/troubleshooting",
    example: "[WARNING] Worker with pid 14824 was terminated due to signal 9",
    examples: ["worker process 23 exited on signal 9", "Container terminated on signal 9."],
    nearMiss: "Worker with pid 14824 was terminated due to signal 15",
  },
  {
    ...likely,
    id: "worker/signal-11",
    mode: "process/exception",
    stage: "root",
    meaning: "native code crashed",
    pattern:
      /was terminated due to signal 11\b|\bexited on signal 11\b|Uncaught signal: 11\b|killed by signal 11\b/,
    cause: "native code of the process crashed (signal 11, SIGSEGV)",
    correctiveAction:
      "Look which native package was loaded last, and take another version of it, built for the image's C library and processor.",
    source: "signal(7); cloud.google.com/run/docs/troubleshooting",
    example: "WARNING: [pool www] child 23 exited on signal 11 (SIGSEGV) after 12.3 seconds from start",
    nearMiss: "child 23 exited on signal 15",
  },
  {
    ...open,
    id: "health/probe-no-answer",
    mode: "health-check/timeout",
    stage: "port",
    asksFor: ["How long does the path take when it is asked inside of the container?"],
    meaning: "a probe got no answer in its time",
    pattern:
      /(?:Readiness|Liveness|Startup) probe (?:failed|errored)\b.{0,200}(?:Client\.Timeout|request canceled|deadline exceeded|timed out|: EOF|read tcp .{0,80}reset)|due to \(reason Request timed out\)/,
    cause: "the service did not answer the probe in its time; why it is slow, the line does not say",
    correctiveAction:
      "Let the path answer without asking a database or another service, give the start more time (a startup probe, `initialDelaySeconds`), and raise `timeoutSeconds`.",
    source: "kubernetes.io/docs/tasks/configure-pod-container; docs.aws.amazon.com/elasticloadbalancing",
    example:
      "Readiness probe failed: Get http://172.17.0.3:8080/health: net/http: request canceled (Client.Timeout exceeded while awaiting headers)",
    nearMiss: "Readiness probe failed: HTTP probe failed with statuscode: 503",
  },
  {
    ...open,
    id: "cloud-run/startup-probe",
    mode: "port/none-open",
    stage: "port",
    asksFor: WHY,
    meaning: "Cloud Run's probe finds nothing on the port",
    pattern: /STARTUP (?:TCP|HTTP|GRPC) probe failed .{0,120}on port (?<port>\d+)/,
    cause: "nothing answered on port {port} while the container started",
    correctiveAction:
      "Let the service listen on 0.0.0.0 and on the variable PORT, and read its own lines before this one.",
    source: "cloud.google.com/run/docs/configuring/healthchecks",
    example:
      'Default STARTUP TCP probe failed 1 time consecutively for container "shop-1" on port 8080. The instance was not started.',
    nearMiss: "Default STARTUP TCP probe succeeded after 1 attempt",
  },
  {
    ...open,
    id: "cloud-run/probe-canceled",
    mode: "port/none-open",
    stage: "port",
    asksFor: WHY,
    meaning: "Cloud Run's probe finds nothing on the port",
    pattern: /^Connection failed with status (?:CANCELLED|DEADLINE_EXCEEDED|ERROR_CONNECTION_FAILED)/,
    cause: "nothing answered on the container's port while it started",
    correctiveAction: "Let the service listen on 0.0.0.0 and on the variable PORT.",
    source: "cloud.google.com/run/docs/configuring/healthchecks",
    example: "Connection failed with status CANCELLED.",
    nearMiss: "Connection failed",
  },
  {
    ...likely,
    id: "dokku/checks",
    mode: "health-check/failed",
    stage: "root",
    competing: [{ mode: "port/mismatch", cause: "the service listens on another port than the one checked" }],
    meaning: "a deploy's checks got no right answer",
    pattern: /Check attempt \d+\/\d+ failed|Could not start due to \d+ failed checks/,
    cause: "the deploy's own checks got no right answer from the new container",
    correctiveAction:
      "Read the container's output for why it did not start; correct the path and the port of the checks (app.json, CHECKS).",
    source: "dokku.com/docs/deployment/zero-downtime-deploys",
    example: "!     Could not start due to 1 failed checks.",
    nearMiss: "all checks passed",
  },
  {
    ...open,
    id: "beanstalk/command",
    mode: "pre-deploy/failed",
    stage: "step",
    asksFor: ["What did the command print? /var/log/eb-activity.log or cfn-init-cmd.log has it."],
    meaning: "a command of Elastic Beanstalk's configuration failed",
    pattern: /container_command (?<name>\S+) in (?<file>\.ebextensions\/\S+) failed/,
    cause: "the container command {name} of {file} ended with an error",
    correctiveAction: "Read what it printed in /var/log/eb-activity.log or /var/log/cfn-init-cmd.log.",
    source: "docs.aws.amazon.com/elasticbeanstalk: customize containers",
    example:
      "ERROR: [Instance: i-0abc] Command failed on instance. Output: container_command 01_migrate in .ebextensions/django.config failed.",
    nearMiss: "container_command 01_migrate in .ebextensions/django.config succeeded",
  },
  {
    ...open,
    id: "beanstalk/health",
    mode: "health-check/failed",
    stage: "platform",
    asksFor: ["What does the application's own log say (`eb logs`)?"],
    meaning: "the environment's requests fail",
    pattern:
      /Environment health has transitioned from \w+ to (?:Severe|Degraded)|requests are failing with HTTP 5xx|ELB health is failing/,
    cause: "the load balancer gets errors or no answer from the instances",
    correctiveAction:
      "Read the application's own log (`eb logs`): it did not start, or its health path answers an error.",
    source: "docs.aws.amazon.com/elasticbeanstalk: health status",
    example:
      "Environment health has transitioned from Ok to Severe. 100.0 % of the requests are failing with HTTP 5xx.",
    nearMiss: "Environment health has transitioned from Severe to Ok.",
  },
];
