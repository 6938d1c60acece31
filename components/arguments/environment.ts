import { z } from "zod";
import { isTimeZone, type PromotionWindow, WEEKDAYS } from "../../domain/promotion-window";
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

const TIME = "expected a time of the day, such as 09:00";
const time = z.string(TIME).regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, TIME);

const window = mapping<PromotionWindow>({
  days: list(z.enum(WEEKDAYS, "expected a day of the week")),
  from: time,
  to: time,
  zone: z
    .string("expected a time zone, such as Europe/Berlin")
    .refine(isTimeZone, "expected a time zone, such as Europe/Berlin"),
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
