/** A reference of any kind, in the place of a URL's password. */
const PASSWORD_REFERRED =
  /^(["']?)((?:postgres(?:ql)?(?:\+\w{1,30})?|asyncpg):\/\/[\w.%-]{1,200}):(?:\$\{[^{}\s]{1,200}\}|\$[A-Za-z_]\w{0,100})(@[^\s$"']{1,500})\1$/;

/** A connection URL whose password alone is a reference, without it: host, port and parameters are as they are written. */
export function withoutPassword(written: string): { readonly withoutPassword?: string } {
  const [, , before, after] = PASSWORD_REFERRED.exec(written.trim()) ?? [];
  return before === undefined || after === undefined ? {} : { withoutPassword: before + after };
}
