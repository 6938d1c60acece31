import { developerServer } from "./developer-servers";
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
  /^(?:sirv(?:-cli)?|http-server)(?: |$)/,
  // docs.python.org/3/library/http.server; php.net/manual/features.commandline.webserver
  /^python[\d.]* -m http\.server(?: |$)/,
  /^php -S /,
  // Tools of hosts, which rehearse them: docs.netlify.com, vercel.com/docs/cli, developers.cloudflare.com, firebase.google.com
  /^(?:netlify|vercel|wrangler|firebase) (?:pages )?(?:dev|serve|emulators:start)(?: |$)/,
];

/** github.com/typicode/json-server: an API that is made up of a file. */
const MADE_UP = /^json-server(?: |$)/;

/** A developer's server of any kind, as the last of a text's commands starts it, by its name. */
export function serverBesideHost(text: string): string | undefined {
  const words = toolOf(simpleCommands(text).at(-1)?.words ?? []);
  return MADE_UP.test(words.join(" ")) ? words[0] : developerServer(words)?.name;
}

/** The server of a site's developer that the last of a text's commands starts, by its name; undefined of any other. */
export function siteServer(text: string): string | undefined {
  const words = toolOf(simpleCommands(text).at(-1)?.words ?? []);
  const written = words.join(" ");
  return SHOWS.some((runs) => runs.test(written)) ? words[0] : undefined;
}
