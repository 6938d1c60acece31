import { isDeepStrictEqual } from "node:util";
import type { ServiceDatabase } from "../../config/service-database";
import type { StackConfiguration } from "../../config/stack";
import { DATABASE_VARIABLE } from "../../domain/database-variable";

/** How a service reads a database: a URL is written for a driver. */
export interface Reading extends Partial<Pick<ServiceDatabase, "driver" | "driverSettings" | "connection">> {
  readonly variable?: string;
}

/** Each way in which the stack's services read a database, once; of one that none reads, without a driver. */
export function readingsOf({ services }: StackConfiguration, database: string): readonly Reading[] {
  const all = services.flatMap((service) =>
    service.type === "static" ? [] : Object.entries(service.databases),
  );
  const own = all.flatMap(([variable, { database: of, ...reading }]) =>
    of === database ? [{ variable, ...reading }] : [],
  );
  const distinct = own.filter(
    ({ variable: _, ...reading }, index) =>
      own.findIndex(({ variable: __, ...other }) => isDeepStrictEqual(other, reading)) === index,
  );
  // The database's own connection before one by a mode of a variable's.
  const inOrder = distinct.toSorted(
    (one, other) => Number(one.connection !== undefined) - Number(other.connection !== undefined),
  );
  // Services of one connection and two drivers are asked once: the first decides.
  const [first = {}, ...others] = inOrder;
  return [
    first,
    ...others.filter(({ variable, connection }) => connection !== undefined || isNamed(variable)),
  ];
}

const isNamed = (variable: string): boolean => variable !== DATABASE_VARIABLE;
