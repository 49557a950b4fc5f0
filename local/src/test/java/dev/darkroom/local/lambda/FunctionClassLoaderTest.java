package dev.darkroom.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.lambda.sample.Registered;
import dev.darkroom.local.lambda.sample.Spoiling;
import java.nio.file.Path;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageInputStreamSpi;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionClassLoaderTest {
  @TempDir private Path folder;
  private FunctionClassLoader loader;

  @BeforeEach
  void open() {
    loader = new FunctionClassLoader(SampleArtifact.in(folder).jar());
  }

  @AfterEach
  void close() throws Exception {
    loader.close();
  }

  @Test
  void loadsFromTheArtifactWhatTheClassPathHasToo() throws Exception {
    Class<?> loaded = loader.loadClass(Spoiling.class.getName());

    assertThat(loaded).isNotSameAs(Spoiling.class);
    assertThat(loaded.getClassLoader()).isSameAs(loader);
  }

  @Test
  void sharesLambdasInterfacesWithTheCaller() throws Exception {
    assertThat(loader.loadClass(RequestStreamHandler.class.getName()))
        .isSameAs(RequestStreamHandler.class);
  }

  @ParameterizedTest
  @ValueSource(classes = {Assertions.class, ObjectMapper.class, EmbeddedFunctions.class})
  void seesNothingElseOfTheClassPath(Class<?> outside) {
    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> loader.loadClass(outside.getName()));
    assertThat(loader.getResource(outside.getName().replace('.', '/') + ".class")).isNull();
  }

  @Test
  void leavesNoImageFormatBehind() throws Exception {
    IIORegistry formats = IIORegistry.getDefaultInstance();
    Class<?> type = loader.loadClass(Registered.class.getName());
    formats.registerServiceProvider(type.getConstructor().newInstance());
    assertThat(formats.getServiceProviderByClass(type)).isNotNull();

    loader.close();

    assertThat(formats.getServiceProviderByClass(type)).isNull();
    assertThat(formats.getServiceProviders(ImageInputStreamSpi.class, false))
        .as("the JDK's")
        .toIterable()
        .isNotEmpty();
  }

  @Test
  void seesThePlatform() throws Exception {
    assertThat(loader.loadClass("java.sql.Connection")).isSameAs(java.sql.Connection.class);
  }
}
