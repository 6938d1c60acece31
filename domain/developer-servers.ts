import { rememberedOfWords } from "./remembered";
import { toolOf } from "./start-command/wrappers";

/** A server that a framework has for developers, and what is started in its place. */
interface DeveloperServer {
  readonly runs: RegExp;
  readonly instead: string;
  /** Whether it is a script that is known by its name alone. */
  readonly byName?: true;
}

type Found = Omit<DeveloperServer, "runs"> & { readonly name: string };

const BUILT = "the server of the built application";

/** Each from its own documentation, which says that it is for development. */
const SERVERS: readonly DeveloperServer[] = [
  // nextjs.org/docs/app/api-reference/cli/next; nuxt.com/docs/api/commands/dev
  { runs: /^next dev(?: |$)/, instead: "`next start`, after `next build`" },
  { runs: /^(?:nuxt|nuxi) dev(?: |$)/, instead: "`node .output/server/index.mjs`, after `nuxt build`" },
  { runs: /^(?:astro|vinxi|solid-start|sv|keystone|waku) dev(?: |$)/, instead: BUILT },
  { runs: /^(?:remix|react-router) (?:vite:)?dev(?: |$)/, instead: BUILT },
  // vite.dev/guide/cli
  { runs: /^vite(?: (?:dev|serve)(?: |$)| -|$)/, instead: "the built pages as a static site" },
  { runs: /^(?:ng|vue-cli-service) (?:serve|s|dev)(?: |$)/, instead: "the built pages as a static site" },
  { runs: /^(?:react-scripts start|gatsby develop)(?: |$)/, instead: "the built pages as a static site" },
  { runs: /^(?:strapi|medusa) develop(?: |$)/, instead: "`start`, after `build`" },
  // github.com/remy/nodemon; tsx.is/watch-mode; nodejs.org/api/cli.html#--watch; docs.nestjs.com/cli/usages
  { runs: /^(?:nodemon|ts-node-dev|tsnd)(?: |$)/, instead: "`node` and the built file" },
  { runs: /^tsx watch /, instead: "the file without `watch`" },
  {
    runs: /^(?:node|bun|deno)(?: run)?(?: -\S+)* --(?:watch|hot)(?:[= ]|$)/,
    instead: "the file without the option",
  },
  { runs: /^nest start (?:.* )?(?:--watch|-w)(?: |$)/, instead: "`node dist/main`" },
  // docs.djangoproject.com/en/stable/ref/django-admin/#runserver; fastapi.tiangolo.com/fastapi-cli
  { runs: /^(?:\S*python[\d.]* )?(?:\.\/)?manage\.py runserver(?:_plus)?(?: |$)/, instead: "gunicorn" },
  { runs: /^django-admin runserver(?: |$)/, instead: "gunicorn" },
  { runs: /^fastapi dev(?: |$)/, instead: "`fastapi run`" },
  // learn.microsoft.com/dotnet/core/tools/dotnet-watch; github.com/air-verse/air; github.com/watchexec/cargo-watch
  { runs: /^dotnet watch(?: |$)/, instead: "`dotnet` and the published file" },
  { runs: /^(?:air|reflex|cargo watch|cargo-watch)(?: -|$)/, instead: "the built program" },
  {
    runs: /^(?:npm|pnpm|yarn|bun)(?: run)? (?:start:)?dev(?::\S+)?(?: |$)/,
    instead: "the script of the built application",
    byName: true,
  },
];

/** A command that starts a server for developers, with what is started in its place; undefined of any other. */
export const developerServer = rememberedOfWords((words): Found | undefined => {
  const written = words.join(" ");
  const texts = [written, toolOf(words).join(" ")];
  for (const { runs, ...server } of SERVERS) {
    const found = texts.map((text) => runs.exec(text)?.[0].trim().replace(/ -$/, "")).find(Boolean);
    if (found !== undefined) return { name: found, ...server };
  }
  return undefined;
});
