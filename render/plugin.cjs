// Pulumi starts a plugin without `nodeargs`, so the TypeScript loader is registered here.
require("tsx/cjs");
const { serve } = require("./plugin/serve.ts");

serve(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
