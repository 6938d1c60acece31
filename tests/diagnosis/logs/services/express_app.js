// Requires a package that its package.json forgets.
const express = require("express");

express().listen(process.env.PORT);
