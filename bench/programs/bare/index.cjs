// As many resources as COUNT says, and nothing else.
const pulumi = require("@pulumi/pulumi");

for (let at = 0; at < Number(process.env.COUNT); at++)
  new pulumi.ComponentResource("bare:index:Thing", `thing-${at}`, { at });
