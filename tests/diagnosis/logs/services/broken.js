// Has a mistake of its own.
const settings = { port: 3000 };
console.log("reading the settings");
settings.routes.forEach((route) => console.log(route));
