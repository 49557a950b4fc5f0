package dev.darkroom.local.rekognition;

import java.awt.image.BufferedImage;

/**
 * Resizes a picture to the model's 300 × 300 as the model was trained: TensorFlow's bilinear resize
 * without half-pixel offsets, values scaled to −1…1, one plane a channel (red, green, blue).
 *
 * @see <a href="https://www.tensorflow.org/api_docs/cc/class/tensorflow/ops/resize-bilinear">
 *     ResizeBilinear</a>, align_corners and half_pixel_centers both false
 */
final class ModelInput {
  static final int SIDE = 300;

  private ModelInput() {}

  /** The picture's planes, each of 300 × 300 values, row by row. */
  static float[] of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    float[] planes = new float[3 * SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      float sourceY = y * ((float) height / SIDE);
      int top = (int) sourceY;
      int[] upper = row(picture, top);
      int[] lower = row(picture, Math.min(top + 1, height - 1));
      for (int x = 0; x < SIDE; x++) {
        float sourceX = x * ((float) width / SIDE);
        int left = (int) sourceX;
        int right = Math.min(left + 1, width - 1);
        for (int channel = 0; channel < 3; channel++) {
          int shift = 16 - 8 * channel;
          float above = between(upper[left], upper[right], shift, sourceX - left);
          float below = between(lower[left], lower[right], shift, sourceX - left);
          float value = above + (below - above) * (sourceY - top);
          planes[(channel * SIDE + y) * SIDE + x] = value * (2f / 255f) - 1f;
        }
      }
    }
    return planes;
  }

  private static int[] row(BufferedImage picture, int y) {
    return picture.getRGB(0, y, picture.getWidth(), 1, null, 0, picture.getWidth());
  }

  private static float between(int left, int right, int shift, float weight) {
    int from = (left >> shift) & 0xff;
    int to = (right >> shift) & 0xff;
    return from + (to - from) * weight;
  }
}
