import { toolOf } from "./wrappers";

/**
 * Command lines that leave what they start in the background, or hand it to a service of the machine, and end. Each from
 * the tool's own documentation or `--help`, November 2026.
 */
const DETACHING: readonly RegExp[] = [
  // pm2.keymetrics.io/docs/usage/quick-start: a daemon keeps the processes; `--no-daemon` and `--attach` stay.
  /^pm2 (?!(?:.* )?(?:--no-daemon|--attach)(?: |$))(?:start|restart|reload|startOrRestart|startOrReload|resurrect|save|dump|scale|startup|deploy|stop|delete|kill|ls|list|status|ping|update|flush)(?: |$)/,
  // github.com/foreversd/forever: `start` is its daemon, the script alone stays.
  /^forever (?:-\S+ (?:[^-\s]\S* )?)*(?:start|restart|stop|stopall|list)(?: |$)/,
  // gnu.org/software/screen: -d -m start it detached; -D -m stays.
  /^screen (?:.* )?(?:-\w*dm\w*|-d (?:.* )?-m|-m (?:.* )?-d)(?: |$)/,
  // man.openbsd.org/tmux: new-session -d
  /^tmux (?:.* )?(?:new|new-session)(?: .*)? -\w*d\w*(?: |$)|^tmux (?:start|start-server)(?: |$)/,
  // man7.org: at(1), batch(1), crontab(1) hand the work to another daemon.
  /^(?:at (?:now|midnight|noon|teatime|tomorrow|\d\S*|-\S+)|batch|crontab)(?: |$)/,
  // start-stop-daemon(8): without --background it becomes the program itself.
  /^(?:\S*\/)?start-stop-daemon (?:.* )?(?:-\w*b\w*|--background)(?: |$)/,
  // software.clapper.org/daemonize; libslack.org/daemon, of which --foreground stays
  /^(?:daemonize |daemon (?!(?:.* )?(?:-f|--foreground)(?: |$)))/,
  // freedesktop.org: systemctl; service(8), openrc-run(8), initctl(8), sv(8); supervisord.org: supervisorctl
  /^systemctl (?:-\S+ )*(?:start|restart|reload|stop|enable|disable|daemon-reload|is-active|status|reenable|unmask)(?: |$)/,
  /^(?:service \S+|\/etc\/init\.d\/\S+|rc-service \S+) (?:start|restart|reload|stop|status|force-reload)(?: |$)/,
  /^(?:initctl|sv|supervisorctl|brew services|launchctl) (?:.* )?(?:start|restart|up|load|reload|update|reread|stop|status)(?: |$)/,
  // docs.docker.com/reference/cli: -d leaves the containers in the background.
  /^(?:docker|podman|nerdctl) (?:container )?run (?:.* )?(?:-\w*d\w*|--detach(?:=true)?)(?: |$)/,
  /^(?:docker|podman|nerdctl) (?:container )?(?:start|stop|restart|build|pull|push|load|tag|login|rm|ps)(?: |$)(?!.*(?: -a| --attach))/,
  /^(?:docker[ -]compose|podman[ -]compose|nerdctl compose) (?:.* )?(?:up (?:.* )?(?:-d|--detach|--wait)|start|stop|restart|build|pull|down|ps|config)(?: |$)/,
  /^(?:kubectl|helm|minikube) (?:apply|create|rollout|install|upgrade|start)(?: |$)/,
  // postgresql.org/docs/current/app-pg-ctl; caddyserver.com/docs/command-line: start
  /^(?:\S*\/)?pg_ctl (?:.* )?(?:start|restart|stop)(?: |$)|^pg_ctlcluster \S+ \S+ (?!.*--foreground)start(?: |$)/,
  /^(?:\S*\/)?caddy (?:start|stop|reload|validate|fmt|adapt)(?: |$)/,
  // httpd.apache.org/docs: programs/apachectl; -DFOREGROUND stays.
  /^(?:\S*\/)?(?:apachectl|apache2ctl) (?!.*FOREGROUND)(?:-k )?(?:start|restart|graceful)(?: |$)/,
  // nginx.org/en/docs/ngx_core_module: daemon on is the default; a file of settings may say otherwise.
  /^(?:\S*\/)?nginx -s (?:reload|reopen|quit|stop)(?: |$)/,
  // redis.io: --daemonize; haproxy(1): -D; memcached(1): -d; php-fpm(8): -D
  /^(?:\S*\/)?(?:redis|valkey)-server (?:.* )?--daemonize yes(?: |$)/,
  /^(?:\S*\/)?haproxy (?:.* )?-D(?: |$)|^(?:\S*\/)?memcached (?:.* )?-d(?: |$)|^(?:\S*\/)?php-fpm\S* (?:.* )?(?:-D|--daemonize)(?: |$)/,
  // cron(8), crond(8): -f and -n stay.
  /^(?:\S*\/)?crond?(?! (?:.* )?-\w*[fn])(?: |$)/,
  // docs.celeryq.dev: reference/celery.bin.multi, and --detach of worker and beat; sidekiq before 6: -d
  /^(?:\S*python[\d.]* -m )?celery (?:.* )?multi (?:start|restart|stop\w*)(?: |$)/,
  /^(?:\S*python[\d.]* -m )?celery (?:.* )?(?:worker|beat) (?:.* )?(?:-D|--detach)(?: |$)/,
  /^(?:bundle exec )?sidekiq (?:.* )?(?:-d|--daemon)(?: |$)/,
  /^(?:bin\/)?delayed_job (?:.* )?(?:start|restart|stop)(?: |$)/,
  // hexdocs.pm/mix/Mix.Tasks.Release: `daemon` starts the release in the background; `start` stays.
  /^(?:\S*\/)?bin\/\S+ (?:daemon|daemon_iex|restart|stop)$/,
];

