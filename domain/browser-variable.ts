/**
 * Prefixes of variables that a build writes into what browsers load, by the tools whose pages say so (nextjs.org,
 * vite.dev, create-react-app.dev, nuxt.com, docs.expo.dev, gatsbyjs.com, svelte.dev, docs.astro.build, cli.vuejs.org,
 * storybook.js.org; read 2026-11-30). `PUBLIC_` alone may be a word of a program that has nothing to do with a browser.
 */
const OF_TOOLS =
  "NEXT_PUBLIC|VITE|REACT_APP|NUXT_PUBLIC|NUXT_ENV|EXPO_PUBLIC|GATSBY|VUE_APP|NG_APP|STORYBOOK";
const CERTAIN = new RegExp(`^(?:${OF_TOOLS})_`);
const POSSIBLE = /^PUBLIC_/;

/** All of them, as a part of a pattern. */
export const BROWSER_PREFIX = `(?:${OF_TOOLS}|PUBLIC)_`;

/** Whether browsers load the variable's value, as its name says: whatever else the name says, it is public. */
export const isForBrowsers = (name: string): boolean => browserPrefix(name) !== undefined;

/** The prefix that says so, and whether it is the tool's alone; undefined where the name has none. */
export function browserPrefix(
  name: string,
): { readonly prefix: string; readonly certain: boolean } | undefined {
  const [prefix] = CERTAIN.exec(name) ?? POSSIBLE.exec(name) ?? [];
  return prefix === undefined ? undefined : { prefix, certain: CERTAIN.test(name) };
}
