/**
 * The command line client: uploads photos through the HTTP API, and knows nothing else of Darkroom.
 */
package dev.darkroom.client;
