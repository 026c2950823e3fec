/** @returns how to call it off */
export function after(milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
}

/** Waits for work, but no longer than so many milliseconds. The work goes on, and must not fail. */
export function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const stop = after(milliseconds, resolve);
    void work.then(stop).then(resolve);
  });
}
