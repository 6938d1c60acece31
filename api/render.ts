/** `portcullis/render`: the resource classes of the Render provider. */
export * from "../render/sdk";
