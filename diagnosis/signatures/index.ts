import { DATABASE_REFUSALS } from "../../domain/database-refusal";
import type { Signature } from "../signature";
import { APPLICATIONS_SIGNATURES } from "./applications";
import { BUILD_SIGNATURES } from "./build";
import { BUILDERS_SIGNATURES } from "./builders";
import { BUILDS_SIGNATURES } from "./builds";
import { CODES_SIGNATURES } from "./codes";
import { COMPILED_PARTS_SIGNATURES } from "./compiled-parts";
import { COMPILER_SIGNATURES } from "./compilers";
import { CONNECTIONS_SIGNATURES } from "./connections";
import { CONNECTIONS_MORE_SIGNATURES } from "./connections-more";
import { CONTAINER_SERVICES_SIGNATURES } from "./container-services";
import { CONTAINER_STARTS_SIGNATURES } from "./container-starts";
import { DATABASE_CLIENT_SIGNATURES } from "./database-client";
import { DATABASE_CONNECT_SIGNATURES } from "./database-connect";
import { DATABASE_DRIVER_SIGNATURES } from "./database-driver";
import { DATABASE_HOSTS_SIGNATURES } from "./database-hosts";
import { DEPENDENCY_SIGNATURES } from "./dependencies";
import { DEPLOY_ENDS_SIGNATURES } from "./deploy-ends";
import { DJANGO_SIGNATURES } from "./django";
import { DOTNET_SIGNATURES } from "./dotnet";
import { ENVIRONMENT_SIGNATURES } from "./environment";
import { ERLANG_SIGNATURES } from "./erlang";
import { FILES_SIGNATURES } from "./files";
import { FLY_SIGNATURES } from "./fly";
import { FRAMEWORKS_SIGNATURES } from "./frameworks";
import { FRAMEWORKS_MORE_SIGNATURES } from "./frameworks-more";
import { GO_MODULES_SIGNATURES } from "./go-modules";
import { GO_RUST_IMAGE_TOOLS_SIGNATURES } from "./go-rust-image-tools";
import { IPV6_SIGNATURES } from "./ipv6";
import { JAVA_VERSIONS_SIGNATURES } from "./java-versions";
import { JVM_DOTNET_TOOLS_SIGNATURES } from "./jvm-dotnet-tools";
import { LIBRARIES_SIGNATURES } from "./libraries";
import { MIGRATION_SIGNATURES } from "./migration";
import { MIGRATIONS_SIGNATURES } from "./migrations";
import { MODULES_SIGNATURES } from "./modules";
import { NAMES_SIGNATURES } from "./names";
import { NARROWER_SIGNATURES } from "./narrower";
import { NODE_TLS_SIGNATURES } from "./node-tls";
import { NODE_TOOLS_SIGNATURES } from "./node-tools";
import { PACKAGES_SIGNATURES } from "./packages";
import { PLATFORM_SIGNATURES } from "./platform";
import { PLATFORM_CODES_SIGNATURES } from "./platform-codes";
import { PLATFORM_ENDS_SIGNATURES } from "./platform-ends";
import { PLATFORM_ENDS_MORE_SIGNATURES } from "./platform-ends-more";
import { PLATFORM_STATES_SIGNATURES } from "./platform-states";
import { PLATFORM_STATES_MORE_SIGNATURES } from "./platform-states-more";
import { PLATFORMS_MORE_SIGNATURES } from "./platforms-more";
import { PORTS_SIGNATURES } from "./ports";
import { PORTS_MORE_SIGNATURES } from "./ports-more";
import { PRISMA_SIGNATURES } from "./prisma";
import { PRISMA_MIGRATE_SIGNATURES } from "./prisma-migrate";
import { CODE_ENDS_SIGNATURES, PROBES_MORE_SIGNATURES } from "./probes-more";
import { PROCESS_SIGNATURES } from "./process";
import { PROGRAM_SIGNATURES } from "./program";
import { PROGRAM_MORE_SIGNATURES } from "./program-more";
import { PYTHON_TOOLS_SIGNATURES } from "./python-tools";
import { RAKE_SIGNATURES } from "./rake";
import { RUBY_SIGNATURES } from "./ruby";
import { RUBY_PHP_ELIXIR_TOOLS_SIGNATURES } from "./ruby-php-elixir-tools";
import { RUNTIME_LINES_SIGNATURES } from "./runtime-lines";
import { RUNTIMES_SIGNATURES } from "./runtimes";
import { RUNTIMES_MORE_SIGNATURES } from "./runtimes-more";
import { SERVERS_AND_SHELLS_SIGNATURES } from "./servers-and-shells";
import { SETTINGS_SIGNATURES } from "./settings";
import { SETTINGS_FORMS_SIGNATURES } from "./settings-forms";
import { SETTINGS_MORE_SIGNATURES } from "./settings-more";
import { SPECIAL_SIGNATURES } from "./special";
import { SPECIAL_FURTHER_SIGNATURES } from "./special-further";
import { SPECIAL_LAST_SIGNATURES } from "./special-last";
import { SPECIAL_MORE_SIGNATURES } from "./special-more";
import { SPECIAL_REST_SIGNATURES } from "./special-rest";
import { STRUCTURAL_SIGNATURES } from "./structural";
import { SYSTEMD_SIGNATURES } from "./systemd";
import { TEST_RUNS_SIGNATURES } from "./test-runs";
import { TOOL_CODES_SIGNATURES } from "./tool-codes";
import { TOOL_ENDS_SIGNATURES } from "./tool-ends";
import { TOOL_LINES_SIGNATURES } from "./tool-lines";
import { TOOLS_BROAD_SIGNATURES } from "./tools-broad";
import { TRANSLATED_SIGNATURES } from "./translated";
import { UNRESOLVED_SIGNATURES } from "./unresolved";

