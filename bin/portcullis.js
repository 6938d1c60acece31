#!/usr/bin/env node
require("./built.js");
require("../dist/cli.js");
