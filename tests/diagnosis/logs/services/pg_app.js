// Asks the database once, with node-postgres, and then serves.
const http = require("node:http");
const { Pool } = require("pg");

const port = process.env.PORT ?? 3000;

async function main() {
  const pool = new Pool({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 5000 });
  const { rows } = await pool.query("SELECT now()");
  console.log(`connected, the database's time is ${rows[0].now}`);
  http
    .createServer((_request, response) => response.end("ok"))
    .listen(port, "0.0.0.0", () => {
      console.log(`Server running on port ${port}`);
    });
}

main();
