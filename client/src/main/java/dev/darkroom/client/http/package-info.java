/** HTTP calls that are tried again while what is wrong is likely to pass. */
package dev.darkroom.client.http;
