// Imports a package that its package.json forgets.
import Fastify from "fastify";

await Fastify().listen({ port: Number(process.env.PORT), host: "0.0.0.0" });
