/** Words with which a cause begins that are no names; the names of tables, packages, hosts and files keep their case. */
const OPENING =
  /^(?:the|a|an|no|one|two|all|another|some|something|nothing|what|it|its|every|each|neither|this|there|several|migrations)\b(?![-.:/@])/;

/** A cause as a sentence; a name at its beginning stays as it is written. */
export function sentence(text: string): string {
  const begin = OPENING.test(text) ? text.charAt(0).toUpperCase() : text.charAt(0);
  return `${begin}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
