const { readFileSync, readdirSync } = require("node:fs");
const path = require("node:path");
const { Client } = require("pg");

async function main() {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith(".sql")).sort()) {
    await client.query(readFileSync(path.join(__dirname, file), "utf8"));
  }
  await client.end();
}

main();
