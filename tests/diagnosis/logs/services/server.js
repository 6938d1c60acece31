// Serves on the host and port of its arguments; answers 404 to everything but its own path.
const http = require("node:http");

const [host = "0.0.0.0", port = process.env.PORT ?? "3000", path = "/"] = process.argv.slice(2);

http
  .createServer((request, response) => {
    response.statusCode = request.url === path ? 200 : 404;
    response.end();
  })
  .listen(Number(port), host, () => console.log(`Server listening on http://${host}:${port}`));
