import { describe, expect, it } from 'vitest';
import { licenceFamily } from '../../../core/domain/catalogue/licenceFamily.ts';

describe('licenceFamily', () => {
  it.each([
    ['AGPL-3.0 / Apache-2.0', 'agpl'],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'gpl'],
    ['GPL-2.0-only AND LGPL-2.1-or-later', 'lgpl'],
    ['EUPL-1.2 OR Apache-2.0', 'eupl'],
    ['MPL-1.1', 'mpl'],
    ['Apache-2.0', 'apache'],
    ['MIT', 'mit'],
    ['BSD-3-Clause', 'bsd'],
    ['PostgreSQL', 'other'],
    ['proprietary', 'proprietary'],
    ['proprietary edition of a GPL-2.0 product', 'proprietary'],
    ['open-source core with proprietary edition', 'proprietary'],
  ])('%s is %s', (licence, family) => {
    expect(licenceFamily(licence)).toBe(family);
  });
});
