/** What a command that starts no known server does, as far as its words say. */
export type Run = "ends" | "works" | "waits" | "unknown";

/** Commands that do their work and end; the shell goes on with what follows them. */
const ENDING: readonly RegExp[] = [
  /^(?:true|false|:|echo|printf|cd|set|export|unset|test|\[|\[\[|sleep|mkdir|chmod|cp|mv|rm|ls|cat|pwd|ulimit|umask|trap|return|exit|which|tee|grep|nc|!|date)(?: |$)/,
  /^(?:\S*\/)?(?:alembic|flyway|dbmate|knex|sequelize|drizzle-kit)(?: |$)/,
  /^(?:npx )?prisma (?:migrate|db|generate)\b/,
  /^(?:\S*python[\d.]* )?(?:\.\/)?manage\.py (?:migrate|makemigrations|collectstatic|check|clearsessions|createcachetable|createsuperuser|compilemessages|loaddata|dumpdata|flush|test)\b/,
  /^flask (?:--app \S+ )?(?:db|routes)\b/,
  /^(?:npm|pnpm|yarn|bun)(?: run)? (?:build|ci|install|i|migrate\S*|lint|test)(?:$|[ :])/,
  /^(?:\S*python[\d.]* -m )?(?:pip3?|poetry|uv|pipenv|bundle) (?:install|sync)\b/,
  /^(?:npx )?(?:(?:next|vite|nuxt|astro|remix|ng|gatsby) build|tsc|webpack)(?: |$)/,
  /^(?:go|cargo|mix|gradle|\.\/gradlew) (?:build|compile)(?: |$)/,
];

/** Workers, and commands of the application's own, which may be some: they may go on running, and open no port. */
const WORKERS: readonly RegExp[] = [
  /^(?:\S*python[\d.]* -m )?(?:celery|rq|dramatiq|arq|huey_consumer\S*|taskiq|sidekiq)(?: |$)/,
  /^(?:\S*python[\d.]* )?(?:\.\/)?manage\.py (?!runserver)/,
  /^flask (?!run\b|--app \S+ run\b)/,
];

export function runOf(words: readonly string[]): Run {
  const text = words.join(" ");
  if (words[0] === "wait") return "waits";
  // What a file sets when it is read into the shell is not known, and it serves nothing by itself.
  if (/^(?:\.|source) /.test(text)) return "ends";
  if (ENDING.some((form) => form.test(text))) return "ends";
  return WORKERS.some((form) => form.test(text)) ? "works" : "unknown";
}
