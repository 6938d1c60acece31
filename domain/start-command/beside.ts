/**
 * Programs that commonly run beside a server, and take no request for it: a store, a pooler, a tunnel outwards, a
 * collector of logs and figures, and a scheduler. Each by its own documentation.
 */
const BESIDE: readonly RegExp[] = [
  /^(?:redis-server|valkey-server|memcached|postgres|pgbouncer|pgcat|odyssey)(?: |$)/,
  /^(?:cloud[-_]sql[-_]proxy|alloydb-auth-proxy|tailscaled)(?: |$)/,
  // `-R` listens at the other end, and brings requests from there.
  /^(?:auto)?ssh (?!(?:.* )?-\w*R)/,
  /^(?:otelcol(?:-contrib|-custom)?|fluent-bit|fluentd|vector|promtail|telegraf|grafana-agent|alloy|rsyslogd|newrelic-infra)(?: |$)/,
  /^(?:node|postgres|redis|statsd|process)_exporter(?: |$)/,
  /^(?:(?:agent|trace-agent|datadog-agent) (?:run|start)|trace-agent)(?: |$)/,
  /^(?:supercronic|ofelia|crond?|atd|dbus-daemon|Xvfb)(?: |$)/,
  /^litestream replicate(?: |$)(?!.*-exec)/,
];

/** Whether a program that runs beside a server is known not to answer in its place. */
export function answersNothing([name = "", ...words]: readonly string[]): boolean {
  const text = [name.split("/").at(-1) ?? "", ...words].join(" ");
  return BESIDE.some((form) => form.test(text));
}
