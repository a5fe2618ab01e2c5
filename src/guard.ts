/**
 * Does `work`, and rejects also for what its promise does not tell: an error thrown in an event listener, a promise
 * that nobody awaits, and a promise that nothing will settle, with which Node would end without a word.
 */
export async function guard(work: () => Promise<void>): Promise<void> {
  let stop = (): void => {};
  const broken = new Promise<never>((_, reject) => {
    const onNothingLeft = (): void => reject(new Error("it came to an end before all was done"));
    process.on("uncaughtException", reject);
    process.once("beforeExit", onNothingLeft);
    stop = () => {
      process.off("uncaughtException", reject);
      process.off("beforeExit", onNothingLeft);
    };
  });
  try {
    await Promise.race([work(), broken]);
  } finally {
    stop();
  }
}
