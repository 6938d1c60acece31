// `npm run soak`: set-up, then kills and faults during real updates. `npm run soak -- --help` has the options.

const { setUp } = require("./setup.js");

setUp();
require("tsx/cjs");
require("../tests/soak/main.ts");
