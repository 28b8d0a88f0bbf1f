import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { InputError } from './errors.ts';

/** The text of one file or of stdin. */
export interface Source {
  /** For messages: the path, or "stdin". */
  readonly name: string;
  readonly text: string;
}

const readable = /\.(?:json|jsonl|ndjson)(?:\.gz)?$/i;

/**
 * What `--event PATH` names: a file, every JSON file of a folder and its folders in order of their
 * paths, or stdin for `-`. Gzip is told by its first bytes.
 *
 * @param startFolder where a relative path begins
 * @param unreadable takes the files of a folder that cannot be read; without it they throw
 * @throws InputError when there is nothing to read
 */
export function* readSources(
  path: string,
  startFolder: string,
  unreadable?: InputError[],
): Generator<Source> {
  if (path === '-') return yield { name: 'stdin', text: decode(readFileSync(0), 'stdin') };
  const full = isAbsolute(path) ? path : resolve(startFolder, path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (found === undefined) throw new InputError(`--event ${path}: there is no such file or folder`);
  if (!found.isDirectory()) return yield { name: path, text: decode(readFileSync(full), path) };
  const files = readdirSync(full, { recursive: true, encoding: 'utf8' })
    .filter((file) => readable.test(file))
    .sort();
  if (files.length === 0) {
    throw new InputError(
      `--event ${path}: the folder holds no file that ends in .json, .jsonl or .ndjson (or these with .gz)`,
    );
  }
  for (const file of files) {
    const name = join(path, file);
    try {
      yield { name, text: decode(readFileSync(join(full, file)), name) };
    } catch (error) {
      if (unreadable === undefined || !(error instanceof InputError)) throw error;
      unreadable.push(error);
    }
  }
}

function decode(bytes: Buffer, name: string): string {
  const plain = unzip(bytes, name);
  const encoding = foreignEncoding(plain);
  if (encoding === undefined) return plain.toString('utf8').replace(/^\uFEFF/, '');
  throw new InputError(`--event ${name}: the text is in ${encoding}; UTF-8 is wanted`);
}

function unzip(bytes: Buffer, name: string): Buffer {
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    return zipped ? gunzipSync(bytes) : bytes;
  } catch (cause) {
    throw new InputError(`--event ${name}: the file is no valid gzip`, { cause });
  }
}

/** UTF-16 by its mark or, since JSON begins with ASCII, by the zero beside the first character. */
function foreignEncoding([first, second]: Buffer): string | undefined {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) {
    return 'UTF-16 (little-endian)';
  }
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) {
    return 'UTF-16 (big-endian)';
  }
  return undefined;
}
