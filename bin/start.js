// `npm start`: set-up, then the rehearsal of all environments. Arguments go on to `portcullis rehearse`.

const { setUp } = require("./setup.js");

setUp();
process.argv.splice(2, 0, "rehearse");
require("./portcullis.js");
