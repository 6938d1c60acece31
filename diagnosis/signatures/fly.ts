import type { Signature } from "../signature";

const ASKS = "What does the service itself log between its start and this line?";

/** What Fly's init and its deploys say. */
export const FLY_SIGNATURES: readonly Signature[] = [
  {
    id: "fly/init-not-found",
    mode: "process/command-not-found",
    meaning: "the machine's init finds no program for the command",
    pattern:
      /Error: UnhandledIoError\(Os \{ code: 2, kind: NotFound|failed to spawn command: (?<command>.{1,200}?): No such file or directory/,
    nameBefore: true,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause:
      "the machine's init finds no program for its command: the image does not have it, or has no interpreter for it ({name})",
    correctiveAction:
      "Copy the program into the image and name it by its whole path; look at a script's first line and its line ends (Unix ones), and at the image's C library for a binary.",
    source:
      "superfly/init-snapshot: src/bin/init; fly.io/docs/reference/configuration/#the-processes-section",
    example: 'Error: UnhandledIoError(Os { code: 2, kind: NotFound, message: "No such file or directory" })',
    examples: [
      "ERROR Error: failed to spawn command: /app/bin/server: No such file or directory (os error 2)",
    ],
    nearMiss: "Preparing to run: `/app/start.sh` as root",
  },
  {
    id: "fly/init-denied",
    mode: "disk/permission-denied",
    meaning: "the machine's init may not run the command",
    pattern: /Error: UnhandledIoError\(Os \{ code: 13|failed to spawn command: .{1,200}?: Permission denied/,
    nameBefore: true,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the machine's init may not run its command: the file is not executable for its user ({name})",
    correctiveAction: "Make the file executable in the image (`chmod +x`), and commit its mode.",
    source: "superfly/init-snapshot: src/bin/init",
    example: 'Error: UnhandledIoError(Os { code: 13, kind: PermissionDenied, message: "Permission denied" })',
    nearMiss: "Preparing to run: `/app/start.sh` as root",
  },
  {
    id: "fly/health-timeout",
    mode: "health-check/timeout",
    meaning: "the machine did not pass its health checks in time",
    pattern:
      /timeout reached waiting for health ?checks to pass|failed to wait for health ?checks|health ?checks? .{0,40}(?:has not|did not) (?:become|pass)|waiting for machine .{0,80} to (?:reach|become) a? ?(?:good|healthy) state/,
    stage: "port",
    certainty: "open",
    decisive: false,
    asksFor: [ASKS, "Which `internal_port` does fly.toml have, and which port does the service name?"],
    cause:
      "the new machine did not pass its health check in time: the service listens on another port or address, has ended, or is still starting",
    correctiveAction:
      "Read the machine's own lines (`fly logs`) for an error; let the service listen on 0.0.0.0 and the `internal_port` of fly.toml, and give a slow start a longer `grace_period`.",
    source: "superfly/flyctl: internal/command/deploy/machines_deploymachinesapp.go",
    example: "timeout reached waiting for health checks to pass for machine 0123456789abcd",
    nearMiss: "health checks pass for machine 0123456789abcd",
  },
  {
    id: "fly/check-failed",
    mode: "health-check/failed",
    meaning: "a health check of the machine has failed",
    pattern: /^Health check '(?<check>[^']+)' on port (?<port>\d+) has failed\b/,
    stage: "port",
    certainty: "open",
    decisive: false,
    harmsLive: true,
    asksFor: [ASKS, "What does the check's path answer, and how long does it take?"],
    cause: "Fly's check {check} on port {port} has failed, and no later line says that it passes",
    correctiveAction:
      "Read the machine's own lines before it (`fly logs`), and ask the check's path in it (`fly ssh console`).",
    source: "fly.io/docs/reference/health-checks",
    example:
      "Health check 'servicecheck-00-http-8080' on port 8080 has failed. Your app is not responding properly.",
    nearMiss: "Health check 'servicecheck-00-http-8080' on port 8080 is now passing.",
  },
];
