/** Numbers that look random and are the same at each run. */
class Dice {
  constructor(private state: number) {}

  /** From 0 to `below` - 1; a linear congruential generator with the constants of Numerical Recipes. */
  number(below: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * below);
  }

  of<T>(items: readonly T[]): T {
    const item = items[this.number(items.length)];
    if (item === undefined) throw new Error("There is nothing to choose from.");
    return item;
  }
}

const WORDS = {
  user: ["root", "admin", "deploy", "postgres", "git", "ubuntu", "oracle", "maria"],
  host: ["web-1", "db-2", "mail", "edge-7", "ip-10-0-3-12"],
  name: ["example.org", "mx1.example.net", "cdn.example.com", "cache.internal", "printer.lan"],
  unit: ["nginx", "cron", "docker", "postgresql@16-main", "snapd", "ssh", "apt-daily", "certbot"],
  path: ["/", "/index.html", "/health", "/login", "/static/app.js", "/api/v1/items", "/wp-login.php"],
  device: ["eth0", "ens5", "wlp2s0", "docker0", "veth3fa1c"],
  file: ["/var/log/syslog", "/etc/hosts", "/srv/data/report.csv", "/home/deploy/.ssh/authorized_keys"],
  image: ["redis:7", "nginx:1.27", "acme/worker:4f1c", "busybox"],
  table: ["orders", "users", "sessions", "events"],
} as const;

/** What stands in braces in a template. */
const FILLERS: Readonly<Record<string, (dice: Dice) => string>> = {
  ...Object.fromEntries(Object.entries(WORDS).map(([key, words]) => [key, (dice: Dice) => dice.of(words)])),
  ip: (dice) => [10, dice.number(256), dice.number(256), 1 + dice.number(254)].join("."),
  port: (dice) => String(1024 + dice.number(64_000)),
  known: (dice) => dice.of(["22", "25", "53", "80", "443", "5432", "6379", "6543", "8000", "8080", "10000"]),
  pid: (dice) => String(100 + dice.number(32_000)),
  n: (dice) => String(dice.number(1000)),
  hex: (dice) =>
    dice
      .number(2 ** 32)
      .toString(16)
      .padStart(8, "0"),
  seconds: (dice) => `${dice.number(100_000)}.${String(dice.number(1_000_000)).padStart(6, "0")}`,
};

