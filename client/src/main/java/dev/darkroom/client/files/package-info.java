/** Files of the client itself. */
package dev.darkroom.client.files;
