import type { Hono } from "hono";
import type { ApiContext } from "../context";
import { emptyListRoutes } from "./absent";
import { cronRunRoutes } from "./cron-runs";
import { customDomainRoutes } from "./custom-domains";
import { databaseRoutes } from "./databases";
import { dedicatedIpRoutes } from "./dedicated-ips";
import { deployRoutes } from "./deploys";
import { diskRoutes } from "./disks";
import { envGroupEntryRoutes } from "./env-group-entries";
import { envGroupRoutes } from "./env-groups";
import { environmentRoutes } from "./environments";
import { eventRoutes } from "./events";
import { keyValueRoutes } from "./key-values";
import { lifecycleRoutes } from "./lifecycle";
import { logStreamRoutes } from "./log-streams";
import { logRoutes } from "./logs";
import { metricRoutes } from "./metrics";
import { notificationRoutes } from "./notifications";
import { ownerRoutes } from "./owners";
import { projectRoutes } from "./projects";
import { registryCredentialRoutes } from "./registry-credentials";
import { scalingRoutes } from "./scaling";
import { serviceRoutes } from "./services";
import { siteRuleRoutes } from "./site-rules";
import { variableRoutes } from "./variables";
import { webhookRoutes } from "./webhooks";
import { workspaceSettingRoutes } from "./workspace-settings";

/** Every group of endpoints. */
export const ROUTES: readonly ((context: ApiContext) => Hono)[] = [
  serviceRoutes,
  variableRoutes,
  deployRoutes,
  lifecycleRoutes,
  scalingRoutes,
  cronRunRoutes,
  siteRuleRoutes,
  customDomainRoutes,
  eventRoutes,
  diskRoutes,
  envGroupRoutes,
  envGroupEntryRoutes,
  projectRoutes,
  environmentRoutes,
  databaseRoutes,
  keyValueRoutes,
  registryCredentialRoutes,
  notificationRoutes,
  logRoutes,
  logStreamRoutes,
  metricRoutes,
  ownerRoutes,
  webhookRoutes,
  dedicatedIpRoutes,
  workspaceSettingRoutes,
  emptyListRoutes,
];
