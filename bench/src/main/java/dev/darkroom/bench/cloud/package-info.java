/** An embedded cloud of the benchmark's own: a {@code ./darkroom up} as its child. */
package dev.darkroom.bench.cloud;
