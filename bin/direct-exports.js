// esbuild answers for each export of a chunk with two functions, one behind the other, which are called each time that
// another chunk names the export: a million times in an audit of a large repository. A function that is declared never
// changes, and is given as it is; of all others the first of the two is enough.

/** What esbuild writes at the top of a CommonJS text that it makes of an ES module. */
const EXPORTED =
  /^var (\w+) = \{\};\n__export\(\1, \{\n((?: {2}.*\n)*)\}\);\nmodule\.exports = __toCommonJS\(\1\);\n/m;
const ONE = /^ {2}([\w$]+): \(\) => ([\w$]+),?$/;

const FUNCTION = /^(?:async )?function\*? ([\w$]+)\(/gm;
/** A name that is, or may be, something else than a function, or set again. */
const OTHERWISE =
  /^(?:var|let|const|class) ([\w$]+)|(?<![\w$.])([\w$]+)\s*(?:[-+*/%&|^<>?]|\*\*|<<|>>>?|&&|\|\||\?\?)?=(?![=>])|(?:\+\+|--)([\w$]+)|(?<![\w$.])([\w$]+)(?:\+\+|--)/gm;

/** A CommonJS text of esbuild's, not minified, whose exports are read without a function where they can be. */
function withDirectExports(text) {
  return text.replace(EXPORTED, (whole, _, lines) => {
    const all = lines.trimEnd().split("\n");
    const named = all.map((line) => ONE.exec(line));
    if (named.includes(null)) return whole;
    const functions = namesIn(text, FUNCTION);
    const others = namesIn(text, OTHERWISE);
    const written = named.map(([, name, local]) =>
      functions.has(local) && !others.has(local)
        ? `module.exports.${name} = ${local};`
        : `__export(module.exports, { ${name}: () => ${local} });`,
    );
    return `__defProp(module.exports, "__esModule", { value: true });\n${written.join("\n")}\n`;
  });
}

function namesIn(text, form) {
  return new Set([...text.matchAll(form)].map((match) => match.slice(1).find((name) => name !== undefined)));
}

module.exports = { withDirectExports };
