import { useEffect, useState } from 'react';

/** A value that has stood still for a moment: what is typed is not asked letter by letter. */
export function useDelayed<Value>(value: Value, milliseconds = 180): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timeout = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timeout);
  }, [value, milliseconds]);
  return settled;
}
