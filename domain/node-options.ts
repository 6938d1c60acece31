/**
 * The options that node takes from NODE_OPTIONS, by the major versions that do: what `process.allowedNodeEnvironmentFlags`
 * said in node 18.20.8, 20.20.2, 22.23.3 and 24.21.0, each asked on 1 December 2026. `[no-]` is for an option and for what
 * turns it off. Any other one ends node with code 9: `is not allowed in NODE_OPTIONS`.
 */
const ALLOWED: readonly (readonly [majors: readonly number[], names: string])[] = [
  [
    [18, 20, 22, 24],
    `
      --abort-on-uncaught-exception --[no-]addons --conditions --[no-]debug-arraybuffer-allocations
      --debug-port --[no-]deprecation --diagnostic-dir --disable-proto
      --disallow-code-generation-from-strings --dns-result-order --enable-etw-stack-walking
      --[no-]enable-fips --enable-network-family-autoselection --[no-]enable-source-maps
      --es-module-specifier-resolution --experimental-abortcontroller --experimental-fetch
      --experimental-global-customevent --experimental-global-webcrypto
      --[no-]experimental-import-meta-resolve --experimental-json-modules --experimental-loader
      --experimental-modules --[no-]experimental-repl-await --experimental-report
      --[no-]experimental-shadow-realm --experimental-specifier-resolution --experimental-top-level-await
      --[no-]experimental-vm-modules --experimental-wasi-unstable-preview1 --experimental-wasm-modules
      --experimental-worker --[no-]extra-info-on-fatal-exception --[no-]force-async-hooks-checks
      --[no-]force-context-aware --[no-]force-fips --[no-]force-node-api-uncaught-exceptions-policy
      --[no-]frozen-intrinsics --[no-]global-search-paths --heapsnapshot-near-heap-limit
      --heapsnapshot-signal --http-parser --icu-data-dir --import --input-type --[no-]insecure-http-parser
      --[no-]inspect --[no-]inspect-brk --inspect-port --inspect-publish-uid
      --interpreted-frames-native-stack --jitless --loader --max-http-header-size --max-old-space-size
      --max-semi-space-size --napi-modules --node-memory-debug --[no-]node-snapshot --openssl-config
      --[no-]openssl-legacy-provider --[no-]openssl-shared-config --[no-]pending-deprecation
      --perf-basic-prof --perf-basic-prof-only-functions --perf-prof --perf-prof-unwinding-info
      --[no-]preserve-symlinks --[no-]preserve-symlinks-main --prof-process --redirect-warnings
      --[no-]report-compact --report-dir --report-directory --report-filename --[no-]report-on-fatalerror
      --[no-]report-on-signal --report-signal --[no-]report-uncaught-exception --require --secure-heap
      --secure-heap-min --snapshot-blob --stack-trace-limit --[no-]test-only --test-reporter
      --test-reporter-destination --test-shard --[no-]throw-deprecation --title --tls-cipher-list
      --tls-keylog --[no-]tls-max-v1.2 --[no-]tls-max-v1.3 --[no-]tls-min-v1.0 --[no-]tls-min-v1.1
      --[no-]tls-min-v1.2 --[no-]tls-min-v1.3 --[no-]trace-deprecation --trace-event-categories
      --trace-event-file-pattern --trace-events-enabled --[no-]trace-exit --[no-]trace-sigint
      --[no-]trace-sync-io --[no-]trace-tls --[no-]trace-uncaught --[no-]trace-warnings
      --[no-]track-heap-objects --unhandled-rejections --[no-]use-bundled-ca --use-largepages
      --[no-]use-openssl-ca --v8-pool-size --[no-]verify-base-objects --[no-]warnings --[no-]watch
      --watch-path --[no-]watch-preserve-output --[no-]zero-fill-buffers -C -r
    `,
  ],
  [
    [18, 20, 22],
    `
      --experimental-default-type --huge-max-old-generation-size --no-experimental-fetch
      --no-experimental-global-customevent --no-experimental-global-webcrypto --[no-]trace-atomics-wait
    `,
  ],
  [
    [20, 22, 24],
    `
      --[no-]allow-addons --[no-]allow-child-process --allow-fs-read --allow-fs-write --[no-]allow-wasi
      --[no-]allow-worker --disable-warning --[no-]disable-wasm-trap-handler
      --[no-]experimental-detect-module --[no-]experimental-eventsource
      --[no-]experimental-print-required-tla --[no-]experimental-require-module
      --[no-]experimental-websocket --expose-gc --[no-]heap-prof --heap-prof-dir --heap-prof-interval
      --heap-prof-name --[no-]inspect-wait --[no-]network-family-autoselection
      --network-family-autoselection-attempt-timeout --[no-]report-exclude-network --[no-]trace-promises
      --trace-require-module
    `,
  ],
  [
    [18, 20],
    `
      --[no-]experimental-network-imports --experimental-policy --no-experimental-wasm-modules
      --policy-integrity
    `,
  ],
  [
    [20, 22],
    `
      --experimental-permission
    `,
  ],
  [
    [22, 24],
    `
      --[no-]cpu-prof --cpu-prof-dir --cpu-prof-interval --cpu-prof-name --[no-]disable-sigusr1
      --[no-]entry-url --[no-]experimental-addon-modules --[no-]experimental-global-navigator
      --[no-]experimental-sqlite --experimental-strip-types --[no-]experimental-transform-types
      --[no-]experimental-webstorage --localstorage-file --max-old-space-size-percentage --[no-]permission
      --[no-]report-exclude-env --test-coverage-branches --test-coverage-exclude --test-coverage-functions
      --test-coverage-include --test-coverage-lines --test-name-pattern --test-skip-pattern --[no-]trace-env
      --[no-]trace-env-js-stack --[no-]trace-env-native-stack --[no-]use-env-proxy --[no-]use-system-ca
      --watch-kill-signal
    `,
  ],
  [
    [18],
    `
      --no-enable-network-family-autoselection
    `,
  ],
  [
    [20],
    `
      --no-experimental-permission
    `,
  ],
  [
    [22],
    `
      --[no-]experimental-async-context-frame --no-experimental-strip-types
    `,
  ],
  [
    [24],
    `
      --[no-]allow-inspector --[no-]allow-openssl-store --[no-]async-context-frame
      --[no-]experimental-import-text --experimental-package-map --experimental-quic
      --[no-]experimental-stream-iter --experimental-test-isolation --max-heap-size --[no-]permission-audit
      --[no-]require-module --[no-]strip-types --test-global-setup --test-isolation --test-random-seed
      --[no-]test-randomize --test-rerun-failures
    `,
  ],
];

/** Majors of which no further version comes, so that what they take is settled (nodejs.org: releases). */
const ENDED: readonly number[] = [18, 20];

const byMajor = new Map<number, Set<string>>();
for (const [majors, names] of ALLOWED)
  for (const name of names.trim().split(/\s+/))
    for (const major of majors) {
      const own = byMajor.get(major) ?? new Set();
      own.add(name.replace("[no-]", ""));
      if (name.includes("[no-]")) own.add(name.replace("[no-]", "no-"));
      byMajor.set(major, own);
    }

/** Whether node takes an option there: `never` of a version that is settled, `unknown` where a later one may. */
export function takenByNode(option: string, version: string | undefined): "taken" | "never" | "unknown" {
  const [written = option] = option.split("=");
  const name = written.startsWith("--") ? written.replaceAll("_", "-") : written;
  const major = Number(/^\s*v?(\d+)(?:\.(?:\d+|x))*\s*$/.exec(version ?? "")?.[1]);
  const own = byMajor.get(major);
  if (own === undefined) return [...byMajor.values()].some((names) => names.has(name)) ? "taken" : "unknown";
  if (own.has(name)) return "taken";
  return ENDED.includes(major) ? "never" : "unknown";
}
