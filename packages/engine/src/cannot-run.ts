/** Nothing could be assessed: one message that says what, where and what to do. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}
