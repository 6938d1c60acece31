/**
 * The attributes of Render's own provider, by the paths that its pages give (render-oss/terraform-provider-render,
 * docs/resources/*.md, read 2026-11-29, the last five 2026-11-30), and the values that a page says are all. A Pulumi package that is bridged from
 * it has the same names in camel case, and those of sets and lists in the plural.
 */
export interface OfficialKind {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly values: Readonly<Record<string, readonly string[]>>;
}

const under = (at: string, ...names: readonly string[]): readonly string[] =>
  names.map((name) => `${at}.${name}`);

const REGIONS = ["frankfurt", "ohio", "oregon", "singapore", "virginia"];
const FILTER = ["build_filter.paths", "build_filter.ignored_paths"];
const GIT = ["branch", "repo_url", "auto_deploy", "auto_deploy_trigger", ...FILTER];
const SOURCE = [
  ...under("runtime_source.docker", ...GIT, "context", "dockerfile_path", "registry_credential_id"),
  ...under("runtime_source.image", "image_url", "digest", "registry_credential_id", "tag"),
  ...under("runtime_source.native_runtime", ...GIT, "build_command", "runtime"),
];
const RUNTIMES = ["elixir", "go", "node", "python", "ruby", "rust"];
const VARIABLES = ["env_vars.generate_value", "env_vars.value"];
const FILES = ["secret_files.content"];
const NOTIFICATIONS = under(
  "notification_override",
  "notifications_to_send",
  "preview_notifications_enabled",
);
const NOTIFIED = { "notification_override.notifications_to_send": ["default", "all", "failure", "none"] };
const STREAM = under("log_stream_override", "setting", "endpoint", "token");
const SETTINGS = { "log_stream_override.setting": ["send", "drop"] };
const PREVIEWS = ["previews.generation", "pull_request_previews_enabled"];
const PREVIEWED = { "previews.generation": ["off", "manual", "automatic"] };
const DOMAIN = ["domain_type", "id", "public_suffix", "redirect_for_name"];
const ADDRESSES = ["ip_allow_list.cidr_block", "ip_allow_list.description"];

/** What all kinds that run a program have. */
const RUN: OfficialKind = {
  inputs: [
    ...["name", "plan", "region", "environment_id", "root_directory", "start_command"],
    ...[...SOURCE, ...VARIABLES, ...FILES, ...NOTIFICATIONS, ...STREAM],
  ],
  outputs: ["slug"],
  values: {
    region: REGIONS,
    "runtime_source.native_runtime.runtime": RUNTIMES,
    ...NOTIFIED,
    ...SETTINGS,
  },
};

/** What those have beside it that stay up. */
const SERVED: OfficialKind = {
  inputs: [
    ...RUN.inputs,
    ...["max_shutdown_delay_seconds", "num_instances", "pre_deploy_command", ...PREVIEWS],
    ...under("autoscaling", "enabled", "max", "min"),
    ...under("autoscaling.criteria.cpu", "enabled", "percentage"),
    ...under("autoscaling.criteria.memory", "enabled", "percentage"),
    ...under("disk", "mount_path", "name", "size_gb"),
  ],
  outputs: [...RUN.outputs, "disk.id"],
  values: { ...RUN.values, ...PREVIEWED },
};

export const OFFICIAL: Readonly<Record<string, OfficialKind>> = {
  WebService: {
    inputs: [
      ...[...SERVED.inputs, ...ADDRESSES, "custom_domains.name", "health_check_path"],
      ...under("maintenance_mode", "enabled", "uri"),
    ],
    outputs: [
      ...[...SERVED.outputs, "url", ...under("custom_domains", ...DOMAIN)],
      ...under("active_custom_domains", ...DOMAIN, "name"),
    ],
    values: SERVED.values,
  },
  PrivateService: { ...SERVED, outputs: [...SERVED.outputs, "url"] },
  BackgroundWorker: SERVED,
  CronJob: { ...RUN, inputs: [...RUN.inputs, "schedule"] },
  StaticSite: {
    inputs: [
      ...["name", "branch", "repo_url", "build_command", "auto_deploy", "environment_id", "publish_path"],
      ...["root_directory", "custom_domains.name", ...FILTER, ...VARIABLES, ...NOTIFICATIONS, ...PREVIEWS],
      ...[...under("headers", "name", "path", "value"), ...under("routes", "destination", "source", "type")],
    ],
    outputs: ["slug", "url", ...under("custom_domains", ...DOMAIN)],
    values: { "routes.type": ["redirect", "rewrite"], ...NOTIFIED, ...PREVIEWED },
  },
  EnvGroup: { inputs: ["name", "environment_id", ...VARIABLES, ...FILES], outputs: [], values: {} },
  EnvGroupLink: { inputs: ["env_group_id", "service_ids"], outputs: [], values: {} },
  Project: {
    inputs: [
      "name",
      ...under("environments", "name", "protected_status", "network_isolated"),
      ...under("environments", ...ADDRESSES),
    ],
    outputs: ["environments.id"],
    values: { "environments.protected_status": ["protected", "unprotected"] },
  },
  Postgres: {
    inputs: [
      ...["name", "plan", "region", "version", "database_name", "database_user", "datadog_api_key"],
      ...["disk_size_gb", "environment_id", "high_availability_enabled", "read_replicas.name"],
      ...[...ADDRESSES, ...STREAM],
    ],
    outputs: [
      ...["primary_postgres_id", "role", "read_replicas.id"],
      ...under("connection_info", "external_connection_string", "internal_connection_string"),
      ...under("connection_info", "password", "psql_command"),
    ],
    values: { region: REGIONS, version: ["11", "12", "13", "14", "15", "16", "17"], ...SETTINGS },
  },
  Keyvalue: {
    inputs: [
      ...["name", "plan", "region", "max_memory_policy", "persistence_mode", "environment_id"],
      ...[...ADDRESSES, ...STREAM],
    ],
    outputs: under(
      "connection_info",
      ...["cli_command", "external_connection_string", "internal_connection_string"],
    ),
    values: {
      max_memory_policy: [
        ...["allkeys_lfu", "allkeys_lru", "allkeys_random", "noeviction", "volatile_lfu", "volatile_lru"],
        ...["volatile_random", "volatile_ttl"],
      ],
      persistence_mode: ["journal_snapshot", "snapshot", "off"],
      ...SETTINGS,
    },
  },
  RegistryCredential: {
    inputs: ["auth_token", "name", "registry", "username"],
    outputs: [],
    values: { registry: ["GITHUB", "GITLAB", "DOCKER", "AWS_ECR", "GOOGLE_ARTIFACT"] },
  },
  Webhook: { inputs: ["enabled", "name", "url", "event_filter"], outputs: ["secret"], values: {} },
  DedicatedIp: {
    inputs: ["name", "region", "description", "environment_ids"],
    outputs: ["created_at", "ips", "owner_id", "status", "updated_at"],
    values: { region: REGIONS },
  },
  LogStream: {
    inputs: ["preview", "endpoint", "token"],
    outputs: [],
    values: { preview: ["send", "drop"] },
  },
  MetricsStream: { inputs: ["metrics_provider", "token", "url"], outputs: [], values: {} },
  NotificationSetting: {
    inputs: ["email_enabled", "notifications_to_send", "preview_notifications_enabled"],
    outputs: ["slack_enabled"],
    values: { notifications_to_send: ["all", "failure", "none"] },
  },
};
