/** Loopback addresses: what binds one of them cannot be reached from outside its machine. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, "");
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    /^\[?(::1|::ffff:127\..*)\]?$/.test(name) ||
    /^127(\.\d{1,3}){1,3}$/.test(name)
  );
}
