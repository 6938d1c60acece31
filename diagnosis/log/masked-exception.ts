import { redact } from "../../domain";
import type { SeenException } from "./exception";

/** The same without secrets in its words. */
export function maskedException(exception: SeenException): SeenException {
  const { message, text } = exception;
  return { ...exception, message: redact(message.trim()), text: redact(text.trim()) };
}
