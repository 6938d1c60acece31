// Required by a command under test: it says its process id and stays busy where it opens, reads or lists what HELD names. A
// lock that another process holds is awaited, and only said.
const fs = require("node:fs");

const { HELD = "", HELD_PID = "" } = process.env;
const reached = (file) => HELD !== "" && String(file).endsWith(HELD);
const say = (file) => fs.writeFileSync(HELD_PID, `${process.pid}\n${file}`);

for (const name of ["openSync", "readdirSync", "readFileSync"]) {
  const real = fs[name];
  fs[name] = (file, ...rest) => {
    if (!reached(file)) return real(file, ...rest);
    say(file);
    for (;;);
  };
}

const { mkdir } = fs;
fs.mkdir = (file, ...rest) => {
  if (reached(file)) say(file);
  return mkdir(file, ...rest);
};
