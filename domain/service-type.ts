/**
 * The kinds of services: `web`, which the public asks; `private`, which other services of the account ask; `worker`,
 * which goes on running and listens on nothing; `cron`, a command by a schedule; `static`, built pages.
 */
export type ServiceType = "web" | "private" | "worker" | "cron" | "static";
