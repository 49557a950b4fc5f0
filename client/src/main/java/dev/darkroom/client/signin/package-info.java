/** How a person, or a script, comes to an access token. */
package dev.darkroom.client.signin;
