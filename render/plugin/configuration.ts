import { DEFAULT_HOST, isSafeAddress, RETRY_POLICY, RenderClient } from "../../render-api";
import type { Problem } from "../fields";
import { isUnknown, type Properties } from "./property-values";

/** The provider's configuration, from `render:` keys or the variables that Render's own tools read. */
export interface Configuration {
  readonly host: string;
  readonly apiKey: string;
  readonly ownerId: string;
  readonly waitForDeployCompletion: boolean;
  readonly skipDeployAfterServiceUpdate: boolean;
  /** How long one request may take, in milliseconds. */
  readonly requestTimeout: number;
}

/** Every missing value at once; a preview needs none of them, so this is asked when Render is first called. */
export class ConfigurationMissingError extends Error {
  override readonly name = "ConfigurationMissingError";
}

/** Reads the configuration; what is missing is an empty text. Config wins over the environment. */
export function readConfiguration(given: Properties, environment: NodeJS.ProcessEnv): Configuration {
  const text = (key: string, variable: string): string => String(given[key] ?? environment[variable] ?? "");
  const flag = (key: string, variable: string): boolean => text(key, variable) === "true";
  return {
    host: text("host", "RENDER_HOST") || DEFAULT_HOST,
    apiKey: text("apiKey", "RENDER_API_KEY"),
    ownerId: text("ownerId", "RENDER_OWNER_ID"),
    waitForDeployCompletion: flag("waitForDeployCompletion", "RENDER_WAIT_FOR_DEPLOY_COMPLETION"),
    skipDeployAfterServiceUpdate: flag(
      "skipDeployAfterServiceUpdate",
      "RENDER_SKIP_DEPLOY_AFTER_SERVICE_UPDATE",
    ),
    requestTimeout:
      Number(text("requestTimeout", "RENDER_REQUEST_TIMEOUT")) * 1_000 || RETRY_POLICY.attemptTimeout,
  };
}

const SETTINGS = [
  "apiKey",
  "ownerId",
  "host",
  "waitForDeployCompletion",
  "skipDeployAfterServiceUpdate",
  "requestTimeout",
];
const ENGINE_SETTINGS = new Set(["version", "pluginDownloadURL", "__internal"]);

/** Everything that is wrong with what was given; what is absent may still come from a variable. */
export function configurationProblems(given: Properties): Problem[] {
  return Object.entries(given).flatMap(([property, value]): Problem[] => {
    if (isUnknown(value) || ENGINE_SETTINGS.has(property)) return [];
    if (!SETTINGS.includes(property)) {
      return [{ property, reason: `there is no such setting. Expected one of ${SETTINGS.join(", ")}.` }];
    }
    const text = String(value);
    if (property === "host" && !isSafeAddress(text)) {
      const reason = `expected an address with https, to which the key may be sent, such as ${DEFAULT_HOST}, got \`${text}\`.`;
      return [{ property, reason }];
    }
    const isFlag = property === "waitForDeployCompletion" || property === "skipDeployAfterServiceUpdate";
    if (isFlag && !/^(true|false)$/.test(text)) {
      return [{ property, reason: `expected true or false, got \`${text}\`.` }];
    }
    if (property === "requestTimeout" && !(Number(text) > 0 && Number(text) <= 600)) {
      return [{ property, reason: `expected seconds, more than 0 and at most 600, got \`${text}\`.` }];
    }
    return [];
  });
}

/** @throws ConfigurationMissingError naming what is missing and what to type. */
export function clientOf(configuration: Configuration, onPause: (message: string) => void): RenderClient {
  const missing = [
    ...(configuration.apiKey === ""
      ? ["the API key: `pulumi config set --secret render:apiKey`, or RENDER_API_KEY"]
      : []),
    ...(configuration.ownerId === ""
      ? ["the workspace: `pulumi config set render:ownerId tea-…`, or RENDER_OWNER_ID"]
      : []),
  ];
  if (missing.length > 0) throw new ConfigurationMissingError(`Render needs ${missing.join("; and ")}.`);
  const { host, apiKey, requestTimeout: attemptTimeout } = configuration;
  return new RenderClient({ host, apiKey, onPause, retry: { ...RETRY_POLICY, attemptTimeout } });
}
