import type { ResourceValidationPolicy } from "@pulumi/policy";
import { policies } from "../../../policy/policies";

const WEB = "render:index/webService:WebService";
const SERVICE = "portcullis:index:Service";
const COMPONENT = `urn:pulumi:production::acme::${SERVICE}::api`;

/** What the pack says of one web service: names of mandatory policies that reject it, and the rules left undecided. */
export interface Judged {
  readonly rejected: readonly string[];
  readonly advised: readonly string[];
  readonly undecided: string;
}

/** Judges one web service as CrossGuard does; inside the component that declares port and driver, where `declared` is given. */
export function judged(
  props: object,
  declared: object | undefined = { port: 8000, driver: "asyncpg", driverSettings: {} },
  config: object = {},
): Judged {
  const all = policies().filter((policy): policy is ResourceValidationPolicy => "validateResource" in policy);
  const rejected: string[] = [];
  const advised: string[] = [];
  let undecided = "";
  const resources = [
    ...(declared === undefined ? [] : [{ type: SERVICE, urn: COMPONENT, props: declared, opts: {} }]),
    {
      type: WEB,
      urn: `urn:pulumi:production::acme::${SERVICE}$${WEB}::api-web`,
      props,
      opts: declared === undefined ? {} : { parent: COMPONENT },
    },
  ];
  for (const resource of resources) {
    for (const policy of all) {
      const validate = policy.validateResource;
      if (typeof validate !== "function") continue;
      const report = (message: string): void => {
        if (policy.name === "undecided") undecided += `${message}\n`;
        else
          (policy.enforcementLevel === "mandatory" ? rejected : advised).push(`${policy.name}: ${message}`);
      };
      void validate({ ...resource, name: "api", getConfig: () => config } as never, report);
    }
  }
  return { rejected, advised, undecided };
}

export const SOUND_SERVICE = {
  name: "api",
  plan: "starter",
  region: "frankfurt",
  runtimeSource: {
    nativeRuntime: {
      repoUrl: "https://github.com/acme/api",
      branch: "main",
      runtime: "python",
      buildCommand: "true",
    },
  },
  startCommand: "uvicorn main:app --host 0.0.0.0 --port $PORT",
  healthCheckPath: "/health",
};

/** Variables as a web service takes them, with PORT beside. */
export function variables(values: Readonly<Record<string, string>>): object {
  return Object.fromEntries(
    Object.entries({ PORT: "8000", ...values }).map(([name, value]) => [name, { value }]),
  );
}
