/** How much is measured. `npm run bench -- --quick` measures less often, large diagrams only, and no tables of their own. */
export interface BenchPlan {
  readonly sizes: readonly number[];
  /** Counted starts, after one that fills the caches. */
  readonly starts: number;
  /** Opening and saving a diagram of so many nodes. */
  fileRepeats(nodes: number): number;
  /** Edits, and undone ones, of each diagram. */
  readonly edits: number;
  readonly exports: number;
  /** In nodes: larger ones are left out. */
  readonly largestPng: number;
  /** Processes in which each gesture is made once. */
  readonly frameRepeats: number;
  readonly gestureMs: number;
  /** Diagrams on which gestures are made. */
  readonly gestureSizes: readonly number[];
  /** Tidied diagrams and ways of edges beside those of ELK. */
  readonly hasTables: boolean;
}

const isQuick = process.env.ROLEWEAVE_BENCH_QUICK === '1';

const sizes = [100, 1_000, 10_000];

export const benchPlan: BenchPlan = isQuick
  ? {
      sizes: [1_000, 10_000],
      starts: 5,
      fileRepeats: (nodes) => (nodes < 10_000 ? 2 : 1),
      edits: 5,
      exports: 1,
      largestPng: 1_000,
      frameRepeats: 1,
      gestureMs: 800,
      gestureSizes: [10_000],
      hasTables: false,
    }
  : {
      sizes,
      starts: 10,
      fileRepeats: (nodes) => (nodes < 10_000 ? 5 : 3),
      edits: 20,
      exports: 3,
      largestPng: Number.POSITIVE_INFINITY,
      frameRepeats: 3,
      gestureMs: 2_000,
      gestureSizes: sizes,
      hasTables: true,
    };

/** A page that does not answer for so long counts as hanging. */
export const answerLimitMs = isQuick ? 30_000 : 60_000;
