export function unzip(file: string, folder: string, placeOf?: (name: string) => string | null): Promise<number>;
