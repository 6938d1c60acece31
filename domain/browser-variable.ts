/** Prefixes of variables that a framework's build writes into what browsers load. */
const PREFIX = /^(?:NEXT_PUBLIC|VITE|REACT_APP|NUXT_PUBLIC|EXPO_PUBLIC|GATSBY|PUBLIC|VUE_APP)_/;

/** Whether browsers load the variable's value, as its name says: whatever else the name says, it is public. */
export const isForBrowsers = (name: string): boolean => PREFIX.test(name);
