import { judgedProgram, type Registered, SERVICE, WEB } from "./program";

/** What the pack says of one web service: names of mandatory policies that reject it, and the rules left undecided. */
export interface Judged {
  readonly rejected: readonly string[];
  readonly advised: readonly string[];
  readonly undecided: string;
}

/** Judges one web service as CrossGuard does; inside the component that declares port and driver, where `declared` is given. */
export function judged(
  props: Registered["props"],
  declared: Registered["props"] | undefined = { port: 8000, driver: "asyncpg", driverSettings: {} },
  config: object = {},
): Judged {
  const component = declared === undefined ? [] : [{ type: SERVICE, name: "api", props: declared }];
  const service = { type: WEB, name: "api-web", props, ...(declared !== undefined && { parent: "api" }) };
  return together(judgedProgram([...component, service], config));
}

/** What was said of all resources, as one. */
export function together(answers: ReadonlyMap<string, Judged>): Judged {
  const all = [...answers.values()];
  return {
    rejected: all.flatMap(({ rejected }) => rejected),
    advised: all.flatMap(({ advised }) => advised),
    undecided: all.map(({ undecided }) => undecided).join(""),
  };
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
