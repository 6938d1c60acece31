import { distance } from "fastest-levenshtein";
import type { Dated } from "../dated";
import { wordsInVariables } from "./env-text";
import { givenOptions } from "./given-options";
import { oncePerAnswers } from "./once-per-answers";
import { asksOnly } from "./run";
import { findServer } from "./server-at";
import { simpleCommands } from "./shell";
import { programAt } from "./worker-program";

const READ = "2026-11-30";

const long = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => line.split(" ").map((name) => `--${name}`));

/** Long options of programs whose parser ends at one that it does not have. */
const OPTIONS: Readonly<Record<"uvicorn" | "gunicorn" | "celery", Dated<readonly string[]>>> = {
  uvicorn: {
    // of uvicorn 0.54
    read: READ,
    source: "https://uvicorn.dev/settings/",
    value: long([
      "host port uds fd loop http ws ws-max-size ws-max-queue ws-ping-interval ws-ping-timeout header version factory",
      "ws-per-message-deflate lifespan interface reload reload-dir reload-include reload-exclude reload-delay workers",
      "env-file log-config log-level access-log no-access-log use-colors no-use-colors proxy-headers no-proxy-headers",
      "server-header no-server-header date-header no-date-header forwarded-allow-ips root-path limit-concurrency",
      "backlog limit-max-requests limit-max-requests-jitter timeout-keep-alive timeout-graceful-shutdown http2",
      "timeout-worker-healthcheck ssl-keyfile ssl-certfile ssl-keyfile-password ssl-version ssl-cert-reqs help",
      "ssl-ca-certs ssl-ciphers app-dir h11-max-incomplete-event-size reset-contextvars",
    ]),
  },
  gunicorn: {
    // of gunicorn 23 to 25; its parser takes a beginning that only one option has
    read: READ,
    source: "https://docs.gunicorn.org/en/stable/settings.html",
    value: long([
      "config bind backlog workers worker-class threads worker-connections max-requests max-requests-jitter timeout",
      "graceful-timeout keep-alive limit-request-line limit-request-fields limit-request-field_size reload help version",
      "reload-engine reload-extra-file spew check-config print-config preload no-sendfile reuse-port chdir daemon env",
      "pid worker-tmp-dir user group umask initgroups forwarded-allow-ips access-logfile disable-redirect-access-to-syslog",
      "access-logformat error-logfile log-file log-level capture-output logger-class log-config log-config-dict",
      "log-config-json log-syslog-to log-syslog log-syslog-prefix log-syslog-facility enable-stdio-inheritance",
      "statsd-host dogstatsd-tags statsd-prefix name pythonpath paste proxy-protocol proxy-allow-from raw-paste-global-conf",
      "permit-obsolete-folding strip-header-spaces permit-unconventional-http-method permit-unconventional-http-version",
      "casefold-http-method forwarder-headers header-map keyfile certfile ssl-version cert-reqs ca-certs control-socket",
      "suppress-ragged-eofs do-handshake-on-connect ciphers protocol http-protocols asgi-loop asgi-lifespan root-path",
      "asgi-disconnect-grace-period limit-request-field-size uwsgi-allow-from no-control-socket control-socket-mode",
      "dirty-app dirty-workers dirty-timeout dirty-threads dirty-graceful-timeout http2-max-concurrent-streams",
    ]),
  },
  celery: {
    // of its worker and beat, from Celery 5 on
    read: READ,
    source: "https://docs.celeryq.dev/en/stable/reference/cli.html",
    value: long([
      "hostname detach statedb loglevel logfile optimization prefetch-multiplier disable-prefetch concurrency pool",
      "task-events events time-limit soft-time-limit max-tasks-per-child max-memory-per-child scheduler schedule",
      "schedule-filename purge discard queues exclude-queues include without-gossip without-mingle executable uid gid",
      "without-heartbeat heartbeat-interval autoscale beat pidfile umask max-interval quiet no-color help workdir",
    ]),
  },
};

/** Options of `celery` itself: Celery 5 takes them before the subcommand alone (docs.celeryq.dev, whatsnew-5.0). */
const OF_CELERY = /^(?:-[Ab]|--app|--broker|--result-backend)(?:=|$)/;

/** Why it is not known whether a command's program takes one of its options; undefined where nothing speaks against them. */
export const misspeltOption = oncePerAnswers((text, variable): string | undefined => {
  for (const { words } of simpleCommands(text, variable)) {
    if (asksOnly(words)) continue;
    const { at, server } = findServer(words);
    const why =
      server?.names[0] === "uvicorn" || server?.names[0] === "gunicorn"
        ? misspelt(server.names[0], [...wordsInVariables(server, variable), ...words.slice(at + 1)])
        : ofCelery(words.slice(subcommand(words) + 1));
    if (why !== undefined) return why;
  }
  return undefined;
});

/** Where `worker` or `beat` of celery is among a command's words; behind all of them where it is none. */
function subcommand(words: readonly string[]): number {
  const program = programAt(words, "celery");
  const at =
    program < 0 ? -1 : words.findIndex((word, index) => index > program && /^(?:worker|beat)$/.test(word));
  return at < 0 ? words.length : at;
}

function ofCelery(words: readonly string[]): string | undefined {
  const early = words.find((word) => OF_CELERY.test(word))?.split("=")[0];
  return early === undefined
    ? misspelt("celery", words)
    : `Celery 5 ends at \`${early}\` behind its subcommand, Celery 4 takes it: write it before the subcommand`;
}

function misspelt(program: keyof typeof OPTIONS, words: readonly string[]): string | undefined {
  const { value: known, read } = OPTIONS[program];
  for (const name of givenOptions(words)) {
    if (!/^--[a-z][\w-]+$/i.test(name) || known.includes(name)) continue;
    if (program === "gunicorn" && known.some((one) => one.startsWith(name))) continue;
    const near = known.find((one) => plain(one) === plain(name) || distance(one, name) === 1);
    if (near === undefined && program !== "celery") return `${program} had no \`${name}\` as of ${read}`;
    if (near !== undefined) return `${program} had no \`${name}\` as of ${read}, and has \`${near}\``;
  }
  return undefined;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_]/g, "");
