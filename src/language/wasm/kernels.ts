/** The inner loops of the network, in WebAssembly: products of matrices and the cell of the LSTM. Pointers and strides are in bytes. */
import * as w from './assemble.ts';

export interface Kernels {
  memory: WebAssembly.Memory;
  /**
   * C (+)= A·B in 32-bit floats, row by row: A is m×k, B is k×n, C is m×n. m and k are multiples of 4, n of 8.
   * `scratch` holds 32·k bytes. Where `keep` is 0, C is overwritten.
   */
  multiply(
    a: number,
    b: number,
    c: number,
    m: number,
    n: number,
    k: number,
    lda: number,
    ldb: number,
    ldc: number,
    keep: number,
    scratch: number,
  ): void;
  /**
   * C += A·Bᵀ·scale in floats, where A (m×depth) and B (n×depth) are 16-bit integers, rows without gaps, n a multiple of 4. The
   * depth is that given to makeKernels.
   */
  multiply16(a: number, b: number, c: number, m: number, n: number, ldc: number, scale: number): void;
  /**
   * One step of an LSTM for `rows` sentences. `g` holds the sums for what is kept (what is not kept is made new), the output and
   * the candidate, `size` each; they are replaced by their activations. `c` holds the cells before, `next` those of this step; `t`
   * their tanh; `h` the output. size is a multiple of 4; `ldg` is the stride of g's rows, `ldh` that of h's; c, next and t have no gaps. Only training uses it.
   */
  cell(
    g: number,
    c: number,
    next: number,
    t: number,
    h: number,
    rows: number,
    size: number,
    ldg: number,
    ldh: number,
  ): void;
  /**
   * One direction of an LSTM layer over a batch of sentences, gates as in `cell`, whose sums but for the product with the state
   * before stand in memory. `plan` holds five 32-bit integers for each of `steps` steps, in the order of reading: pointer to the
   * first row's sums, pointer to the states before, how many rows have such a state, how many rows there are, pointer to the
   * states after. States are 16-bit integers, `unit` to 1; `w` and `scale` are b and scale of multiply16, whose depth is the
   * number of units. `c` holds a cell for each row, zeros at first.
   */
  lstm(plan: number, steps: number, w: number, c: number, ldg: number, scale: number, unit: number): void;
  /** Numbers below zero times `slope`, in `rows` rows of `size` (a multiple of 4) with a stride. */
  leak(from: number, rows: number, size: number, stride: number, slope: number): void;
  /**
   * One step of Adam (Kingma & Ba 2015) for `count` parameters p with gradients g·scale and moments m and v; `rate` has the
   * corrections of both moments in it. count is a multiple of 4. Only training uses it.
   */
  adam(
    p: number,
    g: number,
    m: number,
    v: number,
    count: number,
    scale: number,
    rate: number,
    keep1: number,
    keep2: number,
  ): void;
}

/** Sums for each unit of the LSTM: what is kept, the output, the candidate. */
export const GATES = 3;

/** Place of multiply16 in the module. */
const MULTIPLY16 = 1;

const { get, set, i32, add, sub, mul, step, less, choose, repeat, load, loadSplat, store, fadd, fmul } = w;

