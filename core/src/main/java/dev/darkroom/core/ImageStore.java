package dev.darkroom.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Images as people find, describe and delete them. An image is a job; lists hold those that are
 * COMPLETED, newest first, and may miss what was written a moment ago. Indexes and counts change in
 * one transaction with the image. Safe for many threads and many processes.
 */
public interface ImageStore {
  /** An owner's images. */
  Page<Job> all(String owner, PageRequest page);

  /** The images in an album. */
  Page<Job> inAlbum(String albumId, PageRequest page);

  /** An owner's images that bear a label, whatever its case. */
  Page<Job> labelled(String owner, String label, PageRequest page);

  /**
   * An owner's images whose caption contains a text, whatever the case. A page reads 500 captions
   * at most: it may be empty before the end.
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
   * @throws NoSuchAlbum when the album is another one, and not the owner's or being deleted
   * @throws Contention when other writes are in the way
   */
  Job describe(Job before, Description description);

  /**
   * Changes what is said of an image, from what is said at that very moment: no other change is
   * lost.
   *
   * @param change gives what to say, for the image as it is; called again when the image was
   *     changed meanwhile. What it throws is thrown, and changes nothing
   * @return the image as it is now
   * @throws JobDeleted when it is gone, or never was
   * @throws NoSuchAlbum when the album is another one, and not the owner's or being deleted
   * @throws Contention when other writes are in the way
   */
  Job describe(JobRef ref, Function<Job, Description> change);

  /**
   * Deletes the record, its index entries and its comments, and remembers for 30 days that the id
   * is used up, so that neither a late event nor a running execution brings it back. The objects
   * are the caller's to delete, before it calls {@link JobStore#purged}; of an image on which a
   * step may be at work it leaves that to {@link WorkLeft}. Asking again changes nothing, but goes
   * on where a deletion broke off.
   *
   * @return what is left to do; empty when there never was such a job
   * @throws Contention when other writes are in the way
   */
  Optional<Deletion> delete(JobRef ref);

  /** Reads images by their ids, in the order given; leaves out what is not there, or not ready. */
  List<Job> find(List<JobRef> refs);
}
