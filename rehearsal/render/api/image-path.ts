/** An image's reference as answers show it: `nginx` is `docker.io/library/nginx:latest` (docs/facts/render.md#r12). */
export function fullImagePath(written: string): string {
  const [first = "", ...rest] = written.split("/");
  const host = rest.length > 0 && /[.:]|^localhost$/.test(first);
  const named = host ? written : `docker.io/${rest.length === 0 ? "library/" : ""}${written}`;
  return /@|:[^/]*$/.test(named) ? named : `${named}:latest`;
}
