/** Whether a path is a folder, or below it; the folder has no slash at its end. */
export const isBelow = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder}/`);
