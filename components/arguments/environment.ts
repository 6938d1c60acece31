import { z } from "zod";
import {
  isTimeZone,
  type PromotionWindow,
  TIME_OF_DAY,
  TIME_ZONE,
  WEEKDAYS,
} from "../../domain/promotion-window";
import type {
  DatabaseArgs,
  EnvironmentArgs,
  EnvironmentServiceArgs,
  UsedDatabaseArgs,
} from "../environment-types";
import type { PromotionArgs } from "../promotion";
import { connection, DATABASE, driver, placeOf } from "./database";
import {
  anyText,
  byName,
  either,
  input,
  isMapping,
  list,
  mapping,
  milliseconds,
  port,
  refuse,
  text,
} from "./kinds";
import { neededOf, SERVICE, texts } from "./service";
import { checks } from "./verification";

const usedDatabase = mapping<UsedDatabaseArgs>({
  database: text,
  driver: input(driver).optional(),
  driverSettings: texts.optional(),
  connection: input(connection).optional(),
});

const service = mapping<EnvironmentServiceArgs>(
  {
    ...SERVICE,
    driver: input(driver).optional(),
    database: text.optional(),
    databases: byName(
      either(usedDatabase, z.string("expected a database's name, or a mapping with `database`")),
    ).optional(),
    verify: checks.optional(),
  },
  neededOf,
);

const database = mapping<DatabaseArgs>(DATABASE, placeOf);

const time = z.string(TIME_OF_DAY.expected).regex(TIME_OF_DAY.form, TIME_OF_DAY.expected);

const window = mapping<PromotionWindow>({
  days: list(z.enum(WEEKDAYS, "expected a day of the week")),
  from: time,
  to: time,
  zone: z.string(TIME_ZONE).refine(isTimeZone, TIME_ZONE),
});

const promotion = mapping<PromotionArgs>({
  from: text,
  soak: milliseconds.optional(),
  windows: list(window).optional(),
  override: mapping({ revision: text, reason: text }).optional(),
});

export const environment = mapping<EnvironmentArgs>(
  {
    service: service.optional(),
    services: byName(service).optional(),
    database: database.optional(),
    databases: byName(database).optional(),
    verify: checks.optional(),
    environment: text.optional(),
    standardPort: input(port).optional(),
    otherEnvironments: list(text).optional(),
    promotion: promotion.optional(),
    addresses: byName(anyText).optional(),
  },
  ({ service: one, services: several }, issues) => {
    const none = several === undefined || (isMapping(several) && Object.keys(several).length === 0);
    if (one === undefined && none) refuse(issues, [], "expected `service` or `services`, got none", true);
  },
);
