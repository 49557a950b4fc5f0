/** A steady mixed load, and what it does to the process that takes it. */
package dev.darkroom.bench.soak;
