// Node loads it before Pulumi's SDK, for the program of this repository (`nodeargs` in Pulumi.yaml). A project with the
// package names `portcullis/typescript` there.
require("./built.js");
require("../dist/typescript.js");
