/** Signature, version and number of entries; then the entries (git-scm.com/docs/index-format). */
const HEADER_BYTES = 12;

/** What precedes the object's name in each entry: times, device, inode, mode, owner and size. */
const STAT_BYTES = 40;
const MODE_AT = 24;

/** Object names are SHA-1, or SHA-256 where a repository was made so; the index itself does not say which. */
const HASH_BYTES = [20, 32] as const;

/** The kinds of a mode that are files with a text; links, submodules and folders of a sparse index are not. */
const REGULAR = 0b1000;
const KINDS: readonly number[] = [REGULAR, 0b1010, 0b1110, 0b0100];

const EXTENDED = 0x4000;

/**
 * The regular files that an index of version 2, 3 or 4 names, from the top of the repository. Undefined for any other
 * bytes, and for an index that is split over several files, which does not hold all names.
 */
export function filesOfIndex(bytes: Buffer): readonly string[] | undefined {
  if (bytes.length < HEADER_BYTES || bytes.toString("latin1", 0, 4) !== "DIRC") return undefined;
  const version = bytes.readUInt32BE(4);
  if (version < 2 || version > 4) return undefined;
  for (const hashBytes of HASH_BYTES) {
    const entries = new Entries(bytes, version, hashBytes);
    const files = entries.read(bytes.readUInt32BE(8));
    if (files !== undefined) return hasExtension(bytes, entries.end, hashBytes, "link") ? undefined : files;
  }
  return undefined;
}

/** Reads entry after entry. Whatever the bytes are, each step moves on or ends the reading. */
class Entries {
  end = HEADER_BYTES;
  private previous = "";

  constructor(
    private readonly bytes: Buffer,
    private readonly version: number,
    private readonly hashBytes: number,
  ) {}

  read(count: number): readonly string[] | undefined {
    const files: string[] = [];
    for (let entry = 0; entry < count; entry += 1) {
      const start = this.end;
      const pathAt = this.pathStart(start);
      const path = pathAt === undefined ? undefined : this.pathAt(pathAt, start);
      if (path === undefined) return undefined;
      const kind = this.bytes.readUInt32BE(start + MODE_AT) >>> 12;
      if (!KINDS.includes(kind)) return undefined;
      if (kind === REGULAR && files.at(-1) !== path) files.push(path);
    }
    return files;
  }

  private pathStart(start: number): number | undefined {
    const flagsAt = start + STAT_BYTES + this.hashBytes;
    if (flagsAt + 2 > this.bytes.length) return undefined;
    const extended = (this.bytes.readUInt16BE(flagsAt) & EXTENDED) !== 0;
    return flagsAt + (extended && this.version >= 3 ? 4 : 2);
  }

  private pathAt(at: number, start: number): string | undefined {
    const shared = this.version === 4 ? this.sharedWithPrevious(at) : { length: 0, at };
    const zero = shared === undefined ? -1 : this.bytes.indexOf(0, shared.at);
    if (shared === undefined || zero < 0) return undefined;
    const path = this.previous.slice(0, shared.length) + this.bytes.toString("latin1", shared.at, zero);
    this.previous = path;
    // Up to version 3, one to eight zeros end the path at a multiple of eight.
    this.end = this.version === 4 ? zero + 1 : start + 8 * (Math.floor((zero - start) / 8) + 1);
    // Kept as bytes until here, since version 4 counts bytes.
    return path === "" ? undefined : Buffer.from(path, "latin1").toString("utf8");
  }

  /** How much of the previous path begins this one, from how much is cut off (git's own varint: varint.c). */
  private sharedWithPrevious(from: number): { readonly length: number; readonly at: number } | undefined {
    let cut = 0;
    for (let at = from; at < Math.min(from + 4, this.bytes.length); at += 1) {
      const byte = this.bytes[at] ?? 0;
      cut = cut * 128 + (byte & 0x7f);
      const length = this.previous.length - cut;
      if (byte < 0x80) return length < 0 ? undefined : { length, at: at + 1 };
      cut += 1;
    }
    return undefined;
  }
}

/** Extensions are between the entries and the checksum: four letters, a length, the content. */
function hasExtension(bytes: Buffer, from: number, hashBytes: number, name: string): boolean {
  for (let at = from; at + 8 <= bytes.length - hashBytes; at += 8 + bytes.readUInt32BE(at + 4)) {
    if (bytes.toString("latin1", at, at + 4) === name) return true;
  }
  return false;
}
