/**
 * @param limit how many tasks may run at the same time
 * @returns runs a task when its turn comes, in the order of the calls, and answers as the task does
 */
export function atMost(limit: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running === limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // A place is handed over, not freed, so that nobody can slip in between.
      if (next) next();
      else running -= 1;
    }
  };
}
