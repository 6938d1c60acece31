import type { Signature } from "../signature";

const row = { stage: "root", certainty: "certain", decisive: true } as const;

const LESS_MEMORY =
  "Choose a larger plan, or let the process use less: fewer workers, smaller batches, a heap limit that fits.";
const MORE_DISK =
  "Free or enlarge the disk, or write elsewhere: an instance's own disk is small and lost with it.";
const CORRECT_VALUE = "Correct the value of that variable or option where the environment sets it.";

/** What a program says of its memory, its disk, its port and its settings. */
export const PROGRAM_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "node/heap",
    mode: "memory/exhausted",
    meaning: "Node's heap reached its limit",
    pattern: /JavaScript heap out of memory/,
    harmsLive: true,
    decisive: false,
    cause: "the program needs more memory than Node's heap may have",
    correctiveAction: LESS_MEMORY,
    source: "nodejs: src/node_errors.cc",
    example: "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory",
    nearMiss: "heap snapshot written, 12 MB of memory",
  },
  {
    ...row,
    id: "python/memory-error",
    mode: "memory/exhausted",
    meaning: "Python could not allocate memory",
    pattern: /^MemoryError\b|\[Errno 12\] Cannot allocate memory/,
    harmsLive: true,
    decisive: false,
    cause: "the process needs more memory than its limit allows",
    correctiveAction: LESS_MEMORY,
    source: "CPython: Objects/obmalloc.c",
    example: "MemoryError",
    examples: ["OSError: [Errno 12] Cannot allocate memory"],
    nearMiss: "class OutOfMemoryErrorHandler registered",
  },
  {
    ...row,
    id: "program/disk-full",
    speaker: "any",
    mode: "disk/full",
    meaning: "a file could not be written, as the disk is full",
    pattern: /no space left on device|ENOSPC: |database or disk is full/i,
    harmsLive: true,
    cause: "the disk that the program writes to is full",
    correctiveAction: MORE_DISK,
    source: "errno(3): ENOSPC; sqlite.org/rescode.html#full",
    example: "OSError: [Errno 28] No space left on device",
    examples: [
      "Error: ENOSPC: no space left on device, write",
      "sqlite3.OperationalError: database or disk is full",
    ],
    nearMiss: "12 GB of space left on the device",
  },
  {
    ...row,
    id: "gunicorn/port-in-use",
    mode: "port/in-use",
    meaning: "the port is taken by another process of the same instance",
    pattern: /Connection in use: \(/,
    // gunicorn tries again, five times a second apart.
    decisive: false,
    cause: "two processes of the start command want the same port",
    correctiveAction: "Let the start command start one server only.",
    source: "benoitc/gunicorn: gunicorn/sock.py",
    example: "[ERROR] Connection in use: ('0.0.0.0', 8000)",
    nearMiss: "12 of 15 connections in use",
  },
  {
    ...row,
    id: "pydantic/settings",
    mode: "configuration/invalid",
    meaning: "the settings that the program reads from its environment are not valid",
    pattern: /ValidationError: \d+ validation errors? for \w*(?:Settings|Config)\w*/,
    cause: "a variable of the environment has a value that the settings do not take",
    correctiveAction: CORRECT_VALUE,
    source: "docs.pydantic.dev: Settings Management",
    example: "pydantic_core._pydantic_core.ValidationError: 2 validation errors for Settings",
    nearMiss: "pydantic_core._pydantic_core.ValidationError: 1 validation error for Order",
  },
  {
    ...row,
    id: "pydantic/wrong-value",
    nameBefore: true,
    mode: "configuration/invalid",
    meaning: "a field has a value that is none",
    pattern:
      /^\s*(?<text>\S.{1,120}) (?:\[type=(?!missing)\w+, input_value=|\(type=(?:value_error\.(?!missing)|type_error\.)[\w.]+)/,
    certainty: "possible",
    decisive: false,
    cause: "the environment gives {name} a value that the settings do not take: {text}",
    correctiveAction: "Correct the value of {name} in that environment.",
    source: "docs.pydantic.dev/latest/errors/validation_errors",
    example:
      "  Input should be a valid boolean, unable to interpret input [type=bool_parsing, input_value='', input_type=str]",
    nearMiss: "  Field required [type=missing, input_value={}, input_type=dict]",
  },
  {
    ...row,
    id: "pydantic/field-missing",
    nameBefore: true,
    mode: "configuration/missing-variable",
    meaning: "a field has no value",
    pattern: /^\s*[Ff]ield required (?:\[type=missing|\(type=value_error\.missing)/,
    certainty: "possible",
    decisive: false,
    cause: "the environment has no variable for what the settings require: {name}",
    correctiveAction:
      "Set {name} in that environment, as a variable of that name; a secret in the platform's dashboard.",
    rule: "environment/missing-variable",
    source: "docs.pydantic.dev/latest/errors/validation_errors/#missing",
    example: "  Field required [type=missing, input_value={}, input_type=dict]",
    nearMiss: "POST /orders 422: a required field is missing",
  },
  {
    ...row,
    id: "click/invalid-option",
    mode: "configuration/invalid",
    meaning: "an option of the start command has a value that it does not take",
    pattern: /^(?:Usage: .*)?Error: Invalid value for '--?[\w-]+'/,
    cause: "an option of the start command, or the variable that it is filled from, has a wrong value",
    correctiveAction: CORRECT_VALUE,
    source: "pallets/click: src/click/exceptions.py, which uvicorn's and flask's commands use",
    example: "Error: Invalid value for '--port': 'eight-thousand' is not a valid integer.",
    nearMiss: "warning: invalid value for 'page', using 1",
  },
];
