/** Stands in passwords, pictures, names of people, serial numbers: wherever a reader must look away. */
export const personalMark = 'Zz9Geheim';
