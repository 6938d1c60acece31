// The packages first: the TypeScript loader would look at each of their files too.
require("@pulumi/policy");
require("tsx/cjs");
require("./index.ts");
