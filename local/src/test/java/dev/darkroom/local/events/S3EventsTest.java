package dev.darkroom.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class S3EventsTest {
  private final S3Events events = new S3Events("123456789012");

  @Test
  void buildsTheEventAsS3SendsIt() {
    ObjectNode event =
        events.objectCreated(
            "up", "uploads/a b+c%20é.jpg", 5, "\"b1946ac9-2\"", "v1", "0064D3", "PutObject");

    assertThat(((ObjectNode) event.get("detail")).remove("request-id").asText())
        .matches("[A-Z0-9]{16}");
    assertThat(event.toString().replace('"', '\''))
        .isEqualTo(
            "{'detail-type':'Object Created','source':'aws.s3','resources':['arn:aws:s3:::up'],"
                + "'detail':{'version':'0','bucket':{'name':'up'},'object':{"
                + "'key':'uploads/a b+c%20é.jpg','size':5,'etag':'b1946ac9-2','version-id':'v1',"
                + "'sequencer':'0064D3'},'requester':'123456789012',"
                + "'source-ip-address':'127.0.0.1','reason':'PutObject'}}");
  }

  @Test
  void leavesOutTheVersionWhereThereIsNone() {
    ObjectNode event = events.objectCreated("up", "k", 0, "e", null, "1", "CopyObject");

    assertThat(event.at("/detail/object").has("version-id")).isFalse();
    assertThat(event.at("/detail/object/etag").asText()).isEqualTo("e");
  }
}
