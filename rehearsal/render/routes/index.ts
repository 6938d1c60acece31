import type { Hono } from "hono";
import type { World } from "../world";
import { deployRoutes } from "./deploys";
import { serviceRoutes } from "./services";
import { variableRoutes } from "./variables";

/** Every group of endpoints. */
export const ROUTES: readonly ((world: World) => Hono)[] = [serviceRoutes, variableRoutes, deployRoutes];
