package dev.darkroom.imaging;

import java.io.EOFException;
import java.util.ServiceConfigurationError;

/**
 * A file is refused because of what it holds. Reading it again cannot help: the uploader has to
 * send another file, and {@link #getMessage()} tells them which.
 */
public final class UnreadableImage extends RuntimeException {

  /** Why a file is refused. */
  public enum Reason {
    /** The file holds no bytes. */
    EMPTY_FILE,
    /** The first bytes are of no picture format that is known here. */
    NOT_A_PICTURE,
    /** A picture whose format, or variant of it, is known by name but not decoded here. */
    UNSUPPORTED_FORMAT,
    /** A supported format in colours that are not converted here, such as CMYK. */
    UNSUPPORTED_COLOURS,
    /** The file ends before the picture does. */
    TRUNCATED,
    /** Width times height is over the limit. */
    TOO_MANY_PIXELS,
    /** There are more frames or pages than the limit. */
    TOO_MANY_FRAMES,
    /** A part that holds no pixels, such as a profile or a comment, is longer than the limit. */
    ANCILLARY_TOO_LONG,
    /** Decoding took longer than the limit. */
    TOO_SLOW,
    /** The file contradicts its own format. */
    DAMAGED
  }

  private final Reason code;

  /**
   * Makes a refusal.
   *
   * @param code why the file is refused
   * @param detail what is wrong and what to do, for the person who uploaded it
   */
  public UnreadableImage(Reason code, String detail) {
    super(detail);
    this.code = code;
  }

  private UnreadableImage(Reason code, String detail, Throwable cause) {
    super(detail, cause);
    this.code = code;
  }

  public Reason code() {
    return code;
  }

  /** What is wrong and what to do, in words for the person who uploaded the file. */
  public String detail() {
    return getMessage();
  }

  public static UnreadableImage unsupported(String what) {
    return unsupported(what, "Save it as JPEG or PNG and upload that.");
  }

  /**
   * The refusal of a format, or of a variant of one.
   *
   * @param what with its article, as in "a PDF document"
   * @param advice what to do instead, as a sentence
   */
  public static UnreadableImage unsupported(String what, String advice) {
    return new UnreadableImage(
        Reason.UNSUPPORTED_FORMAT, "The file is " + what + ", which is not supported. " + advice);
  }

  /**
   * The refusal of a picture in colours that are not converted here.
   *
   * @param what with its article, as in "a TIFF in Lab colours"
   */
  public static UnreadableImage unsupportedColours(String what) {
    return new UnreadableImage(
        Reason.UNSUPPORTED_COLOURS,
        "The picture is " + what + ". Save it as RGB (sRGB) and upload that.");
  }

  public static UnreadableImage truncated() {
    return new UnreadableImage(Reason.TRUNCATED, "The file ends early. Upload the original again.");
  }

  /**
   * The refusal of a file whose picture is there in part.
   *
   * @param percent the part of the picture that is there, 0–100; of all of it something is missing
   *     still, so that 99 is the most that is told
   */
  public static UnreadableImage truncated(int percent) {
    if (percent <= 0) {
      return truncated();
    }
    return new UnreadableImage(
        Reason.TRUNCATED,
        "The file ends early: about "
            + Math.min(percent, 99)
            + " % of the picture could be read. Upload the original again.");
  }

  public static UnreadableImage damaged(String what) {
    return new UnreadableImage(Reason.DAMAGED, damage(what));
  }

  /**
   * What a decoder's complaint about a file's content means.
   *
   * @param complaint whatever was thrown
   * @throws Error when a fault of the system is behind it, such as an {@link OutOfMemoryError},
   *     which readers wrap as if it were the file's; a {@link StackOverflowError} is laid to the
   *     file
   */
  public static UnreadableImage because(Throwable complaint) {
    for (Throwable cause = complaint; cause != null; cause = cause.getCause()) {
      if (isOfSystem(cause)) {
        throw (Error) cause;
      }
      if (cause instanceof UnreadableImage refusal) {
        return refusal;
      }
      if (cause instanceof EOFException) {
        return truncated();
      }
    }
    return new UnreadableImage(
        Reason.DAMAGED, damage("its content does not follow its format"), complaint);
  }

  private static boolean isOfSystem(Throwable cause) {
    return (cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError))
        || cause instanceof LinkageError
        || cause instanceof ServiceConfigurationError;
  }

  private static String damage(String what) {
    return "The file is damaged: "
        + what
        + ". Open it on your device to check it, then upload the original or a fresh export.";
  }
}
