/** From files to the outcome of their jobs. */
package dev.darkroom.client.upload;
