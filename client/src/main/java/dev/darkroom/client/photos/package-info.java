/** Files as they are before they are sent. */
package dev.darkroom.client.photos;
