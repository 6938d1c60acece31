// Serves, and after a while meets an answer that it did not expect.
const http = require("node:http");

http
  .createServer((_request, response) => response.end("ok"))
  .listen(Number(process.env.PORT), "0.0.0.0", () => {
    console.log(`Server running on port ${process.env.PORT}`);
  });
setTimeout(() => {
  const answer = JSON.parse('{"user":null}');
  console.log(`refreshed for ${answer.user.name}`);
}, 1500);
