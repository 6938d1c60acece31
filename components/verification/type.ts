/** The type of a verification in a state, as Pulumi names a dynamic resource of a class. */
export const VERIFICATION_TYPE = "pulumi-nodejs:dynamic/portcullis:Verification";
