/**
 * A WebAssembly module put together in memory: just the instructions that the kernels use, with 128-bit vectors.
 * Kept by hand so that no binary and no compiler has to be shipped. Opcodes: webassembly.github.io/spec, section 5.4.
 */
export type Code = readonly (number | Code)[];

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const out: number[] = [];
  do {
    const rest = value >>> 7;
    out.push((value & 0x7f) | (rest ? 0x80 : 0));
    value = rest;
  } while (value);
  return out;
}

/** Signed LEB128. */
function signed(value: number): number[] {
  const out: number[] = [];
  for (;;) {
    const low = value & 0x7f;
    value >>= 7;
    const done = (value === 0 && !(low & 0x40)) || (value === -1 && (low & 0x40) !== 0);
    out.push(done ? low : low | 0x80);
    if (done) return out;
  }
}

const vector = (opcode: number): number[] => [0xfd, ...unsigned(opcode)];
const at = (offset: number): number[] => [0, ...unsigned(offset)];

export const I32 = 0x7f;
export const F32 = 0x7d;
export const V128 = 0x7b;

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [value, 0x21, ...unsigned(local)];
export const i32 = (value: number): Code => [0x41, ...signed(value)];
export const add = (a: Code, b: Code): Code => [a, b, 0x6a];
export const sub = (a: Code, b: Code): Code => [a, b, 0x6b];
export const mul = (a: Code, b: Code): Code => [a, b, 0x6c];
export const step = (local: number, by: Code): Code => set(local, add(get(local), by));
export const less = (a: Code, b: Code): Code => [a, b, 0x49];
export const choose = (condition: Code, then: Code, otherwise: Code): Code => [
  condition,
  0x04,
  0x40,
  then,
  0x05,
  otherwise,
  0x0b,
];
/** Runs the body, then again while the condition holds. */
export const repeat = (body: Code, condition: Code): Code => [0x03, 0x40, body, condition, 0x0d, 0, 0x0b];

/** Calls a kernel by its place in the list given to assemble. */
export const call = (index: number, ...args: readonly Code[]): Code => [...args, 0x10, ...unsigned(index)];

/** A 32-bit integer from memory. */
export const load32 = (pointer: Code, offset = 0): Code => [pointer, 0x28, ...at(offset)];
export const load = (pointer: Code, offset = 0): Code => [pointer, ...vector(0x00), ...at(offset)];
export const loadSplat = (pointer: Code, offset = 0): Code => [pointer, ...vector(0x09), ...at(offset)];
export const store = (pointer: Code, value: Code, offset = 0): Code => [pointer, value, ...vector(0x0b), ...at(offset)];
export const storeLow64 = (pointer: Code, value: Code, offset = 0): Code => [
  pointer,
  value,
  ...vector(0x5b),
  ...at(offset),
  0,
];
export const zero: Code = [...vector(0x0c), ...new Array<number>(16).fill(0)];
export const splat = (value: number): Code => {
  const bytes = new Uint8Array(new Float32Array([value, value, value, value]).buffer);
  return [...vector(0x0c), ...bytes];
};
export const splatOf = (value: Code): Code => [value, ...vector(0x13)];
const binary =
  (opcode: number) =>
  (a: Code, b: Code): Code => [a, b, ...vector(opcode)];
export const fadd: ReturnType<typeof binary> = binary(0xe4);
export const fsub: ReturnType<typeof binary> = binary(0xe5);
export const fmul: ReturnType<typeof binary> = binary(0xe6);
export const fdiv: ReturnType<typeof binary> = binary(0xe7);
export const fmin: ReturnType<typeof binary> = binary(0xe8);
export const fmax: ReturnType<typeof binary> = binary(0xe9);
export const iadd: ReturnType<typeof binary> = binary(0xae);
/** Products of eight pairs of 16-bit integers, added up by twos into four 32-bit integers. */
export const dot16: ReturnType<typeof binary> = binary(0xba);
export const narrow: ReturnType<typeof binary> = binary(0x85);
export const fsqrt = (a: Code): Code => [a, ...vector(0xe3)];
export const toFloat = (a: Code): Code => [a, ...vector(0xfa)];
export const toInt = (a: Code): Code => [a, ...vector(0x6a), ...vector(0xf8)];
/** Picks four 32-bit lanes out of the eight of a (0 to 3) and b (4 to 7). */
export const lanes = (a: Code, b: Code, pick: readonly number[]): Code => [
  a,
  b,
  ...vector(0x0d),
  ...pick.flatMap((l) => [4 * l, 4 * l + 1, 4 * l + 2, 4 * l + 3]),
];

export interface Kernel {
  name: string;
  params: readonly number[];
  /** Types of the locals that follow the parameters. */
  locals: readonly number[];
  body: Code;
}

const flat = (code: Code, out: number[] = []): number[] => {
  for (let i = 0; i < code.length; i++) {
    const c = code[i]!;
    if (typeof c === 'number') out.push(c);
    else flat(c, out);
  }
  return out;
};
/** Bytes after their number. */
const counted = (content: Code): Code => {
  const bytes = flat(content);
  return [unsigned(bytes.length), bytes];
};
const section = (id: number, content: Code): Code => [id, counted(content)];
const text = (s: string): number[] => [...unsigned(s.length), ...[...s].map((c) => c.charCodeAt(0))];

/** The bytes of a module that imports `env.memory` and exports the kernels, none of which returns a value. */
export function assemble(kernels: readonly Kernel[]): Uint8Array<ArrayBuffer> {
  const count = unsigned(kernels.length);
  const types = kernels.map((k) => [0x60, unsigned(k.params.length), k.params, 0]);
  const exported = kernels.map((k, i) => [text(k.name), 0, unsigned(i)]);
  const bodies = kernels.map((k) => counted([unsigned(k.locals.length), k.locals.map((t) => [1, t]), k.body, 0x0b]));
  return new Uint8Array(
    flat([
      [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, [count, types]),
      section(2, [1, text('env'), text('memory'), 2, 0, 1]),
      section(3, [count, kernels.map((_, i) => unsigned(i))]),
      section(7, [count, exported]),
      section(10, [count, bodies]),
    ]),
  );
}
