// Serves, and keeps something of every moment.
const http = require("node:http");

const kept = [];
http
  .createServer((_request, response) => response.end("ok"))
  .listen(Number(process.env.PORT), "0.0.0.0", () => {
    console.log(`Server running on port ${process.env.PORT}`);
  });
setInterval(() => kept.push(Buffer.alloc(10_000_000, 1)), 25);
