/** No sign-in name of a directory holds a space or a middle dot. */
const mark = ' · ';
const form = / · \d{4,}$/;

/**
 * Sign-in names that stand in for those of a unit's accounts until a file says them: the unit's name and a number, past
 * the numbers that are taken.
 *
 * Example: two for `Bauamt`, where `bauamt · 0001` is taken: `bauamt · 0002`, `bauamt · 0003`.
 */
export function namelessLogins(unitName: string, count: number, isTaken: (login: string) => boolean): readonly string[] {
  const logins: string[] = [];
  for (let number = 1; logins.length < count; number += 1) {
    const login = `${unitName.trim().toLowerCase()}${mark}${String(number).padStart(4, '0')}`;
    if (!isTaken(login)) logins.push(login);
  }
  return logins;
}

/**
 * Whether an account was entered by number alone.
 *
 * Example: `bauamt · 0001` was, `a.muster@stadt.example` was not.
 */
export function isNameless(login: string): boolean {
  return form.test(login);
}
