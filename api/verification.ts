/** `portcullis/verification`: what the provider's text in a stack's state loads. Not for programs. */
export { create, diff, update } from "../components/verification/lifecycle";
