/** A name of a Python package, or a text with such names, as they are compared: in small letters, with `-` for `_` (PEP 503). */
export const packageName = (written: string): string => written.toLowerCase().replaceAll("_", "-");