function multiply(): w.Kernel {
  const [a, b, c, m, n, k, lda, ldb, ldc, keep, scratch] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const [j, i, kk, p, q, cr, a0, a1, a2, a3] = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20];
  const acc = (row: number, col: number): number => 21 + row * 2 + col;
  const [b0, b1, s] = [29, 30, 31];
  const rows = [a0, a1, a2, a3] as number[];
  const c4 = (row: number): w.Code => add(get(cr!), mul(get(ldc!), i32(row)));
  const inner = [0, 1, 2, 3].map((u) => [
    set(b0!, load(get(p!), 32 * u)),
    set(b1!, load(get(p!), 32 * u + 16)),
    rows.map((r, row) => [
      set(s!, loadSplat(get(r), 4 * u)),
      set(acc(row, 0), fadd(get(acc(row, 0)), fmul(get(s!), get(b0!)))),
      set(acc(row, 1), fadd(get(acc(row, 1)), fmul(get(s!), get(b1!)))),
    ]),
  ]);
  return {
    name: 'multiply',
    params: new Array<number>(11).fill(w.I32),
    locals: [...new Array<number>(10).fill(w.I32), ...new Array<number>(11).fill(w.V128)],
    body: [
      set(j!, i32(0)),
      repeat(
        [
          // Eight columns of B are laid out without gaps: every row of A reads them.
          set(p!, get(scratch!)),
          set(q!, add(get(b!), mul(get(j!), i32(4)))),
          set(kk!, get(k!)),
          repeat(
            [
              store(get(p!), load(get(q!))),
              store(get(p!), load(get(q!), 16), 16),
              step(p!, i32(32)),
              step(q!, get(ldb!)),
              set(kk!, sub(get(kk!), i32(1))),
            ],
            get(kk!),
          ),
          set(i!, i32(0)),
          set(a0!, get(a!)),
          set(cr!, add(get(c!), mul(get(j!), i32(4)))),
          repeat(
            [
              set(a1!, add(get(a0!), get(lda!))),
              set(a2!, add(get(a1!), get(lda!))),
              set(a3!, add(get(a2!), get(lda!))),
              choose(
                get(keep!),
                [0, 1, 2, 3].flatMap((row) => [set(acc(row, 0), load(c4(row))), set(acc(row, 1), load(c4(row), 16))]),
                [0, 1, 2, 3].flatMap((row) => [set(acc(row, 0), w.zero), set(acc(row, 1), w.zero)]),
              ),
              set(p!, get(scratch!)),
              set(kk!, get(k!)),
              repeat(
                [inner, rows.map((r) => step(r, i32(16))), step(p!, i32(128)), set(kk!, sub(get(kk!), i32(4)))],
                get(kk!),
              ),
              [0, 1, 2, 3].flatMap((row) => [store(c4(row), get(acc(row, 0))), store(c4(row), get(acc(row, 1)), 16)]),
              // a0 has moved on by one row's length in k; start over from the row's beginning.
              set(a0!, add(sub(get(a0!), mul(get(k!), i32(4))), mul(get(lda!), i32(4)))),
              step(cr!, mul(get(ldc!), i32(4))),
              step(i!, i32(4)),
            ],
            less(get(i!), get(m!)),
          ),
          step(j!, i32(8)),
        ],
        less(get(j!), get(n!)),
      ),
    ],
  };
}

/** @param depth k, fixed so that the loop over it can be written out. */
function multiply16(depth: number): w.Kernel {
  const [a, b, c, m, n, ldc, scale] = [0, 1, 2, 3, 4, 5, 6];
  const [j, i, ar, as, br, cr] = [7, 8, 9, 10, 11, 12];
  const [va, vb, vw, t0, t1] = [13, 14, 15, 16, 17];
  const sumsA = [18, 19, 20, 21];
  const sumsB = [22, 23, 24, 25];
  const length = 2 * depth;
  /** Four vectors of four partial sums become one vector of four sums, scaled and added to C. */
  const finish = (s: readonly number[], to: w.Code): w.Code => [
    set(t0!, w.iadd(w.lanes(get(s[0]!), get(s[1]!), [0, 1, 4, 5]), w.lanes(get(s[0]!), get(s[1]!), [2, 3, 6, 7]))),
    set(t1!, w.iadd(w.lanes(get(s[2]!), get(s[3]!), [0, 1, 4, 5]), w.lanes(get(s[2]!), get(s[3]!), [2, 3, 6, 7]))),
    set(t0!, w.iadd(w.lanes(get(t0!), get(t1!), [0, 2, 4, 6]), w.lanes(get(t0!), get(t1!), [1, 3, 5, 7]))),
    store(to, fadd(load(to), fmul(w.toFloat(get(t0!)), w.splatOf(get(scale!))))),
  ];
  const inner = Array.from({ length: depth / 8 }, (_, u) => [
    set(va!, load(get(ar!), 16 * u)),
    set(vb!, load(get(as!), 16 * u)),
    [0, 1, 2, 3].map((r) => {
      const [da, db] = [w.dot16(get(va!), get(vw!)), w.dot16(get(vb!), get(vw!))];
      return [
        set(vw!, load(get(br!), length * r + 16 * u)),
        set(sumsA[r]!, u === 0 ? da : w.iadd(get(sumsA[r]!), da)),
        set(sumsB[r]!, u === 0 ? db : w.iadd(get(sumsB[r]!), db)),
      ];
    }),
  ]);
  return {
    name: 'multiply16',
    params: [...new Array<number>(6).fill(w.I32), w.F32],
    locals: [...new Array<number>(6).fill(w.I32), ...new Array<number>(13).fill(w.V128)],
    body: [
      set(j!, i32(0)),
      set(br!, get(b!)),
      repeat(
        [
          set(i!, i32(0)),
          set(ar!, get(a!)),
          set(cr!, add(get(c!), mul(get(j!), i32(4)))),
          repeat(
            [
              // Two rows of A at a time; where there is but one left, it is read twice and stored once.
              step(i!, i32(1)),
              set(as!, get(ar!)),
              choose(less(get(i!), get(m!)), step(as!, i32(length)), []),
              inner,
              finish(sumsA, get(cr!)),
              choose(less(get(i!), get(m!)), finish(sumsB, add(get(cr!), get(ldc!))), []),
              step(i!, i32(1)),
              step(ar!, i32(2 * length)),
              step(cr!, mul(get(ldc!), i32(2))),
            ],
            less(get(i!), get(m!)),
          ),
          step(br!, i32(4 * length)),
          step(j!, i32(4)),
        ],
        less(get(j!), get(n!)),
      ),
    ],
  };
}

