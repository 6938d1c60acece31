import { unknown } from "../../domain";
import type { Repository } from "../reader";
import { settingsGiveAddresses } from "../readers/dockerfile/aspnet";
import type { EnvironmentFacts } from "./environments";

/** Of the host's configuration, which that of the application replaces (learn.microsoft.com/aspnet/core/fundamentals/configuration). */
const OF_HOST = /^(?:ASPNETCORE|DOTNET)_(?:URLS|HTTP_PORTS)$/;

/** The facts with addresses that the settings of a .NET program take the place of as ones that are not known. */
export function withoutOverridden(one: EnvironmentFacts, repository: Repository): EnvironmentFacts {
  const isOverridden = one.facts.some((fact) => fact.kind === "variable" && OF_HOST.test(fact.name));
  if (!isOverridden || !settingsGiveAddresses(repository)) return one;
  const value = unknown<string>("addresses of the program's settings win over it");
  return {
    ...one,
    facts: one.facts.map((fact) =>
      fact.kind === "variable" && OF_HOST.test(fact.name) ? { ...fact, value } : fact,
    ),
  };
}
