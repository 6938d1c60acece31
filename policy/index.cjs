require("../bin/built.js");
require("../dist/policy.js").createPolicyPack();