/** tanh as a quotient of polynomials, right to about 1e-7 (the form used in Eigen). `x` and `y` are locals for the work. */
function tanh(value: w.Code, x: number, y: number): w.Code {
  const odd = [
    -2.76076847742355e-16, 2.00018790482477e-13, -8.60467152213735e-11, 5.12229709037114e-8, 1.48572235717979e-5,
    6.37261928875436e-4, 4.89352455891786e-3,
  ];
  const even = [1.19825839466702e-6, 1.18534705686654e-4, 2.268434632439e-3, 4.89352518554385e-3];
  const poly = (terms: readonly number[]): w.Code =>
    terms.slice(1).reduce<w.Code>((sum, term) => fadd(fmul(sum, get(y)), w.splat(term)), w.splat(terms[0]!));
  return [
    set(x, w.fmax(w.fmin(value, w.splat(7.9)), w.splat(-7.9))),
    set(y, fmul(get(x), get(x))),
    w.fdiv(fmul(get(x), poly(odd)), poly(even)),
  ];
}

function cell(): w.Kernel {
  const [g, c, next, t, h, rows, size, ldg, ldh] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const [left, p, q, hp, hr, gr] = [9, 10, 11, 12, 13, 14];
  const [x, y, gf, go, gc] = [15, 16, 17, 18, 19];
  const gate = (index: number): w.Code => add(get(p!), mul(mul(get(size!), i32(4)), i32(index)));
  const sigmoid = (value: w.Code): w.Code =>
    fadd(fmul(tanh(fmul(value, w.splat(0.5)), x!, y!), w.splat(0.5)), w.splat(0.5));
  return {
    name: 'cell',
    params: new Array<number>(9).fill(w.I32),
    locals: [...new Array<number>(6).fill(w.I32), ...new Array<number>(5).fill(w.V128)],
    body: [
      set(gr!, get(g!)),
      set(hr!, get(h!)),
      set(q!, i32(0)),
      repeat(
        [
          set(p!, get(gr!)),
          set(hp!, get(hr!)),
          set(left!, get(size!)),
          repeat(
            [
              set(gf!, sigmoid(load(get(p!)))),
              set(go!, sigmoid(load(gate(1)))),
              set(gc!, tanh(load(gate(2)), x!, y!)),
              store(get(p!), get(gf!)),
              store(gate(1), get(go!)),
              store(gate(2), get(gc!)),
              set(gc!, fadd(get(gc!), fmul(get(gf!), w.fsub(load(add(get(c!), get(q!))), get(gc!))))),
              store(add(get(next!), get(q!)), get(gc!)),
              set(gc!, tanh(get(gc!), x!, y!)),
              store(add(get(t!), get(q!)), get(gc!)),
              store(get(hp!), fmul(get(go!), get(gc!))),
              step(p!, i32(16)),
              step(q!, i32(16)),
              step(hp!, i32(16)),
              set(left!, sub(get(left!), i32(4))),
            ],
            get(left!),
          ),
          step(gr!, get(ldg!)),
          step(hr!, get(ldh!)),
          set(rows!, sub(get(rows!), i32(1))),
        ],
        get(rows!),
      ),
    ],
  };
}

