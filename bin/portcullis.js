#!/usr/bin/env node

const { entry, run } = require("./bundle.js");

const file = entry(process.argv[2]);
if (file.endsWith(".ts")) {
  require("tsx/cjs");
  require(file);
} else run(file);
