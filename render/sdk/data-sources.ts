import * as pulumi from "@pulumi/pulumi";
import type { BackgroundWorkerArgs } from "./background-worker";
import type { CronJobArgs } from "./cron-job";
import type { DedicatedIpArgs } from "./dedicated-ip";
import type { EnvGroupArgs } from "./env-group";
import type { EnvGroupLinkArgs } from "./env-group-link";
import type { EnvironmentArgs } from "./environment";
import type { KeyvalueArgs, KeyvalueConnection } from "./keyvalue";
import type { LogStreamArgs } from "./log-stream";
import type { MetricsStreamArgs } from "./metrics-stream";
import type { NotificationSettingArgs } from "./notification-setting";
import type { PostgresArgs, PostgresConnection } from "./postgres";
import type { PrivateServiceArgs } from "./private-service";
import type { ProjectArgs } from "./project";
import type { RegistryCredentialArgs } from "./registry-credential";
import type { StaticSiteArgs } from "./static-site";
import type { WebServiceArgs } from "./web-service";
import type { WebhookArgs } from "./webhook";

/** What names a thing that is there already. */
export interface ById {
  readonly id: pulumi.Input<string>;
}

/** What Render says of a thing: its inputs, as far as an import sees them, and more. */
type Found<Args, More = unknown> = pulumi.Output<pulumi.Unwrap<Args> & { readonly id: string } & More>;
type Options = pulumi.InvokeOutputOptions;
type Served = { readonly slug: string; readonly url: string };

const get = <Result>(kind: string, args: pulumi.Inputs, options?: Options): pulumi.Output<Result> =>
  pulumi.runtime.invokeOutput<Result>(`render:index/get${kind}:get${kind}`, args, options);

// By the names of the bridged official package. Its plain forms, `getWebService` and so on, are left out: what they
// promise is no output, and would hold secrets in plain sight.

export const getWebServiceOutput = (args: ById, options?: Options): Found<WebServiceArgs, Served> =>
  get("WebService", { ...args }, options);

export const getPrivateServiceOutput = (args: ById, options?: Options): Found<PrivateServiceArgs, Served> =>
  get("PrivateService", { ...args }, options);

export const getBackgroundWorkerOutput = (
  args: ById,
  options?: Options,
): Found<BackgroundWorkerArgs, { readonly slug: string }> => get("BackgroundWorker", { ...args }, options);

export const getCronJobOutput = (
  args: ById,
  options?: Options,
): Found<CronJobArgs, { readonly slug: string }> => get("CronJob", { ...args }, options);

export const getStaticSiteOutput = (args: ById, options?: Options): Found<StaticSiteArgs, Served> =>
  get("StaticSite", { ...args }, options);

export const getEnvGroupOutput = (args: ById, options?: Options): Found<EnvGroupArgs> =>
  get("EnvGroup", { ...args }, options);

export const getEnvGroupLinkOutput = (
  args: { readonly envGroupId: pulumi.Input<string> },
  options?: Options,
): Found<EnvGroupLinkArgs> => get("EnvGroupLink", { ...args }, options);

export const getProjectOutput = (args: ById, options?: Options): Found<ProjectArgs> =>
  get("Project", { ...args }, options);

/** The official package has none, as it has no such resource. */
export const getEnvironmentOutput = (args: ById, options?: Options): Found<EnvironmentArgs> =>
  get("Environment", { ...args }, options);

export const getPostgresOutput = (
  args: ById,
  options?: Options,
): Found<PostgresArgs, { readonly connectionInfo: PostgresConnection }> =>
  get("Postgres", { ...args }, options);

export const getKeyvalueOutput = (
  args: ById,
  options?: Options,
): Found<KeyvalueArgs, { readonly connectionInfo: KeyvalueConnection }> =>
  get("Keyvalue", { ...args }, options);

/** Without its token, which Render shows to no one. */
export const getRegistryCredentialOutput = (
  args: ById,
  options?: Options,
): Found<Omit<RegistryCredentialArgs, "authToken">> => get("RegistryCredential", { ...args }, options);

export const getWebhookOutput = (
  args: ById,
  options?: Options,
): Found<WebhookArgs, { readonly secret: string }> => get("Webhook", { ...args }, options);

export const getDedicatedIpOutput = (
  args: ById,
  options?: Options,
): Found<DedicatedIpArgs, { readonly ips: string[]; readonly status: string }> =>
  get("DedicatedIp", { ...args }, options);

/** The workspace's, without its token. */
export const getLogStreamOutput = (options?: Options): Found<Omit<LogStreamArgs, "token">> =>
  get("LogStream", {}, options);

/** The workspace's, without its token. */
export const getMetricsStreamOutput = (options?: Options): Found<Omit<MetricsStreamArgs, "token">> =>
  get("MetricsStream", {}, options);

/** The workspace's. */
export const getNotificationSettingOutput = (
  options?: Options,
): Found<NotificationSettingArgs, { readonly slackEnabled: boolean }> =>
  get("NotificationSetting", {}, options);
