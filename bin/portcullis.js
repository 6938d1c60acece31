#!/usr/bin/env node
"use strict";

require("tsx/cjs");
require("../cli/index.ts");
