let calls = 0;

export const sampleWork = {
  /** How often this very worker was called. */
  count: () => ++calls,
  fail(message: string): void {
    throw new RangeError(message);
  },
  /** Does not answer while `ms` pass, and does nothing else either. */
  work(ms: number, tell: (share: number) => void): string {
    const startMs = performance.now();
    tell(0);
    while (performance.now() - startMs < ms);
    return 'done';
  },
  crash(): Promise<never> {
    setTimeout(() => {
      throw new Error('it broke by itself');
    });
    return new Promise(() => {});
  },
};