/** @param depth number of units, a multiple of 8. */
function lstm(depth: number): w.Kernel {
  const [plan, steps, weights, c, ldg, scale, unit] = [0, 1, 2, 3, 4, 5, 6];
  const [gr, rows, left, p, q, h] = [7, 8, 9, 10, 11, 12];
  const [x, y, gf, go, gc, first] = [13, 14, 15, 16, 17, 18];
  const gate = (index: number, offset: number): w.Code => load(get(p!), 4 * depth * index + offset);
  const sigmoid = (value: w.Code): w.Code =>
    fadd(fmul(tanh(fmul(value, w.splat(0.5)), x!, y!), w.splat(0.5)), w.splat(0.5));
  /** Four units: their cells, and in gc the states as 32-bit integers. */
  const four = (offset: number): w.Code => [
    set(gf!, sigmoid(gate(0, offset))),
    set(go!, sigmoid(gate(1, offset))),
    set(gc!, tanh(gate(2, offset), x!, y!)),
    set(gc!, fadd(get(gc!), fmul(get(gf!), w.fsub(load(get(q!), offset), get(gc!))))),
    store(get(q!), get(gc!), offset),
    set(gc!, w.toInt(fmul(fmul(get(go!), tanh(get(gc!), x!, y!)), w.splatOf(get(unit!))))),
  ];
  return {
    name: 'lstm',
    params: [...new Array<number>(5).fill(w.I32), w.F32, w.F32],
    locals: [...new Array<number>(6).fill(w.I32), ...new Array<number>(6).fill(w.V128)],
    body: [
      repeat(
        [
          set(gr!, w.load32(get(plan!))),
          choose(
            w.load32(get(plan!), 8),
            w.call(
              MULTIPLY16,
              w.load32(get(plan!), 4),
              get(weights!),
              get(gr!),
              w.load32(get(plan!), 8),
              i32(GATES * depth),
              get(ldg!),
              get(scale!),
            ),
            [],
          ),
          set(rows!, w.load32(get(plan!), 12)),
          set(h!, w.load32(get(plan!), 16)),
          set(q!, get(c!)),
          repeat(
            [
              set(p!, get(gr!)),
              set(left!, i32(depth / 8)),
              repeat(
                [
                  four(0),
                  set(first!, get(gc!)),
                  four(16),
                  store(get(h!), w.narrow(get(first!), get(gc!))),
                  step(p!, i32(32)),
                  step(q!, i32(32)),
                  step(h!, i32(16)),
                  set(left!, sub(get(left!), i32(1))),
                ],
                get(left!),
              ),
              step(gr!, get(ldg!)),
              set(rows!, sub(get(rows!), i32(1))),
            ],
            get(rows!),
          ),
          step(plan!, i32(20)),
          set(steps!, sub(get(steps!), i32(1))),
        ],
        get(steps!),
      ),
    ],
  };
}

function leak(): w.Kernel {
  const [from, rows, size, stride, slope] = [0, 1, 2, 3, 4];
  const [p, left, x] = [5, 6, 7];
  return {
    name: 'leak',
    params: [w.I32, w.I32, w.I32, w.I32, w.F32],
    locals: [w.I32, w.I32, w.V128],
    body: [
      repeat(
        [
          set(p!, get(from!)),
          set(left!, get(size!)),
          repeat(
            [
              set(x!, load(get(p!))),
              store(get(p!), fadd(w.fmax(get(x!), w.zero), fmul(w.fmin(get(x!), w.zero), w.splatOf(get(slope!))))),
              step(p!, i32(16)),
              set(left!, sub(get(left!), i32(4))),
            ],
            get(left!),
          ),
          step(from!, get(stride!)),
          set(rows!, sub(get(rows!), i32(1))),
        ],
        get(rows!),
      ),
    ],
  };
}

function adam(): w.Kernel {
  const [p, g, m, v, count, scale, rate, keep1, keep2] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const [d, mean, spread, one] = [9, 10, 11, 12];
  const blend = (old: w.Code, keep: number, fresh: w.Code): w.Code =>
    fadd(fmul(old, w.splatOf(get(keep))), fmul(fresh, w.fsub(get(one!), w.splatOf(get(keep)))));
  return {
    name: 'adam',
    params: [...new Array<number>(5).fill(w.I32), ...new Array<number>(4).fill(w.F32)],
    locals: new Array<number>(4).fill(w.V128),
    body: [
      set(one!, w.splat(1)),
      repeat(
        [
          set(d!, fmul(load(get(g!)), w.splatOf(get(scale!)))),
          set(mean!, blend(load(get(m!)), keep1!, get(d!))),
          set(spread!, blend(load(get(v!)), keep2!, fmul(get(d!), get(d!)))),
          store(get(m!), get(mean!)),
          store(get(v!), get(spread!)),
          store(
            get(p!),
            w.fsub(
              load(get(p!)),
              w.fdiv(fmul(get(mean!), w.splatOf(get(rate!))), fadd(w.fsqrt(get(spread!)), w.splat(1e-8))),
            ),
          ),
          [p!, g!, m!, v!].map((pointer) => step(pointer, i32(16))),
          set(count!, sub(get(count!), i32(4))),
        ],
        get(count!),
      ),
    ],
  };
}

/**
 * Compiles the kernels (a few kilobytes, some milliseconds) over a memory of their own.
 * @param depth k of multiply16 and units of lstm, a multiple of 8.
 */
export function makeKernels(bytes: number, depth = 16): Kernels {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  const module = new WebAssembly.Module(assembleAll(depth));
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return { memory, ...(exports as unknown as Omit<Kernels, 'memory'>) };
}

function assembleAll(depth: number): Uint8Array<ArrayBuffer> {
  return w.assemble([multiply(), multiply16(depth), lstm(depth), cell(), leak(), adam()]);
}
