// Writes its cache to its disk before it serves.
const fs = require("node:fs");
const path = require("node:path");

console.log("warming the cache");
fs.writeFileSync(path.join(process.env.CACHE_FOLDER, "cache.json"), "x".repeat(1_000_000));
