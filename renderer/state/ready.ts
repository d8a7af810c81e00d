let tell: () => void = () => undefined;
const ready = new Promise<void>((done) => {
  tell = done;
});

/** Says that the diagram can be seen, also to whoever waits outside the page (tests, the picture of `npm start`). */
export function markReady(): void {
  document.documentElement.dataset.ready = 'true';
  tell();
}

/** When the first diagram of this window can be seen: what is not needed for it waits until then. */
export function whenReady(): Promise<void> {
  return ready;
}
