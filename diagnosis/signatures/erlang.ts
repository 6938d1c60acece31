import type { Signature } from "../signature";

/** What Erlang's own start says, as terms: the names in them are what failed. */
export const ERLANG_SIGNATURES: readonly Signature[] = [
  {
    id: "erlang/no-bootfile",
    mode: "runtime/incompatible",
    meaning: "Erlang does not find its boot file",
    pattern: /cannot get bootfile,(?<name>[\w./-]+)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "import/missing-library", cause: "the release was not copied whole" }],
    cause:
      "Erlang does not find its boot file {name}: the release was not copied whole, or is of another version",
    correctiveAction:
      "Copy the whole release into the image, its `releases` and `bin` folders too, and build it with the Erlang that runs it.",
    source: "erlang.org/doc/apps/erts/init.html",
    example: "init terminating in do_boot ({cannot get bootfile,no_dot_erlang.boot})",
    nearMiss: "bootfile loaded",
  },
  {
    id: "erlang/cookie",
    mode: "disk/permission-denied",
    meaning: "Erlang may not read its cookie, or others may",
    pattern:
      /Cookie file (?<path>\S+) must be accessible by owner only|Error when reading (?<path2>\S*\.erlang\.cookie): eacces/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "{path} belongs to another user, or has rights for others than its owner",
    correctiveAction:
      "Give the file to the user of the process, with the rights 0400 (`chown`, `chmod 400`).",
    source: "erlang.org/doc/system/distributed.html",
    example: "Cookie file /var/lib/rabbitmq/.erlang.cookie must be accessible by owner only",
    nearMiss: "the cookie file was written",
  },
  {
    id: "erlang/name-taken",
    mode: "configuration/invalid",
    meaning: "another node has the name of this one",
    pattern: /the name (?<name>[\w@.-]+) seems to be in use by another Erlang node/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause:
      "another node of Erlang on the machine has the name {name}: an earlier start still runs, or a second one has the same name",
    correctiveAction: "End the other node, or give each its own name (RELEASE_NODE).",
    source: "erlang/otp: lib/kernel/src/inet_tcp_dist.erl",
    example: "Protocol 'inet_tcp': the name shop@web seems to be in use by another Erlang node",
    nearMiss: "the name shop@web is registered",
  },
  {
    id: "erlang/buildpack-version",
    mode: "runtime/incompatible",
    meaning: "the buildpack does not have that version",
    pattern: /(?:Sorry, )?(?<name>Erlang|Elixir) (?<version>[\w.]+) isn't supported yet/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the buildpack has no {name} {version}",
    correctiveAction: "Write a version that it has into elixir_buildpack.config, or take a newer buildpack.",
    source: "HashNuke/heroku-buildpack-elixir: lib/canonical_version.sh",
    example:
      "Sorry, Erlang 24.0 isn't supported yet. For a list of supported versions, please see the readme",
    nearMiss: "Erlang 24.0 is supported",
  },
  {
    id: "erlang/no-modules",
    mode: "runtime/incompatible",
    meaning: "Erlang does not find its own modules",
    pattern: /\{load_failed,\[(?<name>[\w,']{1,120})/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "import/missing-module", cause: "the release was not copied whole" }],
    cause:
      "Erlang's own modules cannot be loaded ({name}): the release was built for another Erlang than the image's, or without it",
    correctiveAction:
      "Build the release in the image family in which it runs, with `include_erts: true`, and copy it whole.",
    source: "erlang.org/doc/man/init.html; hexdocs.pm/mix/Mix.Tasks.Release.html",
    example: '{"init terminating in do_boot",{load_failed,[file_io_server,heart,lists]}}',
    nearMiss: "loaded 12 modules",
  },
  {
    id: "erlang/configuration",
    mode: "configuration/invalid",
    meaning: "an Erlang application does not take its configuration",
    pattern:
      /failed_to_start_child,(?<child>[\w'.]+),\{?(?<reason>[a-z]\w*(?:config|setting|schema|cuttlefish)\w*)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "the application does not start since its {child} says {reason}",
    correctiveAction:
      "Correct the configuration file or the variables that it is made of; the lines before name the key.",
    source: "rabbitmq/rabbitmq-server: deps/rabbit/apps/rabbitmq_prelaunch",
    example:
      "Application rabbitmq_prelaunch exited with reason: {{shutdown,{failed_to_start_child,prelaunch,failed_to_prepare_configuration}},[]}",
    nearMiss: "the prelaunch configuration was prepared",
  },
  {
    id: "erlang/application",
    mode: "process/exception",
    meaning: "an Erlang application did not start",
    pattern:
      /(?<name>\w+) exited with reason: \{+shutdown,\{failed_to_start_child,(?<child>[\w'.]+),\{?(?<reason>[a-z]\w{3,})|application_start_failure,(?<name2>\w+),\{+(?:shutdown,\{failed_to_start_child,(?<child2>[\w'.]+),)?\{?(?<reason2>[a-z]\w{3,})/,
    stage: "exception",
    certainty: "possible",
    decisive: false,
    cause: "the application {name} did not start: {reason}",
    correctiveAction:
      "Read the reason's words and the lines before it: they name what the application could not do.",
    source: "erlang.org/doc/man/application.html",
    example:
      "Application shop exited with reason: {{shutdown,{failed_to_start_child,cache,no_such_node}},[]}",
    nearMiss: "Application rabbit started",
  },
];
