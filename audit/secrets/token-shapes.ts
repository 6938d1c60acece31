import type { CredentialFact } from "../../domain";
import { placeAt } from "../../domain/text-place";
import { isRealToken, TOKENS } from "../../domain/token-shapes";
import type { SourceFile } from "../walk/source-file";

/** Asked first, as it is fast. */
const ANCHORS = new RegExp([...TOKENS.map(({ begins }) => begins), "eyJ"].join("|"));

/** A token of JSON: its second part says for whom it is. */
const JWT = /\beyJ[\w-]{10,300}\.(eyJ[\w-]{10,1000})\.[\w-]{20,600}/g;

/** Keys by their prefix, wherever they are written, and Supabase's old key of the service role by what it says. */
export function prefixedTokens({ path: file, text }: SourceFile): readonly CredentialFact[] {
  if (!ANCHORS.test(text)) return [];
  const tokens = TOKENS.flatMap(({ what, shape }) =>
    [...text.matchAll(shape)].filter(([token]) => isRealToken(token)).map((match) => ({ what, match })),
  );
  const roles = [...text.matchAll(JWT)]
    .filter(([, claims = ""]) => isServiceRole(claims))
    .map((match) => ({ what: "a key of Supabase's service role", match }));
  return [...tokens, ...roles].map(({ what, match: { 0: token, index } }) => {
    const place = placeAt(file, text, index);
    return { kind: "credential", place, what, tracked: true, endColumn: place.column + token.length };
  });
}

/** supabase.com/docs/guides/api/api-keys: such a key passes by every policy. The one of a local stack is everybody's. */
function isServiceRole(claims: string): boolean {
  const said = Buffer.from(claims, "base64url").toString("utf8");
  return /"role"\s*:\s*"service_role"/.test(said) && !/"iss"\s*:\s*"supabase-demo"/.test(said);
}
