/**
 * The weights of attribution in one file: a line of JSON (format, version, checksum, sizes), then the tables as bytes.
 * A weight w is kept as round(127 · cbrt(w / largest)): the largest weights are a hundred times the usual ones, and
 * steps of equal size would lose the usual ones.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dataFile } from '../../data/locate.ts';
import { ReadoutError } from '../../model/errors.ts';
import { type AttributionModels, newBinary, newChain } from './models.ts';

const FORMAT = 'readout-attribution';
/** Raised whenever features or tables change their meaning. */
const VERSION = 1;
const NEXT = 'restore data/en/attribution.weights from the repository, or make it with: npm run train';

interface Header {
  format: string;
  version: number;
  sha256: string;
  threshold: number;
  nestedThreshold: number;
  cueWords: number[];
  /** By table, in the order of `tablesOf`: number of weights and the largest. */
  tables: { size: number; largest: number }[];
  about: Record<string, unknown>;
}

const tablesOf = (models: AttributionModels): Float32Array[] => [
  models.cueFirst.weights,
  models.cueSecond.weights,
  models.cueNested.weights,
  models.extension.weights,
  models.chain.weights,
  models.chain.transitions,
];

export function encodeModels(models: AttributionModels, about: Record<string, unknown>): Buffer {
  const tables = tablesOf(models).map((weights) => {
    const largest = weights.reduce((best, weight) => Math.max(best, Math.abs(weight)), 0) || 1;
    return { largest, bytes: Int8Array.from(weights, (weight) => Math.round(127 * Math.cbrt(weight / largest))) };
  });
  const body = Buffer.concat(tables.map(({ bytes }) => Buffer.from(bytes.buffer)));
  const header: Header = {
    format: FORMAT,
    version: VERSION,
    sha256: createHash('sha256').update(body).digest('hex'),
    threshold: models.threshold,
    nestedThreshold: models.nestedThreshold,
    cueWords: [...models.cueWords].sort((a, b) => a - b),
    tables: tables.map(({ largest, bytes }) => ({ size: bytes.length, largest })),
    about,
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]);
}

/** @throws ReadoutError 'weights' where the bytes are damaged or of another version. */
export function decodeModels(bytes: Buffer, name: string): AttributionModels {
  const fail = (what: string): never => {
    throw new ReadoutError('weights', `${name} ${what}`, NEXT);
  };
  const end = bytes.indexOf(10);
  let header: Header;
  try {
    header = JSON.parse(bytes.toString('utf8', 0, Math.max(end, 0)));
  } catch {
    return fail('holds no weights of attribution');
  }
  if (header.format !== FORMAT) fail('holds no weights of attribution');
  if (header.version !== VERSION) fail(`has version ${header.version}, this program reads version ${VERSION}`);
  const body = bytes.subarray(end + 1);
  if (createHash('sha256').update(body).digest('hex') !== header.sha256)
    fail('is damaged (its checksum does not match)');
  const models: AttributionModels = {
    cueFirst: newBinary(),
    cueSecond: newBinary(),
    cueNested: newBinary(),
    extension: newBinary(),
    chain: newChain(),
    cueWords: new Set(header.cueWords),
    threshold: header.threshold,
    nestedThreshold: header.nestedThreshold,
  };
  let at = 0;
  tablesOf(models).forEach((weights, k) => {
    const { size, largest } = header.tables[k]!;
    // Two hundred values only: their cubes are worked out once.
    const values = Float32Array.from(
      { length: 256 },
      (_, byte) => ((byte > 127 ? byte - 256 : byte) / 127) ** 3 * largest,
    );
    for (let i = 0; i < size; i++) weights[i] = values[body[at + i]!]!;
    at += size;
  });
  return models;
}

/** The weights that ship with the program. */
export function loadModels(file: string = dataFile('en/attribution.weights')): AttributionModels {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new ReadoutError('weights', `${file} cannot be read`, NEXT, { cause });
  }
  return decodeModels(bytes, file);
}
