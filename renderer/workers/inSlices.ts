/** Half a frame: the other half is left to whatever the window has to do. */
const SLICE_MS = 8;

/** All of what a slow iterator gives, a few milliseconds at a time: frames and input come in between. */
export async function inSlices<Item>(items: Iterable<Item>): Promise<readonly Item[]> {
  const found: Item[] = [];
  await resultInSlices(collect(items, found));
  return found;
}

function* collect<Item>(items: Iterable<Item>, found: Item[]): Generator<void, void> {
  for (const item of items) {
    found.push(item);
    yield;
  }
}

/** What work comes to that pauses now and then, done for as long as a slice at a time; with 0 from pause to pause. */
export async function resultInSlices<Result>(work: Iterator<unknown, Result>, sliceMs = SLICE_MS): Promise<Result> {
  let sliceEndMs = performance.now() + sliceMs;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < sliceEndMs) continue;
    await nextTask();
    sliceEndMs = performance.now() + sliceMs;
  }
}

/** Like a `setTimeout` of zero, which browsers make 4 ms when it is repeated. */
function nextTask(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
