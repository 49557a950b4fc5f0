package dev.darkroom.client.photos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.client.api.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotosTest {
  private static final Installation JPEG_ONLY =
      new Installation("issuer", "client", Set.of("image/jpeg"), 1000, 50);

  @TempDir private Path folder;

  @Test
  void aFolderIsWalkedInTheOrderOfNames() throws IOException {
    Files.createDirectories(folder.resolve("b/.thumbnails"));
    jpeg("c.jpg", 10);
    jpeg("b/z.jpg", 10);
    jpeg("b/.hidden.jpg", 10);
    jpeg("b/.thumbnails/t.jpg", 10);
    Photos photos = Photos.of(List.of(folder), JPEG_ONLY);
    assertThat(photos.found())
        .extracting(photo -> folder.relativize(photo.path()).toString())
        .containsExactly("b/z.jpg", "c.jpg");
    assertThat(photos.refused()).isEmpty();
  }

  @Test
  void aHiddenFolderThatIsNamedIsWalked() throws IOException {
    Files.createDirectories(folder.resolve(".mine"));
    jpeg(".mine/a.jpg", 10);
    assertThat(Photos.of(List.of(folder.resolve(".mine")), JPEG_ONLY).found()).hasSize(1);
  }

  @Test
  void whatCannotBeSentHasAReasonAndTheOthersGoOn() throws IOException {
    Path gone = folder.resolve("gone.jpg");
    Path empty = jpeg("empty.jpg", 0);
    Path large = jpeg("large.jpg", 1001);
    Path largest = jpeg("largest.jpg", 1000);
    Path png = Files.write(folder.resolve("a.jpg"), "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1));
    Photos photos = Photos.of(List.of(gone, empty, large, largest, png), JPEG_ONLY);
    assertThat(photos.found()).extracting(Photo::path).containsExactly(largest);
    assertThat(photos.refused().get(gone)).contains("no such file");
    assertThat(photos.refused().get(empty)).contains("empty");
    assertThat(photos.refused().get(large)).contains("1001", "1000");
    assertThat(photos.refused().get(png)).contains("image/jpeg");
  }

  @Test
  void aFileThatIsNamedTwiceIsOne() throws IOException {
    Path file = jpeg("a.jpg", 10);
    assertThat(Photos.of(List.of(file, folder, file), JPEG_ONLY).found()).hasSize(1);
  }

  @Test
  void aLinkToAFolderIsNotFollowed() throws IOException {
    jpeg("a.jpg", 10);
    Files.createSymbolicLink(folder.resolve("self"), folder);
    Photos photos = Photos.of(List.of(folder), JPEG_ONLY);
    assertThat(photos.found()).hasSize(1);
    assertThat(photos.refused()).isEmpty();
  }

  @Test
  void aFileThatIsWrittenToHasChanged() throws IOException {
    Path file = jpeg("a.jpg", 10);
    Photo photo = Photos.of(List.of(file), JPEG_ONLY).found().get(0);
    assertThat(photo.hasChanged()).isFalse();
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    assertThat(photo.hasChanged()).isTrue();
    Files.delete(file);
    assertThat(photo.hasChanged()).isTrue();
  }

  private Path jpeg(String name, int bytes) throws IOException {
    byte[] content = new byte[bytes];
    if (bytes > 2) {
      content[0] = (byte) 0xff;
      content[1] = (byte) 0xd8;
      content[2] = (byte) 0xff;
    }
    return Files.write(folder.resolve(name), content);
  }
}
