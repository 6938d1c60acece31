const WORDS = "LOCAL|DEV|DEVELOPMENT|TESTS?|TESTING|CI|E2E|MOCK|SHADOW";
const OF_DEVELOPERS = new RegExp(`(?:^|_)(?:${WORDS})_\\w|\\w_(?:${WORDS})$`);

/**
 * Whether tests or a developer's tools alone read a variable, by its name: `TEST_DATABASE_URL`, `DATABASE_URL_LOCAL`, and
 * the shadow database of `prisma migrate dev` (prisma.io/docs: shadow database).
 */
export const isForDevelopers = (name: string): boolean => OF_DEVELOPERS.test(name);
