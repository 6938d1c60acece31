// `npm run bench`: set-up, then the benches that the arguments name.

const { setUp } = require("./setup.js");

setUp();
require("tsx/cjs");
require("../bench/index.ts");
