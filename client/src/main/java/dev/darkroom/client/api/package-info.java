/** Darkroom's HTTP API as a client sees it. */
package dev.darkroom.client.api;
