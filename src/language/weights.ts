/**
 * The weights file: one line of JSON (format, version, checksum, the list of parts and their sizes, what the training said),
 * a line break, then the parts as they lie in memory. Numbers of the network are 8-bit integers with one float scale per row.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dataFile } from '../data/locate.ts';
import { ReadoutError } from '../model/errors.ts';
import type { Shape } from './shape.ts';

/** Raised whenever the parts or their meaning change: older files are then refused, not misread. */
export const WEIGHTS_VERSION = 3;
const FORMAT = 'readout-weights';
const NEXT = 'restore data/en/engine.weights from the repository, or make it with: npm run train';

export interface Matrix {
  rows: number;
  cols: number;
  values: Int8Array;
  /** One per row: the number is value × scale. */
  scales: Float32Array;
}

export interface Weights {
  shape: Shape;
  /** Keys of the rows of the table of word vectors; see word-features.ts. */
  vocabulary: string[];
  /** 'UPOS XPOS', by column. */
  tags: string[];
  /** UD relations, by column. */
  relations: string[];
  table: Matrix;
  dense: Record<string, Matrix>;
  /** The second opinion on word classes; see word-class.ts. */
  classes: Matrix;
  /** Lines of the lemmatizer's lists; see lemmas.ts. */
  lemmas: string[];
  /** What the training recorded: date of the data, seed, epochs, scores. */
  about: Record<string, unknown>;
}

interface Header {
  format: string;
  version: number;
  sha256: string;
  shape: Shape;
  about: Record<string, unknown>;
  parts: { name: string; rows: number; cols: number; bytes: number }[];
}

/** Rows of `cols` floats as 8-bit integers, each row by its own largest value. */
export function quantizeRows(values: Float32Array, rows: number, cols: number): Matrix {
  const out: Matrix = { rows, cols, values: new Int8Array(rows * cols), scales: new Float32Array(rows) };
  for (let r = 0; r < rows; r++) {
    let max = 0;
    for (let i = r * cols; i < (r + 1) * cols; i++) max = Math.max(max, Math.abs(values[i]!));
    const scale = max / 127 || 1;
    out.scales[r] = scale;
    for (let i = r * cols; i < (r + 1) * cols; i++) out.values[i] = Math.round(values[i]! / scale);
  }
  return out;
}

/** The floats of a matrix, rows × cols. */
export function floatsOf(m: Matrix): Float32Array {
  const out = new Float32Array(m.rows * m.cols);
  const { rows, cols, values, scales } = m;
  for (let r = 0; r < rows; r++) {
    const scale = scales[r]!;
    for (let i = r * cols; i < (r + 1) * cols; i++) out[i] = values[i]! * scale;
  }
  return out;
}

/** The bytes of a weights file. */
export function encodeWeights(weights: Weights): Buffer {
  const parts: { name: string; rows: number; cols: number; data: Buffer }[] = [];
  const lines = (name: string, list: readonly string[]): void =>
    void parts.push({ name, rows: list.length, cols: 0, data: Buffer.from(list.join('\n')) });
  lines('vocabulary', weights.vocabulary);
  lines('tags', weights.tags);
  lines('relations', weights.relations);
  lines('lemmas', weights.lemmas);
  for (const [name, m] of Object.entries({ table: weights.table, classes: weights.classes, ...weights.dense })) {
    const scales = Buffer.alloc(m.rows * 4);
    for (let r = 0; r < m.rows; r++) scales.writeFloatLE(m.scales[r]!, r * 4);
    parts.push({
      name,
      rows: m.rows,
      cols: m.cols,
      data: Buffer.concat([scales, Buffer.from(m.values.buffer, m.values.byteOffset, m.values.length)]),
    });
  }
  const body = Buffer.concat(parts.map((p) => p.data));
  const header: Header = {
    format: FORMAT,
    version: WEIGHTS_VERSION,
    sha256: createHash('sha256').update(body).digest('hex'),
    shape: weights.shape,
    about: weights.about,
    parts: parts.map((p) => ({ name: p.name, rows: p.rows, cols: p.cols, bytes: p.data.length })),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]);
}

function readHeader(bytes: Buffer, name: string): Header {
  const end = bytes.indexOf(10);
  try {
    const header = JSON.parse(bytes.toString('utf8', 0, Math.max(0, end))) as Header;
    if (header.format === FORMAT) return header;
  } catch {
    // Falls through: whatever it is, it is no header.
  }
  throw new ReadoutError('weights', `${name} is not a weights file of the language engine`, NEXT);
}

/** @throws ReadoutError 'weights' where the bytes are damaged or of another version. */
export function decodeWeights(bytes: Buffer, name: string): Weights {
  const header = readHeader(bytes, name);
  if (header.version !== WEIGHTS_VERSION)
    throw new ReadoutError(
      'weights',
      `${name} has version ${header.version}, this program reads version ${WEIGHTS_VERSION}`,
      NEXT,
    );
  const body = bytes.subarray(bytes.indexOf(10) + 1);
  if (createHash('sha256').update(body).digest('hex') !== header.sha256)
    throw new ReadoutError('weights', `${name} is damaged (its checksum does not match)`, NEXT);
  const lists: Record<string, string[]> = {};
  const matrices: Record<string, Matrix> = {};
  let at = 0;
  for (const part of header.parts) {
    const data = body.subarray(at, at + part.bytes);
    at += part.bytes;
    if (part.cols === 0) {
      lists[part.name] = data.toString('utf8').split('\n');
      continue;
    }
    const scales = new Float32Array(part.rows);
    new Uint8Array(scales.buffer).set(data.subarray(0, part.rows * 4));
    const values = new Int8Array(data.buffer, data.byteOffset + part.rows * 4, part.rows * part.cols);
    matrices[part.name] = { rows: part.rows, cols: part.cols, values, scales };
  }
  const { table, classes, ...dense } = matrices;
  return {
    shape: header.shape,
    vocabulary: lists.vocabulary!,
    tags: lists.tags!,
    relations: lists.relations!,
    lemmas: lists.lemmas!,
    table: table!,
    classes: classes!,
    dense,
    about: header.about,
  };
}

/** Reads the weights that ship with the program, or those of `file`. */
export function loadWeights(file: string = dataFile('en/engine.weights')): Weights {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new ReadoutError('weights', `${file} cannot be read`, NEXT, { cause });
  }
  return decodeWeights(bytes, file);
}
