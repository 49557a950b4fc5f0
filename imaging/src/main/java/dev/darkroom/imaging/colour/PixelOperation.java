package dev.darkroom.imaging.colour;

/** Changes the colours of packed pixels. */
interface PixelOperation {

  /**
   * Converts the first pixels of an array in place.
   *
   * @param pixels not premultiplied; the highest byte stays as it is
   */
  void convert(int[] pixels, int count);
}
