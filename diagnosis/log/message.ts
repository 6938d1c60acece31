import { stripVTControlCharacters } from "node:util";
import { MAX_CHARACTERS, MAX_LINES } from "./candidate";
import { erlangText } from "./erlang";
import { jsonMessage } from "./json-message";
import { isLogfmt, logfmtMessage } from "./logfmt-message";
import { PREFIXES } from "./prefixes";
import { unescaped } from "./unescaped";

/** What a line says, without what its way here has added. */
export interface Message {
  readonly text: string;
  /** Which instance wrote it, where the line says so. */
  readonly instance?: string;
  /** Who says it: the server of a database in a log of several containers, or another. */
  readonly speaker?: "database";
  /** Whether it is in the output of a build: BuildKit's steps, a platform's buildpacks. */
  readonly inBuild?: true;
  /** Whether its logger calls it an error, in a field beside the message. */
  readonly isError?: true;
  /** Whether its logger calls it information, or a warning at most, in a field beside the message. */
  readonly isMild?: true;
  /** Whether its logger calls it information, or less. */
  readonly isInfo?: true;
  /** True for a line of the system's own, such as sshd's: it is of no deploy. */
  readonly foreign: boolean;
}

/**
 * A line of PostgreSQL's own log: `%m [%p] ` and the level with two spaces after its colon, as the images write it; and
 * lines without a beginning that no client repeats.
 */
