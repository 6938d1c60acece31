import type { Signature } from "../signature";

/** What says that a setting is missing or wrong. */
export const SETTINGS_MORE_SIGNATURES: readonly Signature[] = [
  {
    id: "docker/blank-variable",
    mode: "configuration/missing-variable",
    meaning: "compose has no value for a variable",
    pattern: /The "?(?<name>\w+)"? variable is not set\. Defaulting to a blank string/,
    warns: true,
    stage: "step",
    certainty: "possible",
    decisive: false,
    cause: "compose has no value for {name}, and writes a blank there",
    correctiveAction: "Write {name} into the .env file beside compose.yaml, or export it.",
    source: "docs.docker.com/compose/how-tos/environment-variables/variable-interpolation",
    example: 'WARN[0000] The "DB_PASSWORD" variable is not set. Defaulting to a blank string.',
    nearMiss: "the variable is set",
  },
  {
    id: "value/invalid",
    mode: "configuration/invalid",
    meaning: "a setting has a value that the program does not take",
    pattern:
      /invalid (?:boolean|integer|port|URL|duration|value)(?: value)?:? ['"`]?(?<value>[^'"`\s]*)['"`]? (?:for|in) (?:the )?(?:environment )?(?:variable |option |setting |flag )?[`'"-]*(?<name>[A-Za-z][\w.-]*)|options\.port should be >= 0|ERR_SOCKET_BAD_PORT|Port should be (?:>=? 0|a number)|port must be (?:an integer|0-65535)|[Ii]nvalid port(?: number|:)|'\$?(?<name2>PORT)' is not a valid (?:port|integer)|nginx: \[emerg\] (?<value2>.+)|Error: Invalid value for|error converting YAML to JSON|yaml: line (?<value3>\d+)|(?:Caddyfile|adapting config).*(?:error|unrecognized)|[Uu]nknown (?:option|argument|flag):? ['"`]?(?<value4>-[\w-]+)|unrecognized arguments: (?<value5>.+)|No such option: (?<value6>-\S+)|unknown (?:shorthand )?flag: (?<value7>\S+)|invalid (?:option|argument) (?:--? ?)?['"]?(?<value8>\w+)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "a setting or an option of the command has a value that the program does not take",
    correctiveAction:
      "Correct that value where the environment or the command sets it; `$PORT` is put in by a shell only (`sh -c`), not in a Dockerfile's list form.",
    source: "nodejs.org/api/errors.html#err_socket_bad_port; nginx.org",
    example:
      "RangeError [ERR_SOCKET_BAD_PORT]: options.port should be >= 0 and < 65536. Received type number (NaN).",
    examples: [
      "Error: '$PORT' is not a valid port number.",
      'nginx: [emerg] host not found in upstream "api" in /etc/nginx/conf.d/default.conf:5',
    ],
    nearMiss: "the value is valid",
  },
];
