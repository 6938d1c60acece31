require("../bin/built.js");
const { serve } = require("../dist/render-plugin.js");

serve(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
