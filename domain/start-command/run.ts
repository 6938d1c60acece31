import { leavesInBackground } from "./detached";
import { endsByDesign, isWorker } from "./workers";
import { toolOf } from "./wrappers";

/** What a command that starts no known server does, as far as its words say. */
export type Run = "ends" | "works" | "waits" | "unknown";

/** Programs of a shell and of its machine that do their work and end; the shell goes on with what follows them. */
const OF_SHELL =
  /^(?:true|false|:|echo|printf|cd|set|export|unset|test|\[|\[\[|sleep|mkdir|chmod|cp|mv|rm|ls|cat|pwd|ulimit|umask|trap|return|exit|which|tee|grep|nc|!|date|disown|bg|kill|touch|declare|typeset|readonly|read|hostname|tail|head|sed|awk|sort|uniq|wc|find|xargs|curl|wget|tar|unzip|gunzip|gzip|ln|git|psql|pg_isready|pg_dump|openssl|base64|jq|install|basename|dirname|whoami|id|uname|env|printenv|nslookup|dig|ping)(?: |$)/;

/** The same of tools that a project brings. */
const ENDING: readonly RegExp[] = [
  /^(?:\S*\/)?(?:alembic|flyway|dbmate|knex|sequelize|drizzle-kit)(?: |$)/,
  /^(?:npx )?prisma (?:migrate|db|generate)\b/,
  /^(?:\S*python[\d.]* )?(?:\.\/)?manage\.py (?:migrate|makemigrations|collectstatic|check|clearsessions|createcachetable|createsuperuser|compilemessages|loaddata|dumpdata|flush|test)\b/,
  /^flask (?:--app \S+ )?(?:db|routes)\b/,
  /^(?:npm|pnpm|yarn|bun)(?: run)? (?:build|ci|install|i|migrate\S*|lint|test)(?:$|[ :])/,
  /^(?:\S*python[\d.]* -m )?(?:pip3?|poetry|uv|pipenv|bundle) (?:install|sync)\b/,
  /^(?:npx )?(?:(?:next|vite|nuxt|astro|remix|ng|gatsby) build|tsc|webpack)(?: |$)/,
  /^(?:go|cargo|mix|gradle|\.\/gradlew|mvn|\.\/mvnw|dotnet)(?: -\S+)* (?:build|compile|package|install|publish|restore|assemble|bootJar)(?: |$)/,
  // An interpreter or a tool alone: the first ends with its empty input, the other with its usage.
  /^(?:node|nodejs|python[\d.]*|ruby|irb|php|npm(?: run(?:-script)?)?|pnpm(?: run)?|yarn|flask|celery|rq|dramatiq|arq|dotnet|cargo|go|bundle(?: exec)?|rails(?: (?:routes|console|c))?|(?:php )?artisan(?: (?:tinker|list))?|celery (?:-A|--app)[ =]\S+)$/,
  // Tasks of frameworks, each from its own list of commands.
  /^(?:\S*\/)?(?:rails|rake) (?:db|assets|tmp|log|cache|active_storage):\S+/,
  /^(?:php )?(?:\.\/)?artisan (?:migrate|db:|config:|route:|view:|event:|cache:|optimize|storage:link|key:generate)/,
  /^(?:php )?(?:\.\/)?bin\/console (?:doctrine:|cache:|assets:)/,
  /^mix (?:ecto\.|deps\.|assets\.|phx\.(?:digest|gen)|release(?: |$))/,
  /^(?:\S*\/)?bin\/\S+ eval /,
  /^(?:npx |node )?(?:typeorm(?:-ts-node-\w+)?|mikro-orm|sequelize-cli|ace) (?:migration|db|schema)\S*/,
  /^(?:npx )?(?:node-pg-migrate|db-migrate|umzug) /,
  // A workspace's builds: turborepo.com/docs/reference/run, nx.dev/reference/nx-commands, lerna.js.org, and each manager's own.
  /^(?:turbo(?: run)? build(?= --|$)(?!.* (?:start|serve|dev|watch)\b)|nx (?:build|run-many (?:.* )?(?:-t|--target|--targets)[= ]build)(?: |$)|nx run \S+:build(?::[\w-]+)?(?: |$)|lerna run build(?: |$))/,
  /^(?:pnpm (?:-r|--recursive|(?:--filter|-F|-C|--dir)[= ]\S+)|yarn (?:workspace|--cwd) \S+|npm (?:-w|--workspace|--prefix|-C)[= ]\S+|bun --filter[= ]\S+)(?: run)? build(?: |$)/,
  /^(?:\S*\/)?(?:goose|migrate|atlas|sqlx|diesel|liquibase|aerich|yoyo|refinery|tern|sqitch) (?:-\S+ \S+ )*(?:\S+ )?(?:up|apply|run|update|upgrade|deploy|migrate)(?: |$)/,
  /^dotnet ef /,
  /^supabase (?:db|migration) /,
  // hexdocs.pm/mix/Mix.Tasks.Run: without --no-halt it ends once the applications have started; a script may stay.
  /^mix run(?: --no-(?:start|compile|deps-check|archives-check|warnings-as-errors))*$/,
];

/** The same tools where a word of theirs says that they watch, serve or listen: they go on, and may open a port. */
const STAYS: readonly RegExp[] = [
  // webpack.js.org/api/cli, orm.drizzle.team/kit-docs/commands
  /^(?:npx )?(?:webpack (?:.* )?(?:serve|server|s|watch|w)|drizzle-kit studio)(?: |$)/,
  /^(?:npx )?(?:tsc|webpack|(?:vite|ng|next|astro|nuxt) build) (?:.* )?(?:--watch|-w)(?:[= ]|$)/,
  /^(?:npm|pnpm|yarn|bun)(?: run)? \S+:(?:serve\w*|start|watch|dev)(?: |$)/,
  // nx.dev: passed on to the executor; turborepo.com/docs/reference/watch
  /^(?:(?:nx|turbo|lerna|npm|pnpm|yarn|bun) (?:.* )?--watch(?:[= ]|$)|turbo watch(?: |$))/,
  // Several targets, of which one may serve.
  /^(?:nx run-many|turbo run|turbo) (?:.* )?(?:serve|start|dev|preview)\b/,
  // docs.gradle.org: continuous build
  /^(?:gradle|\.\/gradlew) (?:.* )?(?:--continuous|-t)(?: |$)/,
  /^(?:nc (?:.* )?-\w*l|openssl s_server(?: |$))/,
];

/** Programs of a shell that start the command behind them. */
const PASSES_ON = /^(?:env|!|xargs|find|trap)(?: |$)/;

/**
 * Whether a command begins with a program that does its work and ends: what is behind it are its own words, and start
 * nothing, be they the name of a folder or of a server.
 */
export function endsAlone(words: readonly string[]): boolean {
  const text = words.join(" ");
  const tool = toolOf(words).join(" ");
  if (PASSES_ON.test(text) || STAYS.some((form) => form.test(text) || form.test(tool))) return false;
  return (
    OF_SHELL.test(text) ||
    /^(?:\.|source) /.test(text) ||
    ENDING.some((form) => form.test(text) || form.test(tool))
  );
}

/** Commands of the application's own: they may be workers, and open no port. */
const OF_APPLICATION = /^(?:(?:\S*python[\d.]* )?(?:\.\/)?manage\.py|flask(?: --app \S+)?) (?!--app )(\S*)/;

/** Names of such commands that serve, or that may. */
const SERVES = /^run$|^runserver|serve|web|http|corn|daphne|waitress/;

function isOfApplication(text: string): boolean {
  const name = OF_APPLICATION.exec(text)?.[1];
  return name !== undefined && !SERVES.test(name);
}

/** A program that prints what it is asked, and ends. */
const ASKS_ONLY =
  / --(?:help|check-config)(?: |$)| --version$|^(?:node|python[\d.]*|ruby|npm|pip3?|java|php|go|bun|pnpm|yarn) -[vV]$/;

/** Whether the words only ask a program about itself. */
export function asksOnly(words: readonly string[]): boolean {
  return ASKS_ONLY.test(words.join(" "));
}

/** An interpreter and a file whose name is a task's: it may go on to serve, but hardly does. */
const TASK =
  /^(?:\S*\/)?(?:python[\d.]*|node|tsx|ts-node|ruby|bun|php) (?:\S*\/)?(?:(?:db_?)?(?:seed|seeds|seeder|migrate|migrations?|populate)|(?:init|create|setup|seed|migrate|wait_for|load)[_-]?(?:db|database|tables?|data|postgres))\.\w+(?: |$)/;

/** Whether the words run a file that is named after a task. */
export function runsTask(words: readonly string[]): boolean {
  return TASK.test(words.join(" "));
}

// prisma.io/docs: `prisma studio`; orm.drizzle.team: `drizzle-kit studio`: pages for developers.
const FOR_EVER =
  /^(?:sleep (?:infinity|inf)|tail (?!(?:.* )?--pid)(?:.* )?(?:-\w*[fF]|--follow)|(?:prisma|drizzle-kit) studio)(?: |$)/;

/** Whether such a command certainly goes on for ever. */
export const staysForEver = (words: readonly string[]): boolean => FOR_EVER.test(toolOf(words).join(" "));

/** What keeps a shell where it is, though it serves nothing itself: `sleep infinity`, `tail -f log`. */
const HOLDS = /^(?:sleep (?:infinity|inf|\d{5,}|\d+[dh])|tail (?:.* )?(?:-\w*[fF]|--follow)|cat$|read$)/;

export function runOf(words: readonly string[]): Run {
  const text = words.join(" ");
  if (words[0] === "wait") return "waits";
  // What a file sets when it is read into the shell is not known, and it serves nothing by itself.
  if (/^(?:\.|source) /.test(text)) return "ends";
  if (HOLDS.test(text)) return "unknown";
  if (asksOnly(words) || leavesInBackground(words)) return "ends";
  // A line that goes on without a backslash before its end: the shell finds no program of such a name.
  if (/^-\D/.test(text) || endsByDesign(words)) return "ends";
  const tool = toolOf(words).join(" ");
  if (STAYS.some((form) => form.test(text) || form.test(tool))) return "unknown";
  if (OF_SHELL.test(text) || ENDING.some((form) => form.test(text) || form.test(tool))) return "ends";
  return isWorker(words) || isOfApplication(text) ? "works" : "unknown";
}

/** Whether a command commonly does its work without an error: a shell goes on behind `&&` then. */
export function succeeds(words: readonly string[]): boolean {
  const text = words.join(" ");
  return (
    ENDING.some((form) => form.test(text)) ||
    /^(?:true|:|echo|printf|cd|export|mkdir|sleep)(?: |$)/.test(text)
  );
}

/** Web servers that are put before another one; without `daemon off` and the like they go on in the background. */
const PROXIES =
  /^(?:sudo )?(?:service (?:nginx|apache2|httpd|haproxy|caddy|lighttpd|varnish) (?:re)?start|\/etc\/init\.d\/(?:nginx|apache2|haproxy|lighttpd) (?:re)?start|(?:\S*\/)?(?:nginx|haproxy|lighttpd|apache2ctl|apachectl|httpd|caddy)(?: |$))/;

/** What only asks a web server, or speaks to one that runs: `nginx -t`, `caddy validate`. */
export const ASKS_WEB_SERVER =
  /^(?:-[tTvVMSlhs]|--(?:version|help)|version|help|validate|fmt|adapt|reload|stop|configtest|graceful(?:-stop)?|status|healthcheck)$/;

/** Whether a command starts a web server that may answer in place of the one beside it, at a port of its own. */
export function startsProxy(words: readonly string[]): boolean {
  return (
    !asksOnly(words) && !words.some((word) => ASKS_WEB_SERVER.test(word)) && PROXIES.test(words.join(" "))
  );
}
