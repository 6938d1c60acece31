import { type BrokenProgram, envGroup, envGroupLink, type ProgramCase, values } from "../eighteenth-form";
import { python } from "../twentieth-form";
import { LIMITS, UNICORN } from "./posted-programs-form";

const linked = (group: Readonly<Record<string, unknown>>) => ({
  shared: envGroup({ name: "knot-shared", ...group }),
  api: python("knot-api", UNICORN, { LOG_LEVEL: "info" }),
  link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}"] }),
});
const broken = (name: string, group: Readonly<Record<string, unknown>>): BrokenProgram => ({
  name,
  rules: [LIMITS],
  at: ["shared", "envVars"],
  why: "Render may refuse a group without a variable.",
  source: "Render's API: create an environment group (docs/facts/render.md#r10)",
  resources: linked(group),
});
const sound = (name: string, why: string, group: Readonly<Record<string, unknown>>): ProgramCase => ({
  name,
  why,
  source: "its neighbour",
  resources: linked(group),
});

/** Env groups without anything in them: in the first run nothing was said of the 3, and none of 4 sound ones was rejected. */
export const EMPTY_GROUPS_BROKEN: readonly BrokenProgram[] = [
  broken("knot-group-of-no-variables", { envVars: {} }),
  broken("knot-group-without-variables", {}),
  broken("knot-group-of-no-variables-and-no-files", { envVars: {}, secretFiles: {} }),
];

export const EMPTY_GROUPS_SOUND: readonly ProgramCase[] = [
  sound("knot-sound-group-of-a-file", "Whether files alone are enough is not known.", {
    secretFiles: { "settings.json": { content: '{"level":"info"}' } },
  }),
  sound("knot-sound-group-of-a-drawn-value", "Render draws it.", {
    envVars: { SESSION_SECRET: { generateValue: true } },
  }),
  sound("knot-sound-group-of-one", "One is enough.", { envVars: values({ REGION_NAME: "north" }) }),
  sound("knot-sound-group-of-what-follows", "Its value is another resource's.", {
    envVars: { API_ID: { value: "${api.id}" } },
  }),
];
