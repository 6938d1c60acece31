/** Types that a value's name has behind its colon: `str`, `Option<String>`, `string | null`, `[]byte`. */
const TYPE_NAME =
  "(?:str(?:ing)?|bytes|int(?:eger)?|bool(?:ean)?|float|number|any|object|unknown|never|void|null|None|nil|undefined|String|Bytes|Buffer|Secret(?:Str|String|Bytes)|CharSequence|Number|Boolean|Any|EmailStr|Uint8Array|u8|char)";
const ONE_TYPE = `(?:[&*]?(?:'[a-z]+[ ])?(?:\\[\\])?${TYPE_NAME}|[A-Za-z.:]{2,40}(?:<[\\w\\s,|<>[\\].&']{1,60}>|\\[[\\w\\s,|[\\].]{1,60}\\]))(?:\\?|\\[\\])?`;
export const TYPE = new RegExp(
  `^${ONE_TYPE}(?:[ ]?\\|[ ]?${ONE_TYPE}){0,4}(?=[ \\t]*(?:[,;)=}]|->|\\r?$|\\r?\\n)|[ \\t]+\\{)`,
);
