/** Folders that tools write a site's pages to; another one may be a folder that the build itself moves the pages to. */
export const PUBLISHED_FOLDERS: readonly string[] = ["build", "dist", "out", "public", "_site", "www"];