/** What to write instead, where that is another word than the program's own name. */
const INSTEAD: readonly (readonly [form: RegExp, fix: string])[] = [
  [/^pm2 /, "Start it with `pm2-runtime` in place of `pm2`, or add `--no-daemon`."],
  [/^forever /, "Leave `start` out: `forever` and the script stay in the foreground."],
  [/^(?:\S*\/)?bin\/\S+ daemon/, "Write `start` in place of `daemon`: it stays in the foreground."],
  [/^(?:\S*\/)?caddy start/, "Write `caddy run`, which stays in the foreground."],
  [/^(?:\S*\/)?(?:apachectl|apache2ctl) /, "Add `-D FOREGROUND`."],
  [
    /^(?:systemctl|service|\/etc\/init\.d|rc-service|initctl|sv|docker|podman|nerdctl|kubectl|at|batch|crontab)\b/,
    "Start the program itself, at the end of the command.",
  ],
];

/** The line without what only starts it. */
const lineOf = (words: readonly string[]) =>
  toolOf(words)
    .join(" ")
    .replace(/^sudo (?:-\S+ )*/, "");

/** What to write in place of a command that leaves its server in the background, as a sentence. */
export function insteadOf(words: readonly string[]): string | undefined {
  const line = lineOf(words);
  return leavesInBackground(words) ? INSTEAD.find(([form]) => form.test(line))?.[1] : undefined;
}

/** Whether a command that starts no known server ends while what it starts goes on, or runs elsewhere. */
export function leavesInBackground(words: readonly string[]): boolean {
  const line = lineOf(words);
  return DETACHING.some((form) => form.test(line));
}

/** What servers have in common; a server's row has what only some mean by a letter. */
const DAEMON_FLAGS: readonly string[] = ["--daemon", "--daemonize", "--detach"];

/** Whether one of a known server's own options sends it into the background. */
export function isDaemon(words: readonly string[], flags: readonly string[] = []): boolean {
  return words.some((word) => {
    const [name = "", value] = word.split("=");
    return [...DAEMON_FLAGS, ...flags].includes(name) && !/^(?:false|no|0)$/i.test(value ?? "");
  });
}
