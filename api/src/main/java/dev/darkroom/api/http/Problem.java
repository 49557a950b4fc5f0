package dev.darkroom.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An error document.
 *
 * @param type what went wrong, for programs; stays the same for ever
 * @param title the same for people, in general
 * @param status the HTTP status
 * @param detail what is wrong with this very request, and what to do
 * @param field the field of the body that is wrong, or the parameter of the path or query; left out
 *     where no single one is
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_NULL) String field) {

  static Problem of(int status, String name, String title, String detail) {
    return new Problem("urn:darkroom:problem:" + name, title, status, detail, null);
  }

  Problem in(String wrongField) {
    return new Problem(type, title, status, detail, wrongField);
  }
}
