/**
 * A two-way line to the other side. Messages arrive whole and in order, or the wire closes. What crosses is JSON on
 * every wire, so that code which works on one works on all.
 */
export interface Wire<Out, In> {
  /** On a closed wire the message is dropped: whoever waits for an answer hears of the close through `onClose`. */
  send(message: Out): void;
  /** One listener a wire. Messages that came before it are kept and delivered in order. */
  onMessage(listener: (message: In) => void): void;
  /** Called once, also for a listener that comes after the close. */
  onClose(listener: () => void): void;
  close(): void;
}
