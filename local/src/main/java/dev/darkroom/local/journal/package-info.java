/**
 * What the embedded cloud has taken on and not done yet, kept so that a process that is killed
 * leaves it to the next.
 */
package dev.darkroom.local.journal;
