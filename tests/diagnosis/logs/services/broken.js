// Has a mistake of its own.
const settings = { port: 3000 };
console.log("reading the settings");
for (const route of settings.routes.list) console.log(route);
