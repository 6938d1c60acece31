import type { Hono } from "hono";
import type { ApiContext } from "../context";
import { emptyListRoutes } from "./absent";
import { cronRunRoutes } from "./cron-runs";
import { customDomainRoutes } from "./custom-domains";
import { deployRoutes } from "./deploys";
import { diskRoutes } from "./disks";
import { envGroupEntryRoutes } from "./env-group-entries";
import { envGroupRoutes } from "./env-groups";
import { environmentRoutes } from "./environments";
import { eventRoutes } from "./events";
import { lifecycleRoutes } from "./lifecycle";
import { logStreamRoutes } from "./log-streams";
import { logRoutes } from "./logs";
import { notificationRoutes } from "./notifications";
import { ownerRoutes } from "./owners";
import { projectRoutes } from "./projects";
import { scalingRoutes } from "./scaling";
import { serviceRoutes } from "./services";
import { siteRuleRoutes } from "./site-rules";
import { variableRoutes } from "./variables";

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
  notificationRoutes,
  logRoutes,
  logStreamRoutes,
  ownerRoutes,
  emptyListRoutes,
];
