// Pulumi starts a plugin without `nodeargs`, so the TypeScript loader is registered here; after what is JavaScript
// already, which the loader would look at file by file.
require("@grpc/grpc-js");
require("@pulumi/pulumi/proto/provider_grpc_pb");
require("tsx/cjs");
const { serve } = require("./plugin/serve.ts");

serve(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
