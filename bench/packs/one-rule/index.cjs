const { PolicyPack } = require("@pulumi/policy");

new PolicyPack("one-rule", {
  policies: [
    {
      name: "health-check",
      description: "A web service has a health check.",
      enforcementLevel: "mandatory",
      validateResource: ({ props }, reportViolation) => {
        if (props.healthCheckPath === "") reportViolation("no health check");
      },
    },
  ],
});
