import { oneOf, required, text } from "../fields";
import { withoutAbsent } from "../plugin/property-values";
import { workspaceStreamKind } from "./workspace-stream";

/** `render:index/logStream:LogStream`: where a workspace sends the logs of what has no stream of its own. */
export const logStream = workspaceStreamKind({
  token: "render:index/logStream:LogStream",
  called: "log stream",
  path: "/logs/streams/owner",
  // Names: Render's Terraform provider, docs/resources/log_stream.md (read 2026-11-30).
  fields: { preview: required(oneOf(["send", "drop"])), endpoint: text(), token: text() },
  // Recorded: one without an endpoint has an empty one.
  canonical: (inputs) => withoutAbsent({ ...inputs, endpoint: inputs.endpoint || undefined }),
  // One that is left out is sent empty, as Render's own provider does: else it might be kept.
  body: ({ preview, endpoint = "" }) => ({ preview, endpoint }),
  told: ({ preview, endpoint }) => ({ preview, endpoint: endpoint || undefined }),
});
