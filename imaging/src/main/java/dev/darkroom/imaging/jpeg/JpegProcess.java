package dev.darkroom.imaging.jpeg;

/** How the coefficients of a JPEG follow each other in the file. */
public enum JpegProcess {
  /** Block by block. */
  BASELINE,
  /** From coarse to fine, in several scans; smaller but for small pictures. */
  PROGRESSIVE
}
