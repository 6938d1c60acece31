/** The kinds of services, by their `type` in a stack file. */
export type ServiceType = "web" | "private" | "worker" | "cron" | "static";
