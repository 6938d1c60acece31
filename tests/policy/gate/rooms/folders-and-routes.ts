import type { ExplainedCase } from "../nineteenth-form";
import { having, SITE } from "./orchard";

const PUBLISH = "service/publish-path";
const VITE = "npm ci && npx vite build";
const publishes = (why: string, publishPath: string, buildCommand = VITE): ExplainedCase =>
  having(why, { buildCommand, publishPath }, SITE);
const broken = (why: string, publishPath: string, buildCommand = VITE): ExplainedCase => ({
  rule: PUBLISH,
  ...publishes(why, publishPath, buildCommand),
});
const routed = (why: string, route: object): ExplainedCase =>
  having(why, { buildCommand: VITE, publishPath: "dist", routes: [route] }, SITE);

/** Folders and routes of static sites, as they are mistyped. In the first run nothing was said of any of these. */
export const FOLDERS_AND_ROUTES_BROKEN: readonly ExplainedCase[] = [
  broken("a page in the place of its folder", "dist/index.html"),
  broken("the page alone", "index.html"),
  broken("a pattern of files", "dist/*"),
  broken("a path of Windows", "client\\build"),
  broken("the site's own address", "https://orchard.coop"),
  broken("two commands", "cd dist && ls"),
  broken("the sources in place of what Vite writes", "src"),
  broken("the root, where Vite's pages are not", "."),
  broken("the scripts of the pages", "dist/assets"),
  broken("the folder of a host's own tool", ".netlify"),
  {
    rule: "plan/limits",
    ...routed("Render has no type of that name", {
      type: "proxy",
      source: "/api/*",
      destination: "https://api.orchard.coop/*",
    }),
  },
  {
    rule: "plan/limits",
    ...routed("the status is no type", { type: "301", source: "/a", destination: "/b" }),
  },
];

export const FOLDERS_AND_ROUTES_SOUND: readonly ExplainedCase[] = [
  publishes("a folder with a dot in its name", "index.html.d/site", "make site"),
  publishes("a folder with a slash behind it", "./dist/"),
  publishes("the root, where nothing builds", ".", ""),
  publishes("sources that are pages", "src", "npm ci"),
  publishes("the settings may name the folder", "web", VITE),
  routed("a rewrite to another address", {
    type: "rewrite",
    source: "/api/*",
    destination: "https://api.orchard.coop/*",
  }),
  routed("a redirect to a page", { type: "redirect", source: "/old", destination: "/new" }),
  routed("a placeholder in both", { type: "redirect", source: "/posts/:slug", destination: "/blog/:slug" }),
];
