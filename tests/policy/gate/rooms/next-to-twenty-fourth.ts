import type { ExplainedCase } from "../nineteenth-form";
import { having, SITE } from "./orchard";

const publishes = (why: string, publishPath: string): ExplainedCase => having(why, { publishPath }, SITE);
const rule = "service/publish-path";

/** Siblings of what the twenty-fourth batch found: in the first run of none anything was said, and no sound one rejected. */
export const NEXT_TO_TWENTY_FOURTH: readonly ExplainedCase[] = [
  { rule, ...publishes("no folder has the name of a command", "npm run build") },
  { rule, ...publishes("no folder has the name of a command", "yarn build") },
  { rule, ...publishes("no folder has the name of a command", "npx vite build") },
];

export const SOUND_NEXT_TO_TWENTY_FOURTH: readonly ExplainedCase[] = [
  publishes("a folder", "dist"),
  publishes("a folder of a workspace", "apps/npm-pages/dist"),
  publishes("a folder with a blank in its name", "my pages/dist"),
  publishes("a folder that is called as a tool is", "vite"),
];
