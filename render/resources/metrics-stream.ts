import { filledText, required } from "../fields";
import { workspaceStreamKind } from "./workspace-stream";

/** `render:index/metricsStream:MetricsStream`: where a workspace sends its metrics. */
export const metricsStream = workspaceStreamKind({
  token: "render:index/metricsStream:MetricsStream",
  called: "metrics stream",
  path: "/metrics-stream",
  // Names: Render's Terraform provider, docs/resources/metrics_stream.md (read 2026-11-30). Render adds to its
  // providers of metrics, and says itself which one it does not know.
  fields: {
    metricsProvider: required(filledText),
    url: required(filledText),
    token: required(filledText),
  },
  canonical: (inputs) => inputs,
  body: ({ metricsProvider: provider, url }) => ({ provider, url }),
  told: ({ provider: metricsProvider, url }) => ({ metricsProvider, url }),
});
