// `npm start`: set-up, then the review of all environments. Arguments go on to `portcullis review`.

const { setUp } = require("./setup.js");

setUp();
process.argv.splice(2, 0, "review");
require("./portcullis.js");
