import type { Signature } from "../signature";

/** What programs say of files that they may not read or write. */
export const FILES_SIGNATURES: readonly Signature[] = [
  {
    id: "file/read-only",
    mode: "disk/read-only",
    meaning: "a file cannot be written, as the file system is read-only",
    pattern:
      /\[Errno 30\] Read-only file system(?:: '(?<path>[^']*)')?|EROFS: read-only file system(?:, \w+ '(?<path2>[^']*)')?|[Rr]ead-only file system(?!\?)/,
    stage: "root",
    certainty: "certain",
    decidesUnnamed: true,
    decisive: false,
    cause: "the program writes to {path}, which lies on a read-only file system",
    correctiveAction: "Let the program write elsewhere: to /tmp, or to a disk that is mounted for it.",
    source: "errno(3): EROFS",
    example: "OSError: [Errno 30] Read-only file system: '/static_in_env'",
    examples: ["Error: EROFS: read-only file system, mkdir '/var/data'"],
    // nginx's start script guesses, and goes on.
    nearMiss: "info: can not modify /etc/nginx/conf.d/default.conf (read-only file system?)",
  },
  {
    id: "file/permission",
    mode: "disk/permission-denied",
    meaning: "the process may not read or write a file",
    pattern:
      /EACCES: permission denied, \w+ '(?<path>[^']*)'|\[Errno 13\] Permission denied: '(?<path2>[^']*)'|can(?:'|no)?t (?:create directory|open|create) ['‘]?(?<path3>\/[^'’:]*)['’]?: Permission denied|open (?<path4>\/\S+): permission denied|cannot create directory ['‘](?<path5>[^'’]*)['’]: Permission denied|(?:mkdir|touch|cp|chown|rm): .{0,120}[Pp]ermission denied|unable to (?:mkfifo|mkdir|open|create|write)(?: to)? (?<path8>[^:]+): Permission denied|Permission denied @ \w+ - (?<path6>\S+)|Failed to open stream: Permission denied|(?:AccessDeniedException|UnauthorizedAccessException): .*(?<path7>\/[\w/.-]+)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the user of the process may not open or make {path}",
    correctiveAction:
      "Give the folder to that user in the image (`chown`, or `USER`), mount the disk for it, or let the program write elsewhere.",
    source: "errno(3): EACCES",
    example: "Error: EACCES: permission denied, open '/app/db.json'",
    examples: [
      "PermissionError: [Errno 13] Permission denied: '/data'",
      "mkdir: can't create directory '/app/data/': Permission denied",
    ],
    nearMiss: "listen EACCES: permission denied 0.0.0.0:80",
  },
  {
    id: "file/missing",
    mode: "configuration/invalid",
    meaning: "a file that the program opens is not there",
    pattern:
      /ENOENT: no such file or directory, (?:open|scandir|stat|lstat|access) '(?<path>[^']*)'|FileNotFoundError: \[Errno 2\] No such file or directory: '(?<path2>[^']*)'|open (?<path3>[/.]\S+): no such file or directory|Errno::ENOENT: No such file or directory @ \w+ - (?<path4>\S+)|FileNotFoundException: (?<path5>\S+) \(No such file|Could not find file '(?<path6>[^']*)'/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "import/missing-module", cause: "the build did not write the file" }],
    cause:
      "the program opens {path}, which is not in the image: not committed, not copied, or built elsewhere",
    correctiveAction:
      "Commit or copy {path}, let the build write it, or correct its path and the folder in which the program runs.",
    source: "errno(3): ENOENT",
    example: "Error: ENOENT: no such file or directory, open '/app/config.json'",
    examples: ["FileNotFoundError: [Errno 2] No such file or directory: 'data/model.pkl'"],
    nearMiss: "no such file: favicon.ico",
  },
];
