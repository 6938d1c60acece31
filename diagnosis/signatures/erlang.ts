import type { Signature } from "../signature";

/** What Erlang's own start says, as terms: the names in them are what failed. */
export const ERLANG_SIGNATURES: readonly Signature[] = [
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
