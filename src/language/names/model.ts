/**
 * The weights of the name finder, and the file that holds them: one line of JSON (format, version, checksum, sizes, what the training said),
 * a line break, the transitions as 32-bit floats, then the rows as 8-bit codes. A code c stands for sign(c) × (c / 127)² × `scale`.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dataFile } from '../../data/locate.ts';
import { ReadoutError } from '../../model/errors.ts';
import { FEATURES } from './features.ts';
import { LABELS } from './labels.ts';

/** Raised whenever features, labels or layout change: older files are then refused, not misread. */
export const NAMES_VERSION = 1;
const FORMAT = 'readout-names';
const NEXT = 'restore data/en/names.weights from the repository, or make it with: npm run train';

export interface NameModel {
  /** log2 of the number of rows. */
  bits: number;
  /** rows[row * LABELS + label] */
  rows: Int8Array;
  scale: number;
  /** transitions[previous * LABELS + next] */
  transitions: Float32Array;
  /** What the training recorded: corpora, epochs, scores. */
  about: Record<string, unknown>;
}

interface Header {
  format: string;
  version: number;
  sha256: string;
  bits: number;
  features: number;
  labels: number;
  scale: number;
  about: Record<string, unknown>;
}

/** The weight that each code stands for, by code + 128. */
export function weightsOfCodes(scale: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, i) => Math.sign(i - 128) * ((i - 128) / 127) ** 2 * scale);
}

/** The bytes of a weights file. */
export function encodeModel(model: NameModel): Buffer {
  const body = Buffer.concat([
    Buffer.from(model.transitions.buffer, model.transitions.byteOffset, model.transitions.byteLength),
    Buffer.from(model.rows.buffer, model.rows.byteOffset, model.rows.byteLength),
  ]);
  const header: Header = {
    format: FORMAT,
    version: NAMES_VERSION,
    sha256: createHash('sha256').update(body).digest('hex'),
    bits: model.bits,
    features: FEATURES,
    labels: LABELS,
    scale: model.scale,
    about: model.about,
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]);
}

/**
 * Reads data/en/names.weights, or another file.
 * @throws ReadoutError 'weights' where it is missing, damaged or of another version.
 */
export function loadModel(file: string = dataFile('en/names.weights')): NameModel {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new ReadoutError('weights', `the weights of the name finder cannot be read: ${file}`, NEXT, { cause });
  }
  const cut = bytes.indexOf(10);
  let header: Header;
  try {
    header = JSON.parse(bytes.toString('utf8', 0, Math.max(0, cut)));
  } catch (cause) {
    throw new ReadoutError('weights', `the weights of the name finder are damaged: ${file}`, NEXT, { cause });
  }
  if (
    header.format !== FORMAT ||
    header.version !== NAMES_VERSION ||
    header.features !== FEATURES ||
    header.labels !== LABELS
  )
    throw new ReadoutError('weights', `the weights of the name finder are of another version: ${file}`, NEXT);
  const body = bytes.subarray(cut + 1);
  const head = LABELS * LABELS * 4;
  const size = head + (1 << header.bits) * LABELS;
  if (body.length !== size || createHash('sha256').update(body).digest('hex') !== header.sha256)
    throw new ReadoutError('weights', `the weights of the name finder are damaged: ${file}`, NEXT);
  const transitions = new Float32Array(LABELS * LABELS);
  new Uint8Array(transitions.buffer).set(body.subarray(0, head));
  const rows = new Int8Array(body.buffer, body.byteOffset + head, (1 << header.bits) * LABELS);
  return { bits: header.bits, rows, scale: header.scale, transitions, about: header.about };
}
