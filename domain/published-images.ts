import type { PublishedImage } from "./published-image";
import { IMAGES_OF_APPLICATIONS } from "./published-images-applications";
import { IMAGES_OF_STORES } from "./published-images-stores";

/** Docker Hub by its names (docs.docker.com/reference/cli/docker/image/pull). */
const HUB = /^(?:(?:(?:registry-1|index)\.)?docker\.io\/)?(?:library\/)?/;

const BY_NAME = new Map(
  [...IMAGES_OF_APPLICATIONS, ...IMAGES_OF_STORES].flatMap((image) =>
    image.names.map((name) => [name, image] as const),
  ),
);

/** The image of an address, whatever its tag. */
export function publishedImage(address: string): PublishedImage | undefined {
  return BY_NAME.get(nameOfImage(address));
}

/** An image's name as its page has it: `docker.io/library/nginx:1.27` is `nginx`. */
export function nameOfImage(address: string): string {
  return address
    .trim()
    .replace(/@.*$/, "")
    .replace(/:[^/]*$/, "")
    .replace(HUB, "");
}