/** What the server itself said, inside the line of whichever driver logged it. */
const REFUSALS: readonly Signature[] = DATABASE_REFUSALS.map((refusal) => ({
  ...refusal,
  meaning: "the database, or the pooler before it, refused the connection",
  stage: "root" as const,
  // What may pass by itself has other causes than the one that the words name.
  certainty: refusal.id === "refusal/not-ready" ? ("possible" as const) : ("certain" as const),
  decisive: !refusal.transient,
  harmsLive: !refusal.transient || refusal.mode === "database/too-many-connections",
}));

/** The first row that matches a line counts. */
export const SIGNATURES: readonly Signature[] = [
  ...NARROWER_SIGNATURES,
  ...TRANSLATED_SIGNATURES,
  ...APPLICATIONS_SIGNATURES,
  ...COMPILED_PARTS_SIGNATURES,
  ...JAVA_VERSIONS_SIGNATURES,
  ...PLATFORM_CODES_SIGNATURES,
  ...CONTAINER_SERVICES_SIGNATURES,
  ...PLATFORM_STATES_SIGNATURES,
  ...PLATFORM_STATES_MORE_SIGNATURES,
  ...FRAMEWORKS_SIGNATURES,
  ...FRAMEWORKS_MORE_SIGNATURES,
  ...SETTINGS_FORMS_SIGNATURES,
  ...DOTNET_SIGNATURES,
  ...IPV6_SIGNATURES,
  ...TOOL_CODES_SIGNATURES,
  ...STRUCTURAL_SIGNATURES,
  ...PROBES_MORE_SIGNATURES,
  ...GO_MODULES_SIGNATURES,
  ...ENVIRONMENT_SIGNATURES,
  ...UNRESOLVED_SIGNATURES,
  ...ERLANG_SIGNATURES,
  ...TEST_RUNS_SIGNATURES,
  ...RUNTIME_LINES_SIGNATURES,
  ...FLY_SIGNATURES,
  ...RAKE_SIGNATURES,
  ...PYTHON_TOOLS_SIGNATURES,
  ...NODE_TOOLS_SIGNATURES,
  ...LIBRARIES_SIGNATURES,
  ...SERVERS_AND_SHELLS_SIGNATURES,
  ...SYSTEMD_SIGNATURES,
  ...JVM_DOTNET_TOOLS_SIGNATURES,
  ...RUBY_PHP_ELIXIR_TOOLS_SIGNATURES,
  ...GO_RUST_IMAGE_TOOLS_SIGNATURES,
  ...TOOL_LINES_SIGNATURES,
  ...TOOL_ENDS_SIGNATURES,
  ...NAMES_SIGNATURES,
  ...SPECIAL_SIGNATURES,
  ...SPECIAL_MORE_SIGNATURES,
  ...SPECIAL_FURTHER_SIGNATURES,
  ...CONTAINER_STARTS_SIGNATURES,
  ...SPECIAL_LAST_SIGNATURES,
  ...SPECIAL_REST_SIGNATURES,
  ...PACKAGES_SIGNATURES,
  ...BUILDERS_SIGNATURES,
  ...PLATFORMS_MORE_SIGNATURES,
  ...PROGRAM_MORE_SIGNATURES,
  ...DATABASE_HOSTS_SIGNATURES,
  ...REFUSALS,
  ...DATABASE_CLIENT_SIGNATURES,
  ...DATABASE_DRIVER_SIGNATURES,
  ...DATABASE_CONNECT_SIGNATURES,
  ...PRISMA_SIGNATURES,
  ...PRISMA_MIGRATE_SIGNATURES,
  ...MIGRATION_SIGNATURES,
  ...DJANGO_SIGNATURES,
  ...COMPILER_SIGNATURES,
  ...DEPENDENCY_SIGNATURES,
  ...BUILD_SIGNATURES,
  ...PROGRAM_SIGNATURES,
  ...PROCESS_SIGNATURES,
  ...PLATFORM_SIGNATURES,
  ...PORTS_SIGNATURES,
  ...PORTS_MORE_SIGNATURES,
  ...PLATFORM_ENDS_SIGNATURES,
  ...PLATFORM_ENDS_MORE_SIGNATURES,
  ...FILES_SIGNATURES,
  ...CONNECTIONS_SIGNATURES,
  ...NODE_TLS_SIGNATURES,
  ...CONNECTIONS_MORE_SIGNATURES,
  ...RUBY_SIGNATURES,
  ...RUNTIMES_SIGNATURES,
  ...RUNTIMES_MORE_SIGNATURES,
  ...MODULES_SIGNATURES,
  ...SETTINGS_SIGNATURES,
  ...SETTINGS_MORE_SIGNATURES,
  ...TOOLS_BROAD_SIGNATURES,
  ...BUILDS_SIGNATURES,
  ...MIGRATIONS_SIGNATURES,
  ...CODE_ENDS_SIGNATURES,
  ...CODES_SIGNATURES,
  ...DEPLOY_ENDS_SIGNATURES,
];
