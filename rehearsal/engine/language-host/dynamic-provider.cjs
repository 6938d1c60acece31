// pulumi-resource-pulumi-nodejs: the dynamic provider of the program's own SDK, started in its folder.
require(require.resolve("@pulumi/pulumi/cmd/dynamic-provider", { paths: [process.cwd()] }));
