package dev.darkroom.imaging.jpeg;

/** Settles once which codec this process, or rather this class loader, uses. */
final class CodecInUse {
  static final JpegCodec CODEC = choose(System.getProperty(JpegCodec.PROPERTY));

  private CodecInUse() {}

  /**
   * The native codec unless {@code java} is wanted, or the native one cannot be loaded: its classes
   * are not there, there is no library for the platform, it cannot be unpacked, or another class
   * loader holds it.
   */
  static JpegCodec choose(String wanted) {
    if ("java".equals(wanted)) {
      return new ImageIoCodec();
    }
    try {
      return new LeptonicaCodec();
    } catch (LinkageError e) {
      return new ImageIoCodec();
    }
  }
}
