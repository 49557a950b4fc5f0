/** What was sent already, kept between runs. */
package dev.darkroom.client.journal;
