import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import { test } from "node:test";
import { atMost } from "./at-most.ts";

for (const limit of [1, 3])
  test(`with a limit of ${String(limit)}, all tasks run, in order, and never more at once`, async () => {
    const run = atMost(limit);
    const started: number[] = [];
    let now = 0;
    let most = 0;
    const answers = await Promise.allSettled(
      [0, 1, 2, 3, 4, 5, 6].map((task) =>
        run(async () => {
          started.push(task);
          most = Math.max(most, ++now);
          await turn();
          now -= 1;
          if (task === 2) throw new Error("broken");
          return task;
        })
      )
    );
    assert.equal(most, limit);
    assert.deepEqual(started, [0, 1, 2, 3, 4, 5, 6]);
    assert.deepEqual(
      answers.map((answer) => (answer.status === "fulfilled" ? answer.value : "broken")),
      [0, 1, "broken", 3, 4, 5, 6]
    );
  });
