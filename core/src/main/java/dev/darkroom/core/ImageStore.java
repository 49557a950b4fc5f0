package dev.darkroom.core;

import java.util.List;

/**
 * Images as people find, describe and delete them. An image is a job; lists hold those that are
 * COMPLETED, newest first. Indexes and counts change in one transaction with the image. Safe for
 * many threads and many processes.
 */
public interface ImageStore {
  /** An owner's images. */
  Page<Job> all(String owner, PageRequest page);

  /** The images in an album. */
  Page<Job> inAlbum(String albumId, PageRequest page);

  /** An owner's images that bear a label. */
  Page<Job> labelled(String owner, String label, PageRequest page);

  /**
   * An owner's images whose caption contains a text, whatever the case. Reads all of the owner's
   * captions, page by page.
   */
  Page<Job> captioned(String owner, String text, PageRequest page);

  /** An owner's labels, by name. */
  Page<LabelCount> labels(String owner, PageRequest page);

  /**
   * Changes what is said of an image.
   *
   * @param before the image as it was read
   * @return the image as it is now
   * @throws JobConflict when it was changed since, or is gone
   * @throws NoSuchAlbum when the album is not the owner's, or is being deleted
   */
  Job describe(Job before, Description description);

  /**
   * Deletes the record, its index entries and its comments, and remembers that the id is used up,
   * so that neither a late event nor a running execution brings it back. The objects are the
   * caller's to delete, before it calls {@link #purged}. Asking again changes nothing.
   *
   * @return whether there was, or had been, such a job
   */
  boolean delete(JobRef ref);

  /** Records that the objects of a deleted image are gone, too. */
  void purged(JobRef ref);

  /** Reads images by their ids, in the order given; leaves out what is not there. */
  List<Job> find(List<JobRef> refs);
}
