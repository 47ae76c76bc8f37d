import type { Page } from 'playwright-core';

type Picture = { src: string; readonly naturalWidth: number; readonly naturalHeight: number; decode(): Promise<void> };
type Drawing = {
  fillStyle: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  drawImage(picture: Picture, x: number, y: number, width: number, height: number): void;
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
};
type PageGlobals = {
  readonly Image: new () => Picture;
  readonly OffscreenCanvas: new (width: number, height: number) => { getContext(kind: '2d'): Drawing };
};

/**
 * Draws both pictures (data addresses) in the size of the second one and answers the largest difference in darkness, from
 * 0 to 1, that a square of 16 pixels has: letters smoothed in another way count little, a missing word much.
 */
export function pictureDifference(page: Page, first: string, second: string): Promise<number> {
  return page.evaluate(
    async (addresses) => {
      const { Image, OffscreenCanvas } = globalThis as unknown as PageGlobals;
      const load = async (address: string) => {
        const picture = new Image();
        picture.src = address;
        await picture.decode();
        return picture;
      };
      const [one, other] = [await load(addresses.first), await load(addresses.second)];
      const { naturalWidth: width, naturalHeight: height } = other;
      const darkness = (picture: Picture) => {
        const drawing = new OffscreenCanvas(width, height).getContext('2d');
        drawing.fillStyle = 'white';
        drawing.fillRect(0, 0, width, height);
        drawing.drawImage(picture, 0, 0, width, height);
        const { data } = drawing.getImageData(0, 0, width, height);
        return Float32Array.from({ length: width * height }, (_, at) => 1 - ((data[4 * at] ?? 0) + (data[4 * at + 1] ?? 0) + (data[4 * at + 2] ?? 0)) / 765);
      };
      const [here, there] = [darkness(one), darkness(other)];
      const side = 16;
      const columns = Math.ceil(width / side);
      const squares = new Float64Array(columns * Math.ceil(height / side));
      for (const [at, dark] of here.entries()) {
        const square = Math.floor(Math.floor(at / width) / side) * columns + Math.floor((at % width) / side);
        squares[square] = (squares[square] ?? 0) + (dark - (there[at] ?? 0)) / side ** 2;
      }
      return squares.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    },
    { first, second },
  );
}
