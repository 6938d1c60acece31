import { TextDecoder } from "node:util";

/** The charset that a media type names (RFC 9110, section 8.3.2), in quotes or not. */
const CHARSET = /;\s*charset\s*=\s*"?([^\s";]+)/i;

/** Reads the bytes of a body in the charset that its `content-type` names; in UTF-8 where it names none that is known. */
export function decoderOf(contentType: string | undefined): TextDecoder {
  const charset = CHARSET.exec(contentType ?? "")?.[1];
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
