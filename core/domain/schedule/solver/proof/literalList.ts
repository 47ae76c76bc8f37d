/** Literals `[slot[i] >= value[i]]`, for i below `size`. */
export type LiteralList = { slot: Int32Array; value: Int32Array; size: number };

/**
 * An empty list.
 *
 * Example: its size is 0.
 */
export function createLiterals(): LiteralList {
  return { slot: new Int32Array(1024), value: new Int32Array(1024), size: 0 };
}

/**
 * Appends a literal; the arrays double when they are full, so they are to be read anew from the list.
 *
 * Example: `[3 >= -2]` appended to an empty list stands at 0, and the size is 1.
 */
export function addLiteral(list: LiteralList, slot: number, value: number): void {
  if (list.size === list.slot.length) {
    const slots = new Int32Array(2 * list.size);
    slots.set(list.slot);
    list.slot = slots;
    const values = new Int32Array(2 * list.size);
    values.set(list.value);
    list.value = values;
  }
  list.slot[list.size] = slot;
  list.value[list.size] = value;
  list.size += 1;
}
