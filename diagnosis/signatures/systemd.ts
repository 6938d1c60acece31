import type { Signature } from "../signature";

const row = {
  stage: "root",
  decisive: false,
  source: "freedesktop.org/software/systemd/man/latest/systemd.exec.html (Process Exit Codes)",
} as const;

/** What systemd says of a unit's end by its status: the codes of a shell, of itself, and of signals. */
export const SYSTEMD_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "systemd/status-127",
    mode: "process/command-not-found",
    meaning: "a unit ended with the code of a command that is not found",
    pattern: /\bcode=exited, status=127\b/,
    certainty: "possible",
    competing: [
      { mode: "process/exited", cause: "the program itself ends with 127" },
      { mode: "import/missing-library", cause: "the program's shared library is not there" },
    ],
    cause: "the unit ended with 127, by which a shell says that it does not find the command",
    correctiveAction:
      "Name the program by its whole path in ExecStart and in the script that it starts: a unit has another PATH than your shell.",
    example: "shop.service: Main process exited, code=exited, status=127/n/a",
    nearMiss: "shop.service: Main process exited, code=exited, status=1/FAILURE",
  },
  {
    ...row,
    id: "systemd/status-126",
    mode: "process/command-not-found",
    meaning: "a unit ended with the code of a command that cannot be executed",
    pattern: /\bcode=exited, status=126\b/,
    certainty: "possible",
    competing: [{ mode: "disk/permission-denied", cause: "the user of the unit may not execute the file" }],
    cause: "the unit ended with 126, by which a shell says that it cannot execute the command",
    correctiveAction: "Give the file the right to be executed (`chmod +x`), and look at its first line.",
    example: "shop.service: Main process exited, code=exited, status=126/n/a",
    nearMiss: "shop.service: Main process exited, code=exited, status=1/FAILURE",
  },
  {
    ...row,
    id: "systemd/spawn",
    mode: "process/command-not-found",
    meaning: "systemd cannot start a unit's program",
    pattern: /Failed at step EXEC spawning (?<name>[^:]+): (?<text>.{1,120})/,
    certainty: "certain",
    cause: "systemd cannot start {name}: {text}",
    correctiveAction:
      "Correct the path in ExecStart, give the file the right to be executed, and look at the interpreter of its first line.",
    example: "ghost.service: Failed at step EXEC spawning /usr/bin/node: No such file or directory",
    nearMiss: "ghost.service: started",
  },
  {
    ...row,
    id: "systemd/status-exec",
    mode: "process/command-not-found",
    meaning: "systemd cannot execute the program of a unit",
    pattern: /\bcode=exited, status=203(?:\/EXEC)?\b/,
    certainty: "possible",
    cause:
      "systemd cannot execute the program of ExecStart: it is not at that path, may not be executed, or its interpreter is not there",
    correctiveAction:
      "Correct the path in ExecStart, give the file the right to be executed, and look at the interpreter of its first line.",
    example: "shop.service: Main process exited, code=exited, status=203/EXEC",
    nearMiss: "shop.service: Main process exited, code=exited, status=1/FAILURE",
  },
  {
    ...row,
    id: "systemd/status-user",
    mode: "configuration/invalid",
    meaning: "systemd cannot take the user or group of a unit",
    pattern:
      /\bcode=exited, status=21[67]\/(?<step>USER|GROUP)\b|Failed at step (?<step2>USER|GROUP) spawning /,
    certainty: "possible",
    cause: "systemd cannot take the unit's {step}: it does not exist, or may not be changed to",
    correctiveAction:
      "Make the user or group that User= and Group= of the unit name, or correct the name; a unit of a user's own manager may not name another.",
    example: "shop.service: Control process exited, code=exited, status=217/USER",
    examples: ["shop.service: Failed at step USER spawning /usr/bin/node: No such process"],
    nearMiss: "shop.service: Main process exited, code=exited, status=1/FAILURE",
  },
  {
    ...row,
    id: "systemd/status-prepare",
    mode: "configuration/invalid",
    meaning: "systemd cannot prepare a unit's process",
    pattern:
      /\bcode=exited, status=2\d\d\/(?<step>CHDIR|NICE|FDS|LIMITS|OOM_ADJUST|STDIN|STDOUT|STDERR|CHROOT|CAPABILITIES|CGROUP|SETSID|NAMESPACE|NO_NEW_PRIVILEGES|SECCOMP|APPARMOR_PROFILE|ADDRESS_FAMILIES|RUNTIME_DIRECTORY|STATE_DIRECTORY|CACHE_DIRECTORY|LOGS_DIRECTORY|CONFIGURATION_DIRECTORY|CREDENTIALS|KEYRING|PAM|SELINUX_CONTEXT|MEMORY_PRESSURE)\b|Failed at step (?<step2>(?!EXEC |USER |GROUP )\w+) spawning /,
    certainty: "possible",
    cause:
      "systemd cannot prepare the unit's process, at the step {step} (CHDIR: WorkingDirectory is not there)",
    correctiveAction:
      "Correct the key of the unit that the step names: WorkingDirectory for CHDIR, the paths of ReadWritePaths and the like for NAMESPACE.",
    example: "shop.service: Main process exited, code=exited, status=200/CHDIR",
    examples: ["shop.service: Failed at step CHDIR spawning /usr/bin/node: No such file or directory"],
    nearMiss: "shop.service: Main process exited, code=exited, status=1/FAILURE",
  },
  {
    ...row,
    id: "systemd/oom",
    mode: "memory/exhausted",
    meaning: "the kernel killed a process of a unit since the memory was exhausted",
    pattern: /Failed with result 'oom-kill'|process of this unit has been killed by the OOM killer/,
    certainty: "certain",
    cause: "the kernel killed a process of the unit since the memory, or the unit's limit, was exhausted",
    correctiveAction: "Raise MemoryMax of the unit or the machine's memory, or let the program use less.",
    example: "shop.service: Failed with result 'oom-kill'.",
    nearMiss: "shop.service: Failed with result 'exit-code'.",
  },
  {
    ...row,
    id: "systemd/crashed",
    mode: "process/exception",
    meaning: "a unit's process crashed",
    pattern: /\bcode=(?:killed|dumped), status=(?:\d+\/)?(?<signal>SEGV|ABRT|ILL|BUS|FPE|TRAP)\b/,
    certainty: "possible",
    cause: "the unit's process crashed (signal {signal}): a native part of it, or an assertion of its own",
    correctiveAction:
      "Read the process's own lines before its end, and `coredumpctl info`; then take another version of the part that crashed.",
    example: "shop.service: Main process exited, code=dumped, status=11/SEGV",
    nearMiss: "shop.service: Main process exited, code=killed, status=15/TERM",
  },
  {
    ...row,
    id: "systemd/start-timeout",
    mode: "health-check/timeout",
    meaning: "a unit was not ready in its time",
    stage: "platform",
    pattern: /[Ss]tart operation timed out\. Terminating|Failed with result '(?:timeout|protocol|watchdog)'/,
    certainty: "open",
    asksFor: ["What does the unit's process print between its start and its end?"],
    cause:
      "systemd did not see the unit ready in TimeoutStartSec: the process hangs, or never says that it is ready (Type=notify, Type=forking)",
    correctiveAction:
      "Correct Type= of the unit to how the program starts (simple for one that stays in the foreground), or let it start faster.",
    example: "shop.service: start operation timed out. Terminating.",
    nearMiss: "shop.service: Failed with result 'exit-code'.",
  },
];
