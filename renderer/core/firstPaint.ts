/** A window that is hidden paints nothing. */
const longestWaitMilliseconds = 500;

/** When what the page shows first stands on the screen. */
export function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
    setTimeout(resolve, longestWaitMilliseconds);
  });
}
