/** Says whether a process that has just ended may be started again: so many times in so many milliseconds, and no more. */
export function createRestartLimit(most: number, withinMilliseconds: number, now: () => number): () => boolean {
  let starts: number[] = [];
  return () => {
    const instant = now();
    starts = starts.filter((start) => instant - start < withinMilliseconds);
    if (starts.length >= most) return false;
    starts.push(instant);
    return true;
  };
}
