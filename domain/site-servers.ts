import { simpleCommands } from "./start-command/shell";
import { toolOf } from "./start-command/wrappers";

/**
 * Servers that show a site's pages to their developer, as they are written or as they are built. What a site's host
 * publishes is the folder that the build writes, and none of these is started there; each tool's own documentation names
 * them for development or for a look at the result.
 */
const SHOWS: readonly RegExp[] = [
  /^vite(?: (?:dev|serve|preview)(?: |$)| -|$)/,
  /^(?:astro|rsbuild|rspack|vitepress|vuepress|storybook|snowpack|slidev|quasar) (?:dev|serve|server|start|preview)(?: |$)/,
  /^(?:docusaurus|gatsby) (?:start|serve|develop)(?: |$)/,
  /^(?:ng|vue-cli-service|ionic) (?:serve|s|dev)(?: |$)/,
  /^(?:react-scripts|craco) start(?: |$)/,
  /^(?:webpack(?: \S+)* (?:serve|server|s)|webpack-dev-server|parcel(?! build)|live-server|lite-server)(?: |$)/,
  /^(?:hugo|hexo|jekyll|mkdocs|eleventy) (?:server|serve|s|--serve)(?: |$)/,
  /^sirv(?:-cli)?(?: |$)/,
];

/** The server of a site's developer that the last of a text's commands starts, by its name; undefined of any other. */
export function siteServer(text: string): string | undefined {
  const words = toolOf(simpleCommands(text).at(-1)?.words ?? []);
  const written = words.join(" ");
  return SHOWS.some((runs) => runs.test(written)) ? words[0] : undefined;
}