/** Each with how the programs of an ordinary machine say it; none of them is about a deploy. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  "sshd[{pid}]": [
    "error: Bind to port 22 on 0.0.0.0 failed: Address already in use.",
    "error: Bind to port {known} on :: failed: Address already in use.",
    "fatal: Cannot bind any address.",
    "Server listening on 0.0.0.0 port 22.",
    "Accepted publickey for {user} from {ip} port {port} ssh2: ED25519 SHA256:{hex}{hex}",
    "Failed password for invalid user {user} from {ip} port {port} ssh2",
    "Failed password for {user} from {ip} port {port} ssh2",
    "Connection closed by authenticating user {user} {ip} port {port} [preauth]",
    "Connection reset by {ip} port {port}",
    "Disconnected from user {user} {ip} port {port}",
    "pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost={ip}  user={user}",
    "Timeout before authentication for {ip} port {port}",
    "error: kex_exchange_identification: Connection closed by remote host",
    "Received disconnect from {ip} port {port}:11: Bye Bye [preauth]",
    "error: connect_to {ip} port {known}: failed.",
  ],
  "systemd[1]": [
    "Started {unit}.service.",
    "Stopping {unit}.service...",
    "{unit}.service: Deactivated successfully.",
    "{unit}.service: Main process exited, code=exited, status=1/FAILURE",
    "{unit}.service: Failed with result 'exit-code'.",
    "{unit}.service: Scheduled restart job, restart counter is at {n}.",
    "{unit}.service: Start request repeated too quickly.",
    "Failed to start {unit}.service.",
    "{unit}.service: Consumed {seconds}s CPU time.",
    "Timed out waiting for device /dev/disk/by-uuid/{hex}.",
    "Dependency failed for {unit}.service.",
    "Listening on {unit}.socket.",
    "{unit}.socket: Failed to create listening socket ([::]:{known}): Address already in use",
    "Starting Daily apt upgrade and clean activities...",
  ],
  kernel: [
    "[{seconds}] {device}: link up, 1000Mbps, full-duplex, lpa 0xC5E1",
    "[{seconds}] [UFW BLOCK] IN={device} OUT= SRC={ip} DST={ip} LEN=40 TTL=243 PROTO=TCP SPT={port} DPT={known} SYN",
    "[{seconds}] TCP: request_sock_TCP: Possible SYN flooding on port {known}. Sending cookies.",
    "[{seconds}] EXT4-fs (sda1): mounted filesystem with ordered data mode",
    '[{seconds}] audit: type=1400 audit({seconds}:{n}): apparmor="ALLOWED" operation="open" name="{file}"',
    "[{seconds}] IPv6: ADDRCONF(NETDEV_CHANGE): {device}: link becomes ready",
    "[{seconds}] Memory: {n}K/{n}K available ({n}K kernel code)",
    "[{seconds}] traps: worker[{pid}] general protection fault ip:{hex} sp:{hex} error:0",
    "[{seconds}] oom_reaper: reaped process {pid} (stress), now anon-rss:0kB",
    "[{seconds}] usb 1-1: device not accepting address {n}, error -71",
  ],
  "CRON[{pid}]": [
    "({user}) CMD (   cd / && run-parts --report /etc/cron.hourly)",
    "pam_unix(cron:session): session opened for user {user}(uid=0) by (uid=0)",
    "(CRON) info (No MTA installed, discarding output)",
    "({user}) CMD (/usr/bin/psql -h {name} -p 5432 -c 'VACUUM {table}')",
  ],
  "nginx[{pid}]": [
    'access: {ip} - - "GET {path} HTTP/1.1" 200 {n} "-" "Mozilla/5.0"',
    'access: {ip} - - "POST {path} HTTP/1.1" 502 {n} "-" "curl/8.5.0"',
    'access: {ip} - {user} "GET {path} HTTP/2.0" 404 {n} "-" "Go-http-client/2.0"',
    '[error] {pid}#{pid}: *{n} connect() failed (111: Connection refused) while connecting to upstream, client: {ip}, upstream: "http://127.0.0.1:{known}{path}"',
    "[error] {pid}#{pid}: *{n} upstream timed out (110: Connection timed out) while reading response header from upstream",
    "[emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)",
    "[emerg] still could not bind()",
    '[warn] conflicting server name "{name}" on 0.0.0.0:80, ignored',
    '[error] open() "/usr/share/nginx/html/favicon.ico" failed (2: No such file or directory)',
    "[crit] SSL_do_handshake() failed (SSL: error:0A00006C:SSL routines::bad key share) while SSL handshaking",
  ],
  "postgres[{pid}]": [
    'LOG:  listening on IPv4 address "127.0.0.1", port 5432',
    "LOG:  database system is ready to accept connections",
    "LOG:  checkpoint complete: wrote {n} buffers (1.2%); 0 WAL file(s) added, 0 removed",
    "LOG:  could not receive data from client: Connection reset by peer",
    "LOG:  unexpected EOF on client connection with an open transaction",
    'LOG:  automatic vacuum of table "app.public.{table}": index scans: 1',
    'ERROR:  duplicate key value violates unique constraint "{table}_pkey"',
    "ERROR:  canceling statement due to user request",
    "LOG:  duration: {n}.{n} ms  statement: SELECT * FROM {table} WHERE id = {n}",
    "LOG:  connection authorized: user={user} database=app SSL enabled (protocol=TLSv1.3)",
    "LOG:  received fast shutdown request",
    'LOG:  could not bind IPv6 address "::1": Cannot assign requested address',
  ],
  "dockerd[{pid}]": [
    'time="2026-11-25T04:00:00Z" level=info msg="Container {hex} failed to exit within 10s of signal 15 - using the force"',
    'time="2026-11-25T04:00:00Z" level=info msg="ignoring event" container={hex} module=libcontainerd namespace=moby',
    'time="2026-11-25T04:00:00Z" level=error msg="Handler for POST /containers/{hex}/start returned error: driver failed programming external connectivity on endpoint cache: Bind for 0.0.0.0:{known} failed: port is already allocated"',
    'time="2026-11-25T04:00:00Z" level=warning msg="Health check for container {hex} error: context deadline exceeded"',
    'time="2026-11-25T04:00:00Z" level=info msg="Pull session for {image} was cancelled"',
    'time="2026-11-25T04:00:00Z" level=info msg="API listen on /run/docker.sock"',
  ],
  "NetworkManager[{pid}]": [
    "<info>  [{seconds}] device ({device}): state change: ip-config -> ip-check",
    "<info>  [{seconds}] dhcp4 ({device}): state changed new lease, address={ip}",
    "<warn>  [{seconds}] device ({device}): Activation: failed for connection 'office'",
    "<warn>  [{seconds}] dhcp6 ({device}): request timed out",
    "<info>  [{seconds}] manager: NetworkManager state is now CONNECTED_GLOBAL",
  ],
  "systemd-resolved[{pid}]": [
    "Server returned error NXDOMAIN, mitigating potential DNS violation DVE-2018-0001, retrying transaction",
    "Using degraded feature set UDP instead of UDP+EDNS0 for DNS server {ip}.",
    "Clock change detected. Flushing caches.",
  ],
  "postfix/smtp[{pid}]": [
    "connect to {name}[{ip}]:25: Connection refused",
    "connect to {name}[2001:db8::{n}]:25: Network is unreachable",
    "connect to {name}[{ip}]:25: Connection timed out",
    "{hex}: to=<{user}@{name}>, relay=none, delay={n}, dsn=4.4.1, status=deferred (connect to {name}[{ip}]:25: Connection refused)",
    "{hex}: to=<{user}@{name}>, relay={name}[{ip}]:25, delay=1.2, dsn=2.0.0, status=sent (250 2.0.0 Ok)",
    "warning: hostname {name} does not resolve to address {ip}: Name or service not known",
    "certificate verification failed for {name}[{ip}]:25: untrusted issuer /CN={name}",
    "SSL_accept error from unknown[{ip}]: -1",
    "warning: SASL authentication failure: Password verification failed",
    "warning: unknown[{ip}]: SASL LOGIN authentication failed: authentication failure",
  ],
  "dovecot[{pid}]": [
    "imap-login: Disconnected (auth failed, 1 attempts in 2 secs): user=<{user}>, method=PLAIN, rip={ip}",
    "imap({user}): Connection closed: read(size=4096) failed: Connection reset by peer",
  ],
  "redis[{pid}]": [
    "* Ready to accept connections tcp",
    "# Warning: Could not create server TCP listening socket *:6379: bind: Address already in use",
    "* {n} changes in 60 seconds. Saving...",
    "# MISCONF Redis is configured to save RDB snapshots, but it is currently unable to persist to disk",
  ],
  rsyslogd: [
    "action 'action-8-builtin:omfwd' suspended (module 'builtin:omfwd'), retry {n}. There should be messages before this one giving the reason for suspension.",
    "cannot connect to {name}:514: Connection refused",
  ],
  "sudo[{pid}]": [
    "{user} : TTY=pts/0 ; PWD=/home/{user} ; USER=root ; COMMAND=/usr/bin/systemctl restart {unit}",
    "pam_unix(sudo:auth): conversation failed",
    "{user} : command not allowed ; TTY=pts/1 ; PWD=/ ; USER=root ; COMMAND=/usr/bin/tail {file}",
  ],
  "chronyd[{pid}]": [
    "Selected source {ip}",
    "Can't synchronise: no selectable sources",
    "Source {ip} offline",
  ],
  "haproxy[{pid}]": [
    'Server app/web{n} is DOWN, reason: Layer4 connection problem, info: "Connection refused", check duration: 0ms.',
    "Server app/web{n} is UP, reason: Layer7 check passed, code: 200, check duration: 3ms.",
    '{ip}:{port} [25/Nov/2026:04:00:00.000] front app/web{n} 0/0/1/5/6 200 {n} - - ---- 1/1/0/0/0 0/0 "GET {path} HTTP/1.1"',
    "Health check for server app/web{n} failed, reason: Layer7 timeout, check duration: 2001ms, status: 0/2 DOWN.",
  ],
  "kubelet[{pid}]": [
    'I1125 04:00:00.{n} {pid} prober.go:107] "Probe failed" probeType="Readiness" pod="default/web-{hex}" output="HTTP probe failed with statuscode: 503"',
    'E1125 04:00:00.{n} {pid} pod_workers.go:190] "Error syncing pod, skipping" err="failed to StartContainer with CrashLoopBackOff"',
  ],
  "dhclient[{pid}]": [
    "DHCPREQUEST for {ip} on {device} to {ip} port 67",
    "bound to {ip} -- renewal in {n} seconds.",
    "No DHCPOFFERS received.",
  ],
  "backup[{pid}]": [
    "rsync: [sender] failed to connect to {name} ({ip}): Connection refused (111)",
    "curl: (7) Failed to connect to {name} port {known} after 2 ms: Connection refused",
    "curl: (6) Could not resolve host: {name}",
    "tar: {file}: file changed as we read it",
    "df: {n} MB free on /srv",
    "retrying in {n} seconds",
  ],
};

const LINES = Object.entries(TEMPLATES).flatMap(([program, texts]) =>
  texts.map((text) => ({ program, text })),
);

const filled = (template: string, dice: Dice): string =>
  template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => FILLERS[name]?.(dice) ?? whole);

/** So many lines of an ordinary machine's syslog, the same for the same seed. */
export function ordinaryLines(count: number, seed: number): string[] {
  const dice = new Dice(seed);
  return Array.from({ length: count }, (_, index) => {
    const { program, text } = dice.of(LINES);
    const time = new Date(Date.UTC(2026, 10, 25, 0, 0, index)).toISOString();
    return `${time} ${filled(`{host} ${program}: ${text}`, dice)}`;
  });
}
