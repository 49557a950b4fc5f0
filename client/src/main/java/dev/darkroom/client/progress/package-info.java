/** What a person sees while files are sent. */
package dev.darkroom.client.progress;
