/**
 * So many answers are kept: an expression of code has a few hundred texts, a report as many names of fields, and a stack's
 * services have most of their values in common.
 */
const MOST = 500;
/** Of a longer text none: what is asked again and again is short. */
const LONGEST = 2_000;

/**
 * What is asked of the same texts, once for each as long as its answer is kept. A name in code is read to the end of its
 * expression, and so is each name within that: the same texts are asked again from each. A report has its names in each
 * row.
 *
 * @param ask depends on nothing but the two texts
 */
export function remembered<T>(ask: (text: string, name: string) => T): (text: string, name?: string) => T {
  const answers = new Map<string, T>();
  return (text, name = "") => {
    if (text.length > LONGEST) return ask(text, name);
    const key = `${name}\n${text}`;
    const known = answers.get(key);
    if (known !== undefined || answers.has(key)) return known as T;
    const answer = ask(text, name);
    if (answers.size >= MOST) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}

/** The same of the words of a command; a shell's word has no zero in it. */
export function rememberedOfWords<T>(ask: (words: readonly string[]) => T): (words: readonly string[]) => T {
  const ofText = remembered((text) => ask(text.split("\0")));
  return (words) => (words.length === 0 ? ask(words) : ofText(words.join("\0")));
}
