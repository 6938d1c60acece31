/**
 * The registered database providers, one folder each: their addresses, modes, limits, and the rules that are their own.
 */
import type { DatabaseProvider } from "../domain/database-provider";
import type { Knowledge } from "../domain/rule";
import type { RegisteredDatabaseProvider } from "./database-provider";
import { POSTGRESQL } from "./postgresql";
import { SUPABASE } from "./supabase";

export type { RegisteredDatabaseProvider } from "./database-provider";
export * from "./supabase/endpoints";

/** A provider is added by its folder and one entry here. The first that recognises a host has it. */
export const DATABASES: readonly RegisteredDatabaseProvider[] = [SUPABASE, POSTGRESQL];

/** The provider that a host is of. */
export function providerOf(
  host: string,
  { databases = DATABASES }: Pick<Knowledge, "databases"> = {},
): DatabaseProvider {
  return databases.find(({ recognises }) => recognises(host)) ?? POSTGRESQL;
}

/** The project that an HTTP address of any provider names, such as its API's. */
export function projectOfApi(
  host: string,
  { databases = DATABASES }: Pick<Knowledge, "databases"> = {},
): string | undefined {
  return databases.map((provider) => provider.projectOfApi?.(host)).find((project) => project !== undefined);
}
