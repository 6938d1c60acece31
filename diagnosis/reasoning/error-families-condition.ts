import type { ErrorFamily } from "./error-family";

/** What platforms, frameworks and runtimes call a condition, which another program may repeat within its own words. */
export const CONDITION_FAMILIES: readonly ErrorFamily[] = [
  {
    id: "probe",
    mode: "health-check/failed",
    pattern:
      /\b(?:liveness|readiness|startup|health) probe (?:has )?(?:failed|errored|timed out)\b|\b(?:liveness|readiness|health) ?(?:check )?(?:has )?(?:failed|timed out)\b|\bfailed (?:the )?(?:liveness|readiness|startup|health)(?: ?check| probe)\b/i,
    // A service's own check that names a setting speaks of the setting.
    not: /will be (?:tried|retried) again|\bcheck failed\b.{0,60}\b(?:missing|required|unset|undefined|not (?:set|configured|defined)|must be)\b/i,
    means: "the platform's health check got no good answer",
    correctiveAction:
      "Read the service's own log for why it does not answer; let it listen on the port and path that the check asks for, and give it the time that it needs to start.",
    example:
      'Readiness probe failed: Get "http://10.0.0.12:8080/": dial tcp 10.0.0.12:8080: connection refused',
  },
  {
    id: "bind-denied",
    mode: "port/privileged",
    pattern:
      /^(?=.*(?::\d{1,5}\b|\bport\b|\baddress\b|\btcp|socket|\blisten|make_sock|start_server|\d\))).*?(?:\b(?:bind|listen|make_sock|start_server)\w*\b.*(?:permission denied|EACCES|:eacces)|(?:permission denied|EACCES|:eacces).*\b(?:bind|listen|make_sock)\w*\b)/i,
    not: /\.sock\b|unix:|\bbind[ -]?(?:mount|param|variable|value)|\bmount(?:ing|ed)?\b/i,
    means: "the user of the process may not listen on that port",
    correctiveAction:
      "Listen on a port above 1023 (PORT), and let the platform or the proxy publish it as 80.",
    example: "listen tcp :80: bind: permission denied",
  },
  {
    id: "none-listens",
    mode: "port/none-open",
    pattern:
      /\b(?:failed to|did(?: not|n't)|does(?: not|n't)) (?:start and )?(?:then )?(?:bind|listen)\b.{0,60}\bport\b|\bno open (?:http )?ports?\b|\bno (?:process|server|service) (?:is )?listen(?:s|ing) on\b.{0,30}(?:\bport\b|:\d|\b\d{2,5}\b|\blocalhost\b)/i,
    not: /\b(?:topic|queue|channel|event)s?\b/i,
    means: "nothing listens on the port that the platform gives",
    correctiveAction:
      "Let the server listen on 0.0.0.0 and on the port of the variable PORT; where it ends before that, its own lines say why.",
    example:
      "Container failed to start. Failed to start and then listen on the port defined by the PORT variable.",
  },
  {
    id: "host-refused",
    mode: "configuration/host-not-allowed",
    pattern:
      /\b(?:invalid|unrecogni[sz]ed|bad) (?:http_host\b|host header\b)|\b(?:disallowed|blocked|untrusted) (?:http_?)?hosts?\b|\bhost header\b.{0,40}\bnot allowed|\bthis host \(.{1,80}\) is not allowed|\bhosts? .{1,80}\bis not (?:in|among|part of) .{0,20}allowed/i,
    not: /mysql|mariadb|upstream/i,
    means: "the framework refuses the host name under which it is asked",
    correctiveAction: "Add the service's host to the framework's list of allowed hosts.",
    example: "Invalid HTTP_HOST header: 'app.example.org'.",
  },
  {
    id: "image",
    mode: "image/pull-failed",
    pattern:
      /\b(?:ErrImagePull|ImagePullBackOff|InvalidImageName|ErrImageNeverPull|CannotPull\w*Error|CannotPullImage\w*)\b|\bfailed to pull image\b|\bpull access denied\b|\bmanifest for \S+ not found\b|\berror pulling image\b|\brepository does not exist or may require\b|\bmanifest unknown\b|\bimage pull failed\b|\bpulling (?:docker )?image \S+ failed\b/i,
    inBuildToo: true,
    means:
      "the image cannot be pulled: its name or tag is not there, it is private, or the registry does not answer",
    correctiveAction: "Correct name and tag of the image, or give the platform access to its registry.",
    example: "manifest for acme/api:1.2 not found: manifest unknown",
  },
  {
    id: "shell",
    mode: "process/command-not-found",
    pattern:
      /(?:^|[\s:/])(?:ba|da|a|z)?sh: (?:(?:line )?\d+: )?(?:exec: )?[\w./@-]+: (?:command )?not found\b|\bcannot execute: required file not found\b|\bfailed to spawn (?:command|process)\b.*no such file|\b[Cc]ommand not found: \S|\bstatus=203\/EXEC\b|: exec: "[^"]+": (?:executable file not found|stat .*no such file)/,
    inBuildToo: true,
    means: "a program that is to be run is not there, or its interpreter is not",
    correctiveAction:
      "Correct the command, install the program in the image, and look at the script's first line and its line ends (Unix ones).",
    example: "sh: 1: next: not found",
  },
  {
    id: "processor",
    mode: "process/wrong-architecture",
    pattern:
      /\bexec format error\b|\binvalid ELF header\b|\bwrong ELF class\b|\bincompatible architecture\b|\bBad CPU type\b|\bcannot execute binary file\b|\bno matching manifest for linux\b|\brequires an? (?:CPU|processor) with\b/i,
    inBuildToo: true,
    means: "a program or a native part of it was built for another system or processor",
    correctiveAction:
      "Build the image for the platform's processor (`--platform linux/amd64`), and install packages in the image instead of copying them from another machine.",
    example: 'exec user process caused "exec format error"',
  },
  {
    id: "glibc",
    mode: "runtime/incompatible",
    pattern: /version [`'"]?(?:GLIBC|GLIBCXX|CXXABI|OPENSSL|libc)_?[\d.]+\b.{0,3}not found/i,
    inBuildToo: true,
    means: "the system of the image is older than the one that the program was built on",
    correctiveAction: "Run it in an image as new as the one that it is built in, or link it statically.",
    example: "/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by ./api)",
  },
  {
    id: "module-format",
    mode: "import/module-format",
    pattern:
      /\bERR_REQUIRE_(?:ESM|ASYNC_MODULE)\b|\bCannot use import statement outside\b|\brequire\(\) of ES ?Module\b|\bMust use import to load ES ?Module\b|\b(?:require|exports|module) is not defined in ES module|\bERR_UNKNOWN_FILE_EXTENSION\b/i,
    means: "an ES module and CommonJS code do not fit each other",
    correctiveAction:
      'Load it with import(), set "type" of package.json to what the files are, or take a version of the package in the other format.',
    example: "Error [ERR_REQUIRE_ESM]: Must use import to load ES Module: /app/main.mjs",
  },
];
