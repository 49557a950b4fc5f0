package dev.darkroom.local.sns;

import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML element with either text or children; text is encoded when written. */
record XmlElement(
    String name, Map<String, String> attributes, String text, List<XmlElement> children) {
  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

  static XmlElement text(String name, String text) {
    return new XmlElement(name, Map.of(), text, List.of());
  }

  static XmlElement of(String name, XmlElement... children) {
    return of(name, Arrays.asList(children));
  }

  static XmlElement of(String name, List<XmlElement> children) {
    return new XmlElement(name, Map.of(), "", List.copyOf(children));
  }

  /** A map of strings as the Query protocol writes it. */
  static XmlElement map(String name, Map<String, String> map) {
    return of(
        name,
        map.entrySet().stream()
            .map(entry -> of("entry", text("key", entry.getKey()), text("value", entry.getValue())))
            .toList());
  }

  XmlElement with(String attribute, String value) {
    return new XmlElement(name, Map.of(attribute, value), text, children);
  }

  /** The element as a document, without an XML declaration. */
  String document() {
    StringWriter document = new StringWriter();
    try {
      XMLStreamWriter writer = WRITERS.createXMLStreamWriter(document);
      write(writer);
      writer.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The element <" + name + "> cannot be written.", e);
    }
    return document.toString();
  }

  private void write(XMLStreamWriter writer) throws XMLStreamException {
    writer.writeStartElement(name);
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      writer.writeAttribute(attribute.getKey(), attribute.getValue());
    }
    writer.writeCharacters(text);
    for (XmlElement child : children) {
      child.write(writer);
    }
    writer.writeEndElement();
  }
}
