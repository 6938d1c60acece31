const { PrismaPg } = require("@prisma/adapter-pg");
const { PrismaClient } = require("@prisma/client");
const express = require("express");

const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL });
const prisma = new PrismaClient({ adapter });
const app = express();

app.use((_request, response, next) => {
  response.set("access-control-allow-origin", process.env.CORS_ORIGIN ?? "");
  next();
});

app.get("/healthz", async (_request, response) => {
  await prisma.$queryRaw`SELECT 1`;
  response.json({ database: "ok" });
});

app.get("/orders", async (_request, response) => {
  response.json({ count: await prisma.order.count() });
});

const port = process.env.PORT || 3000;
app.listen(port, "0.0.0.0", () => console.log(`listening on ${port}`));
