// Keeps everything it has ever seen.
const kept = [];
console.log("loading the catalogue");
for (;;) kept.push(Array.from({ length: 10000 }, (_, n) => ({ n, name: `item ${n}` })));
