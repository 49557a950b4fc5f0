/**
 * Keeps executions in files, so that they outlive the process that ran them, however it ends. A
 * file holds what {@code execution} writes, one line a fact.
 */
package dev.darkroom.local.states.journal;
