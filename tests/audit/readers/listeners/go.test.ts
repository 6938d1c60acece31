import assert from "node:assert/strict";
import { goAddresses } from "../../../../audit/readers/listeners/go";

const main = (...lines: readonly string[]): string =>
  `package main\n\nfunc main() {\n${lines.join("\n")}\n}\n`;
const METRICS = 'go func() { _ = http.ListenAndServe(":9091", promhttp.Handler()) }()';

describe("what Go opens beside the service's own port", () => {
  for (const [name, text, expected] of [
    ["metrics beside a known port", main(METRICS, 'http.ListenAndServe(":8080", mux)'), [":8080"]],
    ["metrics beside an address that is not known", main(METRICS, "http.ListenAndServe(cfg.Addr, mux)"), []],
    ["metrics beside gin, which takes PORT", main(METRICS, "r.Run()"), []],
    ["metrics beside what is given an address", main(METRICS, "e.Start(cfg.ListenAddr)"), []],
    ["metrics beside a command", main(METRICS, "cmd.Run()", "scheduler.Start(ctx)"), [":9091"]],
    ["the only server, in a goroutine", main(METRICS.replace("9091", "8080"), "<-ctx.Done()"), [":8080"]],
    [
      "two in goroutines",
      main(METRICS, 'go func() { _ = http.ListenAndServe(":8080", mux) }()', "<-ctx.Done()"),
      [":9091", ":8080"],
    ],
    [
      "one on loopback beside one for all",
      main(METRICS, 'http.ListenAndServe("127.0.0.1:8080", mux)'),
      [":9091"],
    ],
    [
      "a flag of cobra below the command that it is of",
      'var addr string\n\nfunc init() {\n\tc := &cobra.Command{RunE: func() error { return http.ListenAndServe(addr, mux) }}\n\tc.Flags().StringVar(&addr, "addr", ":8080", "")\n}\n',
      [":8080"],
    ],
  ] as const)
    it(`is not the service's: ${name}`, () => {
      const found = goAddresses(text)
        .filter(({ open }) => open !== true)
        .map(({ host, port = "" }) => `${host === "0.0.0.0" ? "" : host}:${port}`);
      assert.deepEqual(found, expected);
    });
});
