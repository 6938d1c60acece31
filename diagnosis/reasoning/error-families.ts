import { CONDITION_FAMILIES } from "./error-families-condition";
import { CONFIGURATION_FAMILIES } from "./error-families-configuration";
import { CONNECTION_FAMILIES } from "./error-families-connection";
import { DATABASE_FAMILIES } from "./error-families-database";
import type { ErrorFamily } from "./error-family";

/** The machine, its files, and what it runs. */
const MACHINE_FAMILIES: readonly ErrorFamily[] = [
  {
    id: "runtime",
    mode: "runtime/incompatible",
    pattern:
      /compiled (?:for|by|with|against) (?:a )?(?:later|newer|more recent|different|another)|supports? only (?:version |[A-Z]\w+ )?[~>=^]|(?:requires?|needs|expected) (?:at least )?(?:a )?(?:newer |later |minimum )?(?:(?:Node(?:\.js)?|Python|Ruby|PHP|Java|JDK|JRE|Go|Rust|rustc|Elixir|Erlang|OTP|\.NET(?: SDK)?|glibc|GLIBC\w*|libc|npm|pnpm|yarn|bundler|composer) )(?:version )?[v~>=^\d"]|(?:Node(?:\.js)?|Python|Ruby|PHP|Java|Go|Rust|Elixir|Erlang|OTP|glibc|\.NET) (?:version )?v?\d[\d.]* (?:is )?(?:not supported|unsupported|too old|is required|or (?:later|newer|higher)|has reached)|unsupported (?:Node|Python|Ruby|PHP|Java|class file|engine|ABI|runtime)|incompatible with (?:this|the current|the installed|your) (?:version|runtime|architecture|system)|NODE_MODULE_VERSION|NoSuchMethodError|AbstractMethodError|NoSuchFieldError|IncompatibleClassChangeError|has no attribute '\w+' \(most likely due to|MissingMethodException|undefined symbol:|version mismatch/i,
    not: /database|postgres|mysql|server version|schema|data directory|lock ?file/i,
    inBuildToo: true,
    means: "two versions do not fit: of the runtime and the code, or of two packages",
    correctiveAction:
      "Set the version of the language (its version file, the image, or the platform's variable) or of the package to the one that is asked for, and commit the lock file.",
    example: "This BEAM file was compiled for a later version of the runtime system than the current",
  },
  {
    id: "library",
    mode: "import/missing-library",
    pattern:
      /\.(?:so|dylib|dll)(?:\.\d+)*\b.*(?:cannot open|not found|no such file|unable to load|not be loaded)|(?:cannot open|unable to load|could not load|failed to load|error loading) (?:the )?(?:shared|native|dynamic)|DllNotFoundException|UnsatisfiedLinkError|on_load_function_failed|failed to load NIF|load_nif|dlopen/i,
    means: "a native library cannot be loaded",
    correctiveAction:
      "Install the library in the image, or build the package for the image's C library and processor.",
    example: "System.DllNotFoundException: Unable to load shared library 'libgdiplus'",
  },
  {
    id: "command",
    mode: "process/command-not-found",
    pattern:
      /(?:: |^|\b)(?:command not found|not found in \$?PATH|executable file not found)|: line \d+: .*: not found|No such file or directory.*(?:entrypoint|bin\/)|UnhandledIoError.*NotFound|no default process|\bexec(?:ve)?\b.*(?:no such file|not found)|spawn \S+ ENOENT|: not found.*: line \d+/i,
    means: "a program that is to be run is not there, or its interpreter is not",
    correctiveAction:
      "Correct the command, install the program in the image, and look at the script's first line and its line ends (Unix ones).",
    example: "/app/bin/release: line 12: erl: not found",
  },
  {
    id: "data-version",
    mode: "database/version-mismatch",
    pattern:
      /too (?:recent|new|old) to (?:start|open|read|run).{0,60}(?:data|files)|data (?:directory|files?) (?:was|were|is|are) (?:initiali[sz]ed|created|written) (?:by|with) .{0,60}(?:version|not compatible)|unsupported (?:database|data ?file|schema) version|downgrade (?:is )?not (?:supported|possible)|Cannot (?:upgrade|downgrade|boot|start server) .{0,60}(?:from|version)|\brequires? (?:at least )?(?:Redis|Valkey|PostgreSQL|Postgres|MySQL|MariaDB|MongoDB|Elasticsearch|SQLite|Kafka)(?: version)? (?:>=? ?)?\d/i,
    inBuildToo: true,
    means: "the data was written by another version of the database than the one that starts",
    correctiveAction:
      "Start the version that wrote the data, move it over as the database's documentation says, or start with an empty volume.",
    example: "This version of MongoDB is too recent to start up on the existing data files.",
  },
  {
    id: "damaged",
    mode: "process/exception",
    pattern:
      /\bcould not locate a valid checkpoint record\b|\bdatabase disk image is malformed\b|\bfile is not a database\b|\binvalid page in block\b|\b(?:data|index|table|file|WAL) (?:is )?corrupt(?:ed|ion)\b/i,
    means: "the database's files are damaged",
    correctiveAction:
      "Restore them from a backup, and look whether the volume's disk was full or shared by two processes.",
    example: "PANIC:  could not locate a valid checkpoint record",
  },
  {
    id: "read-only",
    mode: "disk/read-only",
    pattern: /read-?only file ?system|EROFS|attempt to write a readonly/i,
    means: "the file system may not be written to",
    correctiveAction: "Write to a mounted disk, or to /tmp.",
    example: "mkdir /data: read-only file system",
  },
  {
    id: "disk-full",
    mode: "disk/full",
    pattern:
      /no space left on device|ENOSPC|disk (?:is )?full|disk quota exceeded|not enough (?:disk )?space/i,
    means: "the disk is full",
    correctiveAction: "Make room, or take a larger disk.",
    example: "write /data/index: no space left on device",
  },
  {
    id: "memory",
    mode: "memory/exhausted",
    pattern:
      /out of memory|OutOfMemory|cannot allocate memory|ENOMEM|memory (?:limit|quota) (?:of .* )?exceeded|heap (?:space|limit)|exceeded .*memory|MemoryError|bad_alloc|allocation failed|could not allocate|oom-?kill/i,
    not: /shared memory/i,
    means: "the memory was not enough",
    correctiveAction:
      "Take an instance with more memory, or let the program use less (fewer workers, smaller heap).",
    example: "eheap_alloc: Cannot allocate memory: out of memory",
  },
  {
    id: "permission",
    mode: "disk/permission-denied",
    pattern:
      /permission denied|EACCES|EPERM|operation not permitted|access to the path .* is denied|PermissionError|AccessDeniedException: \/|not writable|isn't writable|(?:exists and )?is write?able \(|exists? and is write?able|is not owned by|insufficient permissions? (?:to|for) (?:write|read|open|access)/i,
    not: /for (?:user|role|database|relation|table|schema)|publickey|password/i,
    means: "the user of the process may not do that",
    correctiveAction:
      "Give the file or folder to the user of the process (`chown` or `chmod +x` in the image), or write elsewhere.",
    example: "open /data/app.log: permission denied",
  },
  {
    id: "killed",
    mode: "process/killed",
    pattern:
      /\bSIGKILL\b|(?<!skill)\bkilled\b|failed to exit within|did not (?:stop|exit|terminate) (?:in time|within)/i,
    not: /not killed|kill(?:ed)? -0/i,
    inBuildToo: true,
    means: "the process was ended from outside",
    correctiveAction:
      "Look at the platform's events and at the memory it used: a limit, a probe, or an end that took too long.",
    example: "/app/start.sh: line 4:    17 Killed                  python app.py",
  },
  {
    id: "crash",
    mode: "process/exception",
    pattern:
      /segmentation fault|SIGSEGV|SIGABRT|SIGBUS|SIGILL|\[BUG\]|Assertion [`'(].*failed|assertion failed|core dumped|stack overflow|StackOverflow|double free|invalid instruction|illegal instruction|Trace\/breakpoint trap/i,
    means: "the program, or a native part of it, crashed",
    correctiveAction:
      "Look which native package or runtime version the lines name, and take another version of it.",
    example: "[BUG] Segmentation fault at 0x0000000000000010",
  },
];

/** An assertion quotes what it looked for. */
const ASSERTION = /\bAssertionError\b|\bExpected to find content\b/;

/** The code itself: what is left where no setting, connection or file is spoken of. */
const CODE_FAMILIES: readonly ErrorFamily[] = [
  {
    id: "assertion",
    mode: "process/exception",
    pattern: ASSERTION,
    means: "what the code, or a test of it, makes sure of is not so",
    correctiveAction: "Read the place that is named: it says what it expected, and what it got.",
    example: "AssertionError: expected 200, got 500",
  },
  {
    id: "syntax",
    mode: "process/exception",
    pattern: /syntax ?error|unexpected (?:token|end of|identifier|character)|parse error|IndentationError/i,
    means: "the code, or a file that it reads, cannot be parsed",
    correctiveAction: "Correct the file at the place that is named.",
    example: "syntax error, unexpected end-of-input",
  },
  {
    id: "type",
    mode: "process/exception",
    pattern:
      /TypeError|AttributeError|NoMethodError|undefined method|is not a function|Null(?:Reference|Pointer)Exception|nil pointer|is undefined or private|FunctionClauseError|of undefined|of null|`None` value|KeyError|IndexError|ReferenceError|is not defined|unexpected (?:argument|type|keyword argument)|missing \d+ required (?:positional|keyword)|ClassCastException|no function clause|MatchError|must be of type/i,
    means: "a value is not what the code expects",
    correctiveAction: "Read the place that is named, and where that value comes from.",
    example: "TypeError: Cannot read properties of undefined (reading 'id')",
  },
];

const AFTER_THE_MACHINE: readonly ErrorFamily[] = [...CONFIGURATION_FAMILIES, ...CODE_FAMILIES];

const OUTSIDE_THE_CODE: readonly ErrorFamily[] = [
  ...CONDITION_FAMILIES,
  ...DATABASE_FAMILIES,
  ...CONNECTION_FAMILIES,
  ...MACHINE_FAMILIES,
];

/** The first family that fits counts: what is outside of the code before the code. */
export const ERROR_FAMILIES: readonly ErrorFamily[] = [...OUTSIDE_THE_CODE, ...AFTER_THE_MACHINE];

/** What a message ends with, under all that wraps it. */
const TAIL = /^.*(?:: | Error: | -> )(?=\S{2,} \S)(.{8,})$/;

/** Errors of the code itself, whose words speak of arguments and properties, and of no setting. */
const IN_CODE =
  /^(?:\W|\w+: )*(?:TypeError|AttributeError|NoMethodError|ReferenceError|NameError|KeyError|IndexError)\b/;
const OF_CODE: readonly ErrorFamily[] = [
  ...CONFIGURATION_FAMILIES.filter(({ id }) => id === "module" || id === "secret-refused"),
  ...CODE_FAMILIES,
];

/** The family of an error's text: a chain of errors ends with the cause, and a connection is said by the whole of it. */
export function familyOf(text: string): ErrorFamily | undefined {
  const tail = TAIL.exec(text)?.[1];
  const of = (families: readonly ErrorFamily[], said: string) =>
    families.find(({ pattern, not }) => pattern.test(said) && not?.test(said) !== true);
  const after = IN_CODE.test(text) ? OF_CODE : AFTER_THE_MACHINE;
  return (
    of(ASSERTION.test(text) ? CODE_FAMILIES : OUTSIDE_THE_CODE, text) ??
    (tail === undefined ? undefined : of(after, tail)) ??
    of(after, text)
  );
}
