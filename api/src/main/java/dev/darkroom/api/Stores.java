package dev.darkroom.api;

import dev.darkroom.core.AlbumStore;
import dev.darkroom.core.CommentStore;
import dev.darkroom.core.DisplayNames;
import dev.darkroom.core.ImageStore;
import dev.darkroom.core.JobStore;

/** What the gallery's endpoints read and write. */
record Stores(
    JobStore jobs,
    ImageStore images,
    AlbumStore albums,
    CommentStore comments,
    DisplayNames names) {}
