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
 * @throws InputError when there is nothing to read
 */
export function* readSources(path: string, startFolder: string): Generator<Source> {
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
    yield { name, text: decode(readFileSync(join(full, file)), name) };
  }
}

function decode(bytes: Buffer, name: string): string {
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    const plain = zipped ? gunzipSync(bytes) : bytes;
    return plain.toString('utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new InputError(`--event ${name}: the file is no valid gzip`, { cause });
  }
}
