import { type Fact, known, type Place, type ServiceType } from "../../domain";
import type { VariableLookup } from "../../domain/start-command/listener";
import { variableOf } from "../../domain/variables";
import { askedAddressFacts } from "./asked-addresses";
import { commandDatabaseFacts } from "./command-databases";
import { imageCommandFacts } from "./image-command";
import { serviceInputFacts } from "./inputs";
import { partsOfService, platformFact } from "./platform";
import { property } from "./read-property";
import type { ReadResource } from "./resource";
import { serverSettingsFacts } from "./server-settings";
import { inPlaceOf, propertiesOfCommand } from "./spring-properties";
import { variableFacts } from "./variables";

/** The kinds of services at Render, by the types of their resources. */
export const SERVICE_TYPES: Readonly<Record<string, ServiceType>> = {
  "render:index/webService:WebService": "web",
  "render:index/privateService:PrivateService": "private",
  "render:index/backgroundWorker:BackgroundWorker": "worker",
  "render:index/cronJob:CronJob": "cron",
  "render:index/staticSite:StaticSite": "static",
};

/** What a service on Render states: its kind and platform, start command, variables, and a web service's health check. */
export function renderServiceFacts(args: ReadResource): readonly Fact[] {
  const { urn, props } = args;
  const type = SERVICE_TYPES[args.type] ?? "web";
  const at = (name: string): Place => ({ source: "resource", urn, property: name });
  const command = property(() => props.startCommand as unknown);
  const facts: Fact[] = [
    platformFact(args, type),
    ...partsOfService(args),
    ...originFacts(args),
    ...serviceInputFacts(args),
  ];
  if (type === "web") {
    const path = property(() => props.healthCheckPath as string | undefined);
    facts.push({ kind: "health-check", place: at("healthCheckPath"), path });
  }
  const variables = variableFacts(args);
  const look = (name: string) => variableOf(variables, {}, name);
  const properties =
    command.known && typeof command.value === "string"
      ? propertiesOfCommand(command.value, at("startCommand"), look)
      : [];
  facts.push(...inPlaceOf(variables, properties), ...platformCommandFacts(args, look));
  if (!command.known) facts.push({ kind: "start-command", place: at("startCommand"), command });
  else if (typeof command.value === "string" && command.value !== "") {
    facts.push({
      kind: "start-command",
      place: at("startCommand"),
      command: known(command.value),
    });
    facts.push(...commandDatabaseFacts(command.value, at("startCommand"), look));
    facts.push(...askedAddressFacts(command.value, at("startCommand")));
    facts.push(...serverSettingsFacts(command.value, args));
  } else if (type !== "static") facts.push(...imageCommandFacts(args));
  return facts;
}

/** What builds the service, and what runs before each deploy, with the databases that the latter sets by itself. */
function platformCommandFacts({ urn, props }: ReadResource, look: VariableLookup): readonly Fact[] {
  const COMMANDS = [
    ["build command", "buildCommand", () => props.buildCommand],
    ["build command", "runtimeSource", () => props.runtimeSource?.nativeRuntime?.buildCommand],
    ["pre-deploy command", "preDeployCommand", () => props.preDeployCommand],
  ] as const;
  return COMMANDS.flatMap(([by, name, read]): readonly Fact[] => {
    const command = property(() => read() as unknown);
    const place: Place = { source: "resource", urn, property: name };
    if (!command.known) return [{ kind: "platform-command", place, by, command }];
    const text = command.value;
    if (typeof text !== "string" || text.trim() === "") return [];
    const stated: Fact = { kind: "platform-command", place, by, command: known(text) };
    return by === "build command" ? [stated] : [stated, ...commandDatabaseFacts(text, place, look)];
  });
}

/** Tag and digest of an image, where they are known. */
function versionOf(props: ReadResource["props"]): { readonly tag?: string; readonly digest?: string } {
  const given = property(() => {
    const { tag, digest } = props.runtimeSource.image;
    return Object.entries({ tag, digest }).filter(([, text]) => typeof text === "string");
  });
  return given.known ? Object.fromEntries(given.value) : {};
}

/** The repository that the service is built from, or its image. A site has its repository beside its other inputs. */
function originFacts({ urn, props }: ReadResource): readonly Fact[] {
  const ORIGINS = [
    ["repository", "repoUrl", "branch", () => props],
    ["repository", "runtimeSource", "runtimeSource", () => props.runtimeSource?.nativeRuntime],
    ["repository", "runtimeSource", "runtimeSource", () => props.runtimeSource?.docker],
    ["image", "runtimeSource", "runtimeSource", () => props.runtimeSource?.image],
  ] as const;
  return ORIGINS.flatMap(([of, name, branchAt, read]): Fact[] => {
    const url = property(() => read()?.[of === "image" ? "imageUrl" : "repoUrl"] as unknown);
    const at = (input: string) => ({ source: "resource", urn, property: input }) as const;
    const place = at(name);
    if (!url.known) return [{ kind: "origin", of, place, url }];
    if (typeof url.value !== "string") return [];
    const branch = property(() => read()?.branch as unknown);
    const named = of === "repository" && branch.known && typeof branch.value === "string";
    return [
      {
        kind: "origin",
        of,
        place,
        url: known(url.value),
        ...(named && { branch: { name: String(branch.value), place: at(branchAt) } }),
        ...(of === "image" && versionOf(props)),
      },
    ];
  });
}
