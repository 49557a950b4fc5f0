package dev.darkroom.local.rekognition;

import java.util.ArrayList;
import java.util.List;

/**
 * The 1 917 default boxes that SSD's predictions are offsets from: six grids over the picture, from
 * 19 × 19 down to 1 × 1, with three to six shapes a cell. Sizes are ratios of the picture's sides.
 *
 * @see <a href="https://arxiv.org/abs/1512.02325">SSD: Single Shot MultiBox Detector</a>, 2.2
 */
final class Anchors {
  /** Cells along a side of each grid. */
  static final List<Integer> GRIDS = List.of(19, 10, 5, 3, 2, 1);

  private static final double MIN_SCALE = 0.2;
  private static final double MAX_SCALE = 0.95;
  private static final double[] RATIOS = {1, 2, 0.5, 3, 0.3333};

  /**
   * One default box.
   *
   * @param centerY ratio of the height
   * @param centerX ratio of the width
   */
  record Anchor(double centerY, double centerX, double height, double width) {}

  private record Shape(double height, double width) {
    static Shape of(double scale, double ratio) {
      return new Shape(scale / Math.sqrt(ratio), scale * Math.sqrt(ratio));
    }
  }

  private Anchors() {}

  /** How many boxes each cell of a grid has. */
  static int perCell(int grid) {
    return shapes(grid).size();
  }

  /** All boxes in the order of the model's outputs: by grid, row, column, shape. */
  static List<Anchor> all() {
    var anchors = new ArrayList<Anchor>();
    for (int grid = 0; grid < GRIDS.size(); grid++) {
      int side = GRIDS.get(grid);
      List<Shape> shapes = shapes(grid);
      for (int cell = 0; cell < side * side; cell++) {
        int row = cell / side;
        int column = cell % side;
        double y = (row + 0.5) / side;
        double x = (column + 0.5) / side;
        shapes.forEach(shape -> anchors.add(new Anchor(y, x, shape.height(), shape.width())));
      }
    }
    return List.copyOf(anchors);
  }

  private static List<Shape> shapes(int grid) {
    if (grid == 0) {
      // The finest grid has fewer and smaller shapes: it finds the small objects.
      return List.of(
          Shape.of(0.1, 1), Shape.of(MIN_SCALE, RATIOS[1]), Shape.of(MIN_SCALE, RATIOS[2]));
    }
    var shapes = new ArrayList<Shape>();
    for (double ratio : RATIOS) {
      shapes.add(Shape.of(scale(grid), ratio));
    }
    shapes.add(Shape.of(Math.sqrt(scale(grid) * scale(grid + 1)), 1));
    return shapes;
  }

  private static double scale(int grid) {
    int last = GRIDS.size() - 1;
    return grid > last ? 1 : MIN_SCALE + (MAX_SCALE - MIN_SCALE) * grid / last;
  }
}
