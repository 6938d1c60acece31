import type { Command } from "commander";

/** Each command is loaded when it is typed: an audit loads nothing of the deployment. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  rehearse: async () => (await import("./rehearse/command")).rehearseCommand(),
  review: async () => (await import("./review/command")).reviewCommand(),
  audit: async () => (await import("./audit/command")).auditCommand(),
  adopt: async () => (await import("./adopt/command")).adoptCommand(),
  rules: async () => (await import("./rules/command")).rulesCommand(),
  fracas: async () => (await import("./fracas/command")).fracasCommand(),
  diagnose: async () => (await import("./diagnose/command")).diagnoseCommand(),
  watch: async () => (await import("./watch/command")).watchCommand(),
  connect: async () => (await import("./connect/command")).connectCommand(),
  promote: async () => (await import("./promote/command")).promoteCommand(),
  "preview-environment": async () =>
    (await import("./preview-environment/command")).previewEnvironmentCommand(),
  drift: async () => (await import("./drift/command")).driftCommand(),
  monitor: async () => (await import("./monitor/command")).monitorCommand(),
  engine: async () => (await import("./engine")).engineCommand(),
};