const DATABASE_LINE =
  /(?:^|\s|\| )\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)? ?[A-Z+\-\d:]{1,6} (?:\S+ )?\[\d+(?:-\d+)?\](?:-\d+)?(?: [^:]*?)?:? ?(?:LOG|FATAL|ERROR|DETAIL|HINT|STATEMENT|WARNING|PANIC|NOTICE|CONTEXT): {2}|(?:^|\| |Z |\.)(?:LOG|STATEMENT): {2}|\[(?:Note|System|Warning)\] (?:\[MY-\d+\]|mysqld:|mariadbd:|Access denied for user)|^(?:[\w.-]+\s+\| )?\d+:[MCSX] \d\d [A-Z][a-z]{2} \d{4} \S+ (?:[*.-]|# WARNING)|^(?:[\w.-]+\s+\| )?PostgreSQL (?:init process complete|Database directory appears)|(?:^|\| )(?:initdb|pg_ctl|postgres): |The files belonging to this database system|(?:\t|\| +)Connection matched (?:pg_hba\.conf|file) |This user must also own the server process|performing post-bootstrap initialization/;

/** Render's dashboard and its API's readers: five characters that end an instance's id. */
const INSTANCE = /^\[(?=\d*[a-z])([a-z0-9]{5})\]\s/;

/** RFC 3164, journald and rsyslog: a time, a host, and a program with its process id. */
const SYSTEM_LINE =
  /^(?:[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*) (?!INFO|WARN|ERROR|DEBUG|CRIT|FATAL|NOTICE|\[)[\w.-]+ ([\w./@:()-]+?)(?:\[\d+\]|(?<=kernel|rsyslogd)): /;
const KERNEL_LINE = /^\s*\[ *\d+\.\d{6}\] /;

/** Programs of the operating system itself, whose lines say nothing of a service. */
const OF_THE_SYSTEM =
  /^(?:kernel|systemd(?:-\w+)*|init|sshd|cron|CRON|crond|anacron|dockerd|docker|containerd(?:-shim\S*)?|kubelet|runc|rsyslogd|syslogd?|NetworkManager|dbus(?:-daemon)?|snapd|sudo|su|postfix\/\w+|auditd|audit(?:ctl)?|polkitd|login|logind|dhclient|dhcpcd|chronyd|ntpd|avahi-daemon|unattended-upgr\w*|apt\S*|fwupd|multipathd|irqbalance|ModemManager|networkd-dispatcher|accounts-daemon|udisksd|thermald|smartd|acpid|sshd-session|agetty|wpa_supplicant|firewalld|ufw|fail2ban\S*|logrotate|smbd|nmbd|cloud-init|amazon-ssm-agent|google_\w+|snapd\S*|tailscaled|pulseaudio|gnome\S*|gdm\S*|Xorg|colord|rtkit-daemon|upowerd|packagekitd|PackageKit|postgres|mysqld|mariadbd|mongod|redis(?:-server)?|nginx|apache2|httpd|haproxy|dovecot|backup\S*)$/;

/** What a build writes before a line of one of its steps. */
const BUILD_PREFIX =
  /(?:^|\| |Z |\d )(?:#\d+ (?:\[|\d+\.\d)|\[(?:analyzer|detector|restorer|builder|exporter)\] |\d{1,4}\.\d{1,3} \s*\S|remote: |-----> )/;

/** How systemd says that a unit failed; of its orderly ends and restarts it says other words. */
const UNIT_ENDS =
  /\bcode=exited, status=(?!0\/|143\b)\d|\bcode=(?:killed|dumped), status=(?!15\b)\d|Failed with result '|killed by the OOM killer|start operation timed out/;

/** Units of the machine itself: that one of them failed is of no deploy. */
const UNIT = /: ([\w-]+?)(?:@[\w.-]*)?\.(?:service|timer|socket|mount)\b/;
const MACHINE_UNIT =
  /^(?:ssh|certbot\S*|acme\S*|postgresql|mysql|mariadb|cups\S*|bluetooth|snap[\w-]*|apt[\w-]*|man-db|fstrim|motd-news|e2scrub\w*|ua-timer|networking|getty|serial-getty|user(?:-runtime-dir)?|session-\w+|run-\w+|plymouth\S*|NetworkManager\S*)$/;

/** Whether systemd speaks of how a unit failed that may be a deploy's. */
function isUnitsEnd(line: string): boolean {
  return UNIT_ENDS.test(line) && isOfDeploy(line);
}

function isOfDeploy(line: string): boolean {
  const unit = UNIT.exec(line)?.[1] ?? "";
  return !MACHINE_UNIT.test(unit) && !OF_THE_SYSTEM.test(unit);
}

const RESTARTED = /Scheduled restart job, restart counter is at/;

/** Bells, backspaces and zero bytes, which a terminal does not show. */
const CONTROL = /[^\P{Cc}\t\n]/gu;

const MAX_PREFIXES = 5;
/** A logger's JSON in Docker's, with logfmt in it, is the deepest that is met. */
const MAX_DEPTH = 2;

/** The message of one line. */
export function messageOf(line: string): Message {
  const message = wholeMessageOf(line);
  // A message out of JSON may have several lines.
  const { text } = message;
  return text.length <= MAX_CHARACTERS
    ? message
    : {
        ...message,
        text: text
          .split("\n")
          .slice(0, MAX_LINES)
          .map((one) => one.slice(0, MAX_CHARACTERS))
          .join("\n"),
      };
}

function wholeMessageOf(line: string): Message {
  // A return of the carriage within a line is of a progress bar, or of a file with Windows line ends.
  const plain = stripVTControlCharacters(line).trimEnd().replaceAll("\r", " ").replaceAll(CONTROL, "");
  const message = plainMessage(plain);
  if (DATABASE_LINE.test(plain)) return { ...message, speaker: "database" };
  return BUILD_PREFIX.test(plain) ? { ...message, inBuild: true } : message;
}

function plainMessage(whole: string, depth = 0): Message {
  const inner =
    depth > MAX_DEPTH ? undefined : whole.startsWith("{") ? jsonMessage(whole) : logfmtMessage(whole);
  if (inner !== undefined) {
    const message = plainMessage(inner.text.trimEnd(), depth + 1);
    const { instance, isError, isMild, isInfo } = inner;
    return {
      ...message,
      ...(instance !== undefined && { instance }),
      ...(isError && { isError }),
      ...(isMild && { isMild }),
      ...(isInfo && { isInfo }),
    };
  }
  // Only an object of JSON is looked at whole; a time before one is a prefix.
  const line = whole.includes("{") ? whole : whole.slice(0, MAX_CHARACTERS);
  const program = SYSTEM_LINE.exec(line)?.[1];
  // What nginx says as it ends, and systemd of a unit that it cannot start, are no ordinary lines of theirs.
  const isEnd =
    /: Failed at step \w+ spawning /.test(line) ||
    (program === "systemd" && isUnitsEnd(line)) ||
    (program === "systemd" && RESTARTED.test(line) && isOfDeploy(line)) ||
    (program === "nginx" && /\[emerg\] (?:\d+#\d+: )?(?!bind)/.test(line));
  const isProbe = program === "kubelet" && /\bprobe\b/.test(line);
  const ofSystem = program !== undefined && OF_THE_SYSTEM.test(program) && !isProbe && !isEnd;
  let text = program === undefined ? line : line.replace(SYSTEM_LINE, "");
  let instance: string | undefined;
  for (let times = 0; times < MAX_PREFIXES; times += 1) {
    const prefix = PREFIXES.find((candidate) => candidate.test(text));
    if (prefix !== undefined) text = text.replace(prefix, "");
    const named = INSTANCE.exec(text);
    if (named !== null) {
      instance = named[1];
      text = text.slice(named[0].length);
    } else if (prefix === undefined) break;
  }
  if (text !== line && depth <= MAX_DEPTH && (text.startsWith("{") || isLogfmt(text))) {
    const within = plainMessage(text, depth + 1);
    return { ...within, foreign: ofSystem, ...(instance !== undefined && { instance }) };
  }
  const foreign = ofSystem || KERNEL_LINE.test(text);
  return {
    text: erlangText(unescaped(text.slice(0, MAX_CHARACTERS))),
    foreign,
    ...(instance !== undefined && { instance }),
  };
}
